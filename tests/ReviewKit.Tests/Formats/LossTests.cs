using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats;

/// <summary>Nothing of a source may get lost: every word of a record's bytes is in the record, and every word between records is in a problem or in the next record.</summary>
public partial class LossTests
{
    // Tags at the beginning of a line, by format: they become field names.
    static readonly Dictionary<string, Regex> Tags = new()
    {
        ["ris"] = new(@"^[A-Z][A-Z0-9]{1,3}\s*-", RegexOptions.Multiline),
        ["wos-tagged"] = new(@"^[A-Z][A-Z0-9](?= |$)", RegexOptions.Multiline),
        ["refworks"] = new(@"^(?:[A-Z][A-Z0-9]|vo|URL)(?= |$|[^\x00-\x7f])", RegexOptions.Multiline),
        ["endnote"] = new(@"%\S(?= |$)", RegexOptions.Multiline),
        ["noteexpress"] = new(@"^\{[^}]*\}\s*[:：]", RegexOptions.Multiline),
        ["cnki-custom"] = new(@"^[A-Za-z]+-[\u4e00-\u9fffA-Z]+:", RegexOptions.Multiline),
        ["cnki-estudy"] = new(@"^[A-Za-z]+(?:-[\u4e00-\u9fffA-Z]+)?:", RegexOptions.Multiline),
        ["nbib"] = new(@"^[A-Z]{2,4} {0,2}-", RegexOptions.Multiline),
        // Numbers of references, and issues such as (050), which is 5.
        ["cssci"] = new(@"^【[^】]*】|^-{5,}|^\d+\.|\(\d\d0\)(?=:)", RegexOptions.Multiline),
        ["gbt7714"] = new(@"^$"),
        ["scopus-text"] = new(@"^\uFEFF?Scopus\s*$|^EXPORT DATE.*$|^[A-Z][A-Z &/-]+:|pp\. |\bCited (?=\d)|times\.|art\. no\.", RegexOptions.Multiline),
        ["bibtex"] = new(@"^\s*[A-Za-z_0-9-]+(?:\s\d)?\s*=(?=\s*[{""\d])|@[A-Za-z]+\s*\{", RegexOptions.Multiline),
    };

    // Rows of tables: only their own bytes are looked at, because the header is no record.
    static readonly Dictionary<string, Regex> Markup = new()
    {
        ["csv"] = new(@"""""|\bNA\b"),
        ["scopus-csv"] = new(@""""""),
        ["wos-tab"] = new(@"\t"),
        ["bibliometrix"] = new(@"\\"""),
        // Their records have no bytes of their own: WorkbookTests looks for their cells.
        ["xls"] = new("$^"),
        ["xlsx"] = new("$^"),
        ["html-xls"] = new(@"</?(?:td|tr)[^<>]*>"),
        ["cnki-es5"] = new(@"</?[A-Za-z]+>|<!\[CDATA\[|\]\]>"),
        // Fonts and the place of the library on its owner's disk.
        ["endnote-xml"] = new(@"(?<=<ref-type name=""[^""]*"">)\d+(?=<)|</?style[^<>]*>|</[a-z0-9-]+>|<(?:database|key)\s[^<>]*>|<[a-z0-9-]+(?:\s+(?:name|version)=|>)"),
        ["json"] = new(@"""[a-z_]+""\s*:|(?<=:\s*)0\b"),
    };

    // Words that are understood and written differently, or that say that there is nothing.
    static readonly HashSet<string> Understood =
    [
        "正", "br", "abstract", "issn", "isbn", "eissn", "print", "printed", "electronic", "linking", "online", "paperback", "doi", "http", "https", "dx", "org", "www", "available", "amp", "lt", "gt", "pp",
        "fn", "vr", "ef", "er", "no", "author", "name", "id", "source", "information", "nan",
        // The address before a PubMed number.
        "pubmed", "ncbi", "nlm", "nih", "gov",
    ];

    [Fact]
    public void Every_word_of_a_real_file_is_in_its_record_or_in_a_problem()
    {
        var lost = new List<string>();
        var words = 0;
        foreach (var path in RealFile.All(RealData.Path("exports")))
        {
            if (RealFile.Open(path) is { } file) words += Check(path, file, Tags.GetValueOrDefault(file.Format.Name) ?? Markup[file.Format.Name], lost);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{words} words");
        Assert.True(lost.Count == 0, $"{lost.Count} of {words}:\n" + string.Join('\n', lost.Take(60)));
        Assert.True(words > 1_000_000, $"only {words} words");
    }

    static int Check(string path, SourceFile file, Regex tag, List<string> lost)
    {
        var bytes = File.ReadAllBytes(path);
        var decoder = file.Encoding == "gb18030" ? Encoding.GetEncoding("gb18030") : Encoding.UTF8;
        var items = file.Read().ToList();
        var problems = string.Join('\n', items.OfType<ProblemItem>().Select(p => p.Problem.Said.En));
        var isTagged = Tags.ContainsKey(file.Format.Name);
        var words = 0;
        long end = 0;
        foreach (var item in items.OfType<RecordItem>())
        {
            var record = Normal(Everything(item.Record) + " " + problems);
            var raw = decoder.GetString(bytes, (int)item.Offset, item.Length);
            if (isTagged) raw += "\n" + decoder.GetString(bytes, (int)end, (int)(item.Offset - end));
            end = item.Offset + item.Length;
            foreach (var word in Words(raw, tag, file.Format.Name))
            {
                words++;
                if (!record.Contains(word, StringComparison.Ordinal)) lost.Add($"{file.Name}:{item.Record.Line}: {word}");
            }
        }
        if (!isTagged) return words;
        foreach (var word in Words(decoder.GetString(bytes, (int)end, bytes.Length - (int)end), tag, file.Format.Name))
            if (!Normal(problems).Contains(word, StringComparison.Ordinal)) lost.Add($"{file.Name}: at the end: {word}");
        return words;
    }

    static string Everything(Record record) =>
        RecordJson.Write(record).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        // Months and days are numbers in the record.
        + (record.Date is { Length: >= 7 } date ? " " + new DateTime(2000, int.Parse(date[5..7]), 1).ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture) : "")
        + " " + record.Language switch { "en" => "english eng", "zh" => "chinese chi zho 中文", "de" => "german ger", "fr" => "french fre", "es" => "spanish spa", "ru" => "russian rus", "it" => "italian ita", var l => LanguageNames(l) };

    static string LanguageNames(string? codes) => codes is null ? "" : codes.Replace("en", "english eng", StringComparison.Ordinal).Replace("de", "german ger", StringComparison.Ordinal)
        .Replace("es", "spanish spa", StringComparison.Ordinal).Replace("pt", "portuguese por", StringComparison.Ordinal).Replace("fr", "french fre", StringComparison.Ordinal).Replace("zh", "chinese chi", StringComparison.Ordinal)
        .Replace("pl", "polish pol", StringComparison.Ordinal).Replace("tr", "turkish tur", StringComparison.Ordinal).Replace("hu", "hungarian hun", StringComparison.Ordinal).Replace("fa", "persian per", StringComparison.Ordinal)
        .Replace("ja", "japanese jpn", StringComparison.Ordinal).Replace("ko", "korean kor", StringComparison.Ordinal).Replace("uk", "ukrainian ukr", StringComparison.Ordinal).Replace("ar", "arabic ara", StringComparison.Ordinal);

    static IEnumerable<string> Words(string raw, Regex tag, string format)
    {
        raw = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        raw = tag.Replace(FileHeader().Replace(raw, " "), " ");
        // Words in LaTeX are checked by the tests of BibTeXText; here those that stand as they are.
        if (format == "bibtex") raw = Latex().Replace(AndPattern().Replace(raw, " "), " ");
        foreach (Match match in WordPattern().Matches(WebUtility.HtmlDecode(WebUtility.HtmlDecode(raw)).Normalize(NormalizationForm.FormKC).ToLowerInvariant()))
        {
            var word = match.Value.TrimStart('0');
            if (word.Length > 0 && !Understood.Contains(word)) yield return word;
        }
    }

    // Hyphens go, because an ISSN may have had none.
    static string Normal(string text)
    {
        text = WebUtility.HtmlDecode(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return text + " " + text.Replace("-", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\S*(?:\\|\$|\S[{}]\S)\S*")]
    private static partial Regex Latex();

    [GeneratedRegex(@"^\uFEFF?(?:FN|VR|EF)\b.*$", RegexOptions.Multiline)]
    private static partial Regex FileHeader();

    [GeneratedRegex(@"\sand\s")]
    private static partial Regex AndPattern();
}
