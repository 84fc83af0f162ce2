using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats;

/// <summary>Words of cells and of records in a form in which the one can be looked for in the other.</summary>
static partial class WorkbookWords
{
    static readonly HashSet<string> Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    public static string Of(Record record)
    {
        var text = RecordJson.Write(record).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            + record.Language switch { "en" => " english", "zh" => " chinese", _ => "" };
        text = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return text + text.Replace("-", "", StringComparison.Ordinal);
    }

    public static IEnumerable<string> In(string? cell)
    {
        foreach (Match match in WordPattern().Matches((cell ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant()))
        {
            // Months are numbers in the record, as are padded days and issues.
            var word = match.Value.TrimStart('0');
            if (word.Length > 0 && !Months.Contains(word)) yield return word;
        }
    }

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex WordPattern();
}
