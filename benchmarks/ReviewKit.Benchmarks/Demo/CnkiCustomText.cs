using System.Globalization;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>CNKI's custom text (自定义): labels with two spaces, empty fields left out, funds over several lines.</summary>
static class CnkiCustomText
{
    public static byte[] Of(IEnumerable<Copy> copies)
    {
        var text = new StringBuilder();
        foreach (var copy in copies)
        {
            foreach (var (label, value) in Fields(copy))
                if (value.Length > 0) text.Append(label).Append(":  ").Append(value).Append("\r\n");
            text.Append("\r\n\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static IEnumerable<(string Label, string Value)> Fields(Copy copy)
    {
        var place = copy.Report.Place;
        var isNews = place.Journal.Kind == "newspaper";
        var first = copy.Report.Authors[0].Zh;
        yield return ("SrcDatabase-来源库", place.Journal.Kind switch { "newspaper" => "CCND", "proceedings" => "CPFD", _ => "CJFD" } + place.Year.ToString(CultureInfo.InvariantCulture));
        yield return ("Title-题名", CnkiText.Title(copy));
        yield return ("Author-作者", CnkiText.Authors(copy));
        yield return ("Organ-单位", CnkiText.Institutions(copy));
        yield return ("Source-文献来源", place.Journal.Zh);
        yield return ("Keyword-关键词", CnkiText.Keywords(copy));
        yield return ("Summary-摘要", CnkiText.Abstract(copy));
        yield return ("PubTime-发表时间", CnkiText.Published(copy, withTime: true));
        yield return ("FirstDuty-第一责任人", first + ";");
        yield return ("Fund-基金", Fund(copy));
        yield return ("Year-年", place.Year.ToString(CultureInfo.InvariantCulture));
        yield return ("Volume-卷", place.Volume?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return ("Period-期", isNews ? "" : CnkiText.Issue(place).Replace("00", "", StringComparison.Ordinal));
        yield return ("PageCount-页码", isNews ? "1" : place.Pages);
        yield return ("CLC-中图分类号", copy.Dice("class").Pick(["F299.2", "TU984", "D63;TP311.13", "G250.7"]));
    }

    static string Fund(Copy copy) => copy.Dice("fund").Next(6) switch
    {
        0 => "云岭省社会科学基金项目(虚构)",
        1 => "云岭省社会科学基金项目(虚构);;\r\n江澜大学青年项目(虚构)",
        _ => "",
    };
}
