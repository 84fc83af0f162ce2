using System.Globalization;
using System.Text;
using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks.Bilingual;

/// <summary>A database's export file, with what that database leaves out or writes in its own way.</summary>
/// <param name="IsChinese">Whether it describes papers in Chinese.</param>
sealed record TwinFile(string FileName, bool IsChinese, string Head, Func<Twin, Dice, string> Entry)
{
    public static readonly TwinFile[] All =
    [
        new("cnki.net", true, "", Cnki), new("wanfang.net", true, "", Wanfang), new("cnki-custom.txt", true, "", CnkiCustom),
        new("pubmed.nbib", false, "", PubMed), new("scopus.csv", false, "Authors,Title,Year,Source title,Volume,Issue,Page start,Page end,DOI,ISSN,Language of Original Document,Document Type,Source,EID\n", Scopus),
        new("wos.txt", false, "FN Clarivate Analytics Web of Science\nVR 1.0\n", WebOfScience),
    ];

    static string Cnki(Twin twin, Dice dice) => Tagged(
        ("Reference Type", "Journal Article"), ("Title", twin.Title.Zh), ("Author", string.Concat(twin.Authors.Select(author => author.Zh + ";"))), ("Journal", twin.Journal.Zh),
        ("Year", Text(twin.Year)), ("Volume", VolumeOf(twin)), ("Issue", twin.Issue.ToString("00", CultureInfo.InvariantCulture)), ("Pages", twin.Pages + (dice.Chance(12) ? "+" + Text(twin.Last + 30) : "")),
        ("ISBN/ISSN", twin.Issn), ("Notes", twin.Cn), ("URL", dice.Chance(60) ? $"https://kns.cnki.net/kcms/detail/detail.aspx?dbcode=CJFD&filename={twin.FileName}" : ""), ("Database Provider", "CNKI"));

    static string Wanfang(Twin twin, Dice dice)
    {
        var isTranslated = dice.Chance(35);
        var text = new StringBuilder("{Reference Type}: Journal Article\n").Append(CultureInfo.InvariantCulture, $"{{Title}}: {twin.Title.Zh}\n");
        if (isTranslated) text.Append(CultureInfo.InvariantCulture, $"{{Translated Title}}: {twin.Title.En}\n");
        foreach (var author in twin.Authors) text.Append(CultureInfo.InvariantCulture, $"{{Author}}: {author.Zh}\n");
        if (dice.Chance(30)) foreach (var author in twin.Authors) text.Append(CultureInfo.InvariantCulture, $"{{Translated Author}}: {author.Joined} {author.Latin.ToUpperInvariant()}\n");
        return text + Tagged(("Journal", twin.Journal.Zh), ("Translated Journal", twin.Journal.En), ("ISBN/ISSN", dice.Chance(95) ? twin.Issn : ""), ("Year", Text(twin.Year)), ("Volume", VolumeOf(twin)),
            ("Issue", Text(twin.Issue)), ("Pages", twin.Pages), ("DOI", dice.Chance(60) ? twin.Doi.Replace("/", dice.Chance(20) ? "／" : "/", StringComparison.Ordinal) : ""), ("Database Provider", "北京万方数据股份有限公司"), ("Language", "chi"));
    }

    /// <summary>CNKI's own layout has neither ISSN nor CN: the address is all that numbers the journal.</summary>
    static string CnkiCustom(Twin twin, Dice dice) =>
        $"""
        DataType: 1
        Title-题名: {twin.Title.Zh}
        Author-作者: {string.Concat(twin.Authors.Select(author => author.Zh + ";"))}
        Source-刊名: {twin.Journal.Zh}
        Year-年: {twin.Year}
        Period-期: {twin.Issue:00}
        Roll-卷: {VolumeOf(twin)}
        Page-页码: {twin.Pages}
        SrcDatabase-来源库: 期刊
        Link-链接: https://kns.cnki.net/kcms/detail/detail.aspx?FileName={twin.FileName}&DbName=CJFQ{twin.Year}


        """;

    static string PubMed(Twin twin, Dice dice)
    {
        var text = new StringBuilder();
        void Line(string tag, string value) => text.Append(tag.PadRight(4)).Append("- ").Append(value).Append('\n');
        Line("PMID", Text(90_000_000 + dice.Next(1_000_000)));
        Line("IS", $"{twin.Issn} (Print)");
        if (dice.Chance(30)) Line("IS", $"{twin.OnlineIssn} (Electronic)");
        if (twin.Journal.HasVolume) Line("VI", Text(twin.Volume));
        Line("IP", Text(twin.Issue));
        Line("DP", string.Create(CultureInfo.InvariantCulture, $"{twin.Year} {"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".Split(' ')[twin.Issue - 1]}"));
        Line("TI", $"[{twin.Title.En}].");
        if (dice.Chance(25)) Line("TT", twin.Title.Zh + ".");
        // "117-28": the last page without the digits it shares with the first.
        Line("PG", Text(twin.First) + "-" + Shortened(twin));
        foreach (var author in twin.Authors)
        {
            Line("FAU", Name(author, dice.Next(3), dice));
            Line("AU", $"{author.Latin} {Initials(author, "")}");
        }
        Line("LA", "chi");
        Line("PT", "Journal Article");
        Line("TA", twin.Pinyin);
        Line("JT", dice.Chance(50) && twin.Pinyin != twin.JournalEn ? $"{twin.Pinyin} = {twin.JournalEn}" : twin.Pinyin);
        return text.Append('\n').ToString();
    }

    static string Scopus(Twin twin, Dice dice) => string.Join(',', new[]
    {
        string.Join("; ", twin.Authors.Select(author => Name(author, 3 + dice.Next(2), dice))), twin.Title.En, Text(twin.Year),
        dice.Next(3) switch { 0 => twin.Pinyin, 1 when twin.Pinyin != twin.JournalEn => $"{twin.Pinyin}/{twin.JournalEn}", _ => twin.JournalEn },
        VolumeOf(twin), Text(twin.Issue), Text(twin.First), Text(twin.Last), dice.Chance(80) ? twin.Doi : "", twin.Issn.Replace("-", "", StringComparison.Ordinal), LanguageOf(twin), "Article", "Scopus", "2-s2.0-" + Text(850_000_000 + dice.Next(1_000_000)),
    }.Select(ScopusFile.Quoted)) + "\n";

    static string WebOfScience(Twin twin, Dice dice)
    {
        var text = new StringBuilder();
        void Field(string tag, params IEnumerable<string> values)
        {
            foreach (var value in values.Where(value => value.Length > 0))
            {
                text.Append(tag).Append(' ').Append(value).Append('\n');
                tag = "  ";
            }
        }
        Field("PT", "J");
        Field("AU", twin.Authors.Select(author => $"{author.Latin}, {Initials(author, "")}"));
        Field("AF", twin.Authors.Select(author => Name(author, dice.Next(5), dice)));
        Field("TI", twin.Title.En);
        Field("SO", twin.JournalEn.ToUpperInvariant());
        Field("LA", LanguageOf(twin));
        Field("DT", "Article");
        Field("SN", twin.Issn);
        if (dice.Chance(40)) Field("EI", twin.OnlineIssn);
        Field("PY", Text(twin.Year));
        Field("VL", VolumeOf(twin));
        // One in eight comes without the number of the issue.
        if (twin.Journal.HasVolume && dice.Chance(12)) Field("SI", "SI");
        else Field("IS", Text(twin.Issue));
        Field("BP", Text(twin.First));
        Field("EP", Text(twin.Last));
        Field("DI", dice.Chance(50) ? twin.Doi : "");
        Field("UT", "CSCD:" + Text(7_000_000 + dice.Next(900_000)));
        return text.Append("ER\n\n").ToString();
    }

    /// <summary>The ways in which Latin databases write a Chinese name.</summary>
    static string Name(Writer author, int way, Dice dice) => way switch
    {
        _ when dice.Chance(4) => $"{author.Joined}, {author.Latin}",
        _ when dice.Chance(6) && author.Family.Length == 2 => $"{author.Latin[..Half(author.Latin)]} {char.ToUpperInvariant(author.Latin[Half(author.Latin)])}{author.Latin[(Half(author.Latin) + 1)..]}, {author.Joined}",
        0 => $"{author.Latin}, {author.Joined}",
        1 => $"{author.Latin}, {string.Join('-', author.Parts)}",
        2 => $"{author.Latin}, {string.Join('-', author.Parts.Select((part, i) => i == 0 ? part : part.ToLowerInvariant()))}",
        3 => $"{author.Latin} {Initials(author, ".")}",
        _ => $"{author.Latin}, {Initials(author, ".-").TrimEnd('-')}",
    };

    // Ou|yang, Si|ma, Zhu|ge, Shang|guan, Xia|hou, Huang|fu, Dong|fang, Ling|hu.
    static int Half(string compound) => compound switch { "Ouyang" or "Sima" => 2, "Zhuge" or "Xiahou" => 3, "Shangguan" or "Huangfu" => 5, _ => 4 };

    static string Initials(Writer author, string mark) => string.Concat(author.Parts.Select(part => part[..1] + mark));

    static string LanguageOf(Twin twin) => twin.JournalEn == twin.Journal.Edition ? "English" : "Chinese";

    static string VolumeOf(Twin twin) => twin.Journal.HasVolume ? Text(twin.Volume) : "";

    static string Shortened(Twin twin)
    {
        var (first, last) = (Text(twin.First), Text(twin.Last));
        return first.Length == last.Length && first.Length == 3 && first[0] == last[0] ? last[(first[1] == last[1] ? 2 : 1)..] : last;
    }

    static string Tagged(params (string Tag, string Value)[] fields) => string.Concat(fields.Where(field => field.Value.Length > 0).Select(field => $"{{{field.Tag}}}: {field.Value}\n")) + "\n";

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
