using System.Globalization;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>Wanfang's NoteExpress export: one line for each author, keyword and address; English title, names in pinyin and DOI where Wanfang has them.</summary>
static class WanfangFile
{
    public static byte[] Of(IEnumerable<Copy> copies, string newLine)
    {
        var text = new StringBuilder();
        foreach (var copy in copies)
        {
            foreach (var (tag, value) in Fields(copy)) text.Append('{').Append(tag).Append("}: ").Append(value.Replace("\n", newLine, StringComparison.Ordinal)).Append(newLine);
            text.Append(newLine);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static IEnumerable<(string Tag, string Value)> Fields(Copy copy)
    {
        var report = copy.Report;
        var place = report.Place;
        var isTranslated = report.Listed.Length > 0 || report.Shape.Bridge || report.Shape.Side == Side.Twin || copy.Dice("translated").Chance(35);
        yield return ("Reference Type", place.Journal.Kind switch { "newspaper" => "Newspaper Article", "proceedings" => "Conference Proceedings", _ => "Journal Article" });
        yield return ("Title", Title(copy));
        if (isTranslated) yield return ("Translated Title", report.Title.En);
        foreach (var field in People(copy, isTranslated)) yield return field;
        yield return ("Journal", place.Journal.Zh);
        yield return ("Translated Journal", place.Journal.En);
        // One journal in twenty comes without its number, but never where only the number leads to the other language.
        if (place.Journal.Kind == "journal" && (report.Shape.Bridge || !copy.Dice("issn").Chance(5))) yield return ("ISBN/ISSN", place.Journal.Issn);
        yield return ("Year", place.Year.ToString(CultureInfo.InvariantCulture));
        if (place.Volume is { } volume) yield return ("Volume", volume.ToString(CultureInfo.InvariantCulture));
        if (place.Journal.Kind == "journal") yield return ("Issue", place.Issue == "S1" ? "z1" : place.Issue);
        yield return ("Pages", place.Pages + (copy.Dice("pages").Chance(4) && place.ArticleNumber is null && !report.Shape.Bridge ? $",{place.LastPage + 31}" : ""));
        if (copy.HasKeywords)
        {
            for (var i = 0; i < report.Keywords.Count; i++) yield return ("Keywords", (i == 0 ? "" : " ") + report.Keywords[i].Zh);
            if (isTranslated) foreach (var keyword in report.Keywords) yield return ("Translated Keywords", keyword.En);
        }
        if (copy.HasAbstract) yield return ("Abstract", Abstract(copy));
        if (copy.HasAbstract && isTranslated && copy.Dice("english").Chance(60)) yield return ("Translated Abstract", report.Abstract!.En);
        if (copy.Doi is { } doi) yield return ("DOI", copy.Dice("doi").Chance(10) ? doi.Replace('/', '／') : doi);
        yield return ("URL", "http://wanfang.example.org/details/detail.do?_type=perio&id=" + place.FileName.ToLowerInvariant());
        yield return ("Database Provider", "北京万方数据股份有限公司");
        yield return ("Language", "chi");
    }

    static IEnumerable<(string Tag, string Value)> People(Copy copy, bool isTranslated)
    {
        var report = copy.Report;
        var familyFirst = report.Place.Journal.Code[0] % 2 == 0;
        foreach (var author in report.Authors) yield return ("Author", author.Zh);
        if (isTranslated)
            for (var i = 0; i < report.Authors.Count; i++) yield return ("Translated Author", (i == 0 ? "" : " ") + Names.Wanfang(report.Authors[i], familyFirst));
        foreach (var institution in report.Institutions) yield return ("Author Address", institution.Zh);
    }

    // Full-width signs and straight quotes, where CNKI has it the other way round.
    static string Title(Copy copy)
    {
        var title = copy.Report.Title.Zh;
        if (copy.Dice("title").Chance(35)) title = title.Replace(":", "：", StringComparison.Ordinal).Replace("——", "--", StringComparison.Ordinal);
        return copy.Dice("quotes").Chance(30) ? title.Replace('“', '"').Replace('”', '"') : title;
    }

    /// <summary>Half-width full stops are Wanfang's habit; now and then the abstract goes on in a line without a tag.</summary>
    static string Abstract(Copy copy)
    {
        var text = copy.Report.Abstract!.Zh.Replace('。', '.').Replace('，', ',');
        var middle = text.IndexOf('.', StringComparison.Ordinal) + 1;
        return copy.Dice("wrap").Chance(5) && middle > 0 ? text[..middle] + "\n" + text[middle..] : text;
    }
}
