using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

/// <summary>What an independent program reads from the same inputs, compared as docs/contract says; every difference left stands with its reason in conformance-known.txt.</summary>
public partial class ConformanceTests
{
    static readonly string[] Read =
    [
        "translators_CN/CNKI_RefWorks", "translators_CN/CNKI_Refer", "translators_CN/Web_of_Science_Tagged", "zotero/RIS", "zotero/BibTeX", "zotero/Web_of_Science_Tagged",
        "zotero/RefWorks_Tagged", "zotero/ReferBibIX", "zotero/MEDLINEnbib",
        "zotero/CSL_JSON", "zotero/Endnote_XML", "zotero/OVID_Tagged", "zotero/PubMed_XML",
    ];

    static readonly string[] MainCreators = ["author", "inventor", "artist", "director", "programmer", "cartographer", "composer"];

    [Fact]
    public void Fields_equal_those_of_an_independent_reader_or_are_known_differences()
    {
        var root = RealData.Path("conformance");
        var known = File.ReadAllLines(Path.Combine(Here(), "conformance-known.txt"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0]).ToHashSet();
        var different = new List<string>();
        var (all, rates) = (0, new List<string>());
        foreach (var folder in Read)
        {
            var (fields, wrong) = Compare(root, folder);
            all += fields;
            different.AddRange(wrong.Select(w => $"{folder}/{w}"));
            rates.Add($"{folder}: {fields - wrong.Count} of {fields}");
            Assert.True(wrong.Count <= 3 || wrong.Count <= fields * .05, $"{folder}: {wrong.Count} of {fields} differ");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', rates));
        Assert.Equal([], different.Select(d => d.Split('\t')[0]).Except(known));
        Assert.Equal([], known.Except(different.Select(d => d.Split('\t')[0])));
        Assert.True(different.Count <= all * .02, $"{different.Count} of {all} fields differ");
    }

    static (int Fields, List<string> Wrong) Compare(string root, string folder)
    {
        var fields = 0;
        var wrong = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, folder), "*.expected.json").Order(StringComparer.Ordinal))
        {
            var input = path.Replace(".expected.json", ".input.txt", StringComparison.Ordinal);
            var name = Path.GetFileName(input)[.."case-00".Length];
            var records = SourceFile.Open(input, name).Read().OfType<RecordItem>().Select(i => i.Record).ToList();
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var items = json.RootElement.EnumerateArray().Where(i => Text(i, "itemType") is not ("attachment" or "note")).ToList();
            if (records.Count != items.Count) wrong.Add($"{name} count\t{records.Count}, expected {items.Count}");
            for (var i = 0; i < Math.Min(items.Count, records.Count); i++)
            {
                foreach (var (field, expected, ours) in Pairs(items[i], records[i]))
                {
                    fields++;
                    if (expected != ours) wrong.Add($"{name}#{i} {field}\t{ours}, expected {expected}");
                }
            }
        }
        return (fields, wrong);
    }

    /// <summary>The fields that the independent reader has, as both write them.</summary>
    static IEnumerable<(string Field, string Expected, string Ours)> Pairs(JsonElement item, Record record)
    {
        if (Has("title", out var title)) yield return ("title", title, Fold(record.Title));
        var authors = Creators(item);
        if (authors.Length > 0) yield return ("authors", authors, string.Join('|', record.Authors.Select(a => Fold(a.Family ?? a.Literal))));
        var year = YearPattern().Match(Text(item, "date") ?? Text(item, "issueDate") ?? "");
        if (year.Success) yield return ("year", year.Value, record.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        if (Has("publicationTitle", out var journal) || Has("proceedingsTitle", out journal) || Has("bookTitle", out journal)) yield return ("journal", journal, Fold(record.Journal));
        if (Has("volume", out var volume)) yield return ("volume", volume, Fold(record.Volume));
        if (Has("issue", out var issue)) yield return ("issue", issue, Fold(record.Issue));
        if (Has("pages", out var pages)) yield return ("pages", pages, Fold(record.Pages));
        if (Has("DOI", out var doi)) yield return ("doi", doi, Fold(record.Doi));
        if (Text(item, "ISSN") is { Length: > 0 } issn)
        {
            var first = Fold(issn.Split(',', ';', ' ')[0]);
            yield return ("issn", first, record.Issn.Select(Fold).FirstOrDefault(i => i == first) ?? "");
        }
        if (Has("abstractNote", out var text)) yield return ("abstract", Beginning(text), Beginning(Fold(record.Abstract)));
        var ours = record.Keywords.Concat(record.IndexKeywords).Concat(record.KeywordsPlus).Concat(record.KeywordsByLanguage.Values.SelectMany(k => k)).Select(Fold).ToHashSet();
        if (item.TryGetProperty("tags", out var tags) && tags.GetArrayLength() > 0)
            yield return ("tags", "", string.Join('|', tags.EnumerateArray().Select(t => Fold(t.ValueKind == JsonValueKind.String ? t.GetString() : Text(t, "tag"))).Where(t => !ours.Contains(t))));

        bool Has(string key, out string value)
        {
            value = Fold(Text(item, key));
            return value.Length > 0;
        }
    }

    static string Creators(JsonElement item) => item.TryGetProperty("creators", out var creators)
        ? string.Join('|', creators.EnumerateArray().Where(c => MainCreators.Contains(Text(c, "creatorType"))).Select(c => Fold(Text(c, "lastName") ?? Text(c, "name"))))
        : "";

    static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static string Beginning(string text) => text.Length > 200 ? text[..200] : text;

    // NFKC, case, punctuation and markup, written here again and not taken from the library under test.
    static string Fold(string? text)
    {
        if (text is null) return "";
        var plain = MarkupPattern().Replace(text, "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Concat(plain.Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)));
    }

    static string Here([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;

    [GeneratedRegex(@"<[^<>]{1,40}>")]
    private static partial Regex MarkupPattern();

    [GeneratedRegex(@"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")]
    private static partial Regex YearPattern();
}
