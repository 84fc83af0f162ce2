using System.Globalization;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Pairs as a table that a person reads, corrects and hands back as a thesaurus.</summary>
public static class KeywordPairsFile
{
    static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <summary>Columns zh, en, canonical, method, records, dice, g2. Of pairs that are not sure canonical is left empty, so that they join nothing until a person fills it in.</summary>
    /// <param name="canonical">The language whose keyword stands for both on the map.</param>
    public static void Write(TextWriter writer, IReadOnlyList<KeywordPair> pairs, Language canonical)
    {
        // A keyword of several sure pairs has one canonical form only: that of the most frequent.
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        using var csv = CsvWriter.Create(writer, Format, true);
        csv.WriteRecord(["zh", "en", "canonical", "method", "records", "dice", "g2"]);
        foreach (var pair in pairs)
        {
            var word = "";
            if (pair.IsSure)
            {
                word = chosen.GetValueOrDefault(pair.Zh) ?? chosen.GetValueOrDefault(pair.En) ?? (canonical == Language.Zh ? pair.Zh : pair.En);
                if (chosen.GetValueOrDefault(pair.Zh, word) != word || chosen.GetValueOrDefault(pair.En, word) != word) word = "";
                else (chosen[pair.Zh], chosen[pair.En]) = (word, word);
            }
            csv.WriteRecord([SpreadsheetCell.Guard(pair.Zh), SpreadsheetCell.Guard(pair.En), SpreadsheetCell.Guard(word), pair.Method,
                pair.Records.ToString(CultureInfo.InvariantCulture), pair.Dice.ToString("0.###", CultureInfo.InvariantCulture), pair.LogLikelihood.ToString("0.#", CultureInfo.InvariantCulture)]);
        }
    }
}
