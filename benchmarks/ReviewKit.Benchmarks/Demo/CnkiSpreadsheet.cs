using System.Globalization;
using System.Net;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>CNKI's "Excel": an HTML table in GBK that calls itself gb2312, with a second header and other columns in the middle.</summary>
static class CnkiSpreadsheet
{
    static readonly string[] First =
    [
        "SrcDatabase-来源库", "Title-题名", "Author-作者", "Organ-单位", "Source-文献来源", "Keyword-关键词", "Summary-摘要", "PubTime-发表时间", "FirstDuty-第一责任人", "Fund-基金",
        "Year-年", "Volume-卷", "Period-期", "PageCount-页码", "CLC-中图分类号",
    ];

    static readonly string[] Second = ["SrcDatabase-来源库", "Author-作者", "Title-题名", "Organ-单位", "Source-文献来源", "Keyword-关键词", "Summary-摘要", "PubTime-发表时间"];

    /// <summary>Newspapers stand at the end under a header of their own, if no other record depends on the columns that are missing there.</summary>
    public static bool IsSecondSection(Copy copy) =>
        copy.File.EndsWith(".xls", StringComparison.Ordinal) && copy.Report.Place.Journal.Kind == "newspaper" && copy.Report.Shape is { Cnki: 1, Wanfang: 0, Scopus: 0, Wos: 0 };

    public static byte[] Of(IReadOnlyList<Copy> copies)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var html = new StringBuilder("<html xmlns:o='urn:schemas-microsoft-com:office:office' xmlns:x='urn:schemas-microsoft-com:office:excel' xmlns='http://www.w3.org/TR/REC-html40'><head><style>table td,th{vnd.ms-excel.numberformat:@;text-align: center;} table th{color:red}</style><title></title><meta http-equiv='Content-Type' content=\"text/html; charset=gb2312\"></head><body><table cellspacing='0' border='1'>");
        Header(html, First);
        foreach (var copy in copies.Where(c => !IsSecondSection(c))) Row(html, copy, First);
        html.Append("<tr></tr>");
        Header(html, Second);
        foreach (var copy in copies.Where(IsSecondSection)) Row(html, copy, Second);
        html.Append("</table></body></html>\r\n");
        return gbk.GetBytes(html.ToString());
    }

    static void Header(StringBuilder html, string[] columns) =>
        html.Append("<tr>").AppendJoin("", columns.Select(column => $"<td style='vnd.ms-excel.numberformat:@'>{column}</td>")).Append("</tr>");

    static void Row(StringBuilder html, Copy copy, string[] columns)
    {
        var cells = Cells(copy);
        html.Append("<tr>").AppendJoin("", columns.Select(column => $"<td>{cells[column]}</td>")).Append("</tr>");
    }

    static Dictionary<string, string> Cells(Copy copy)
    {
        var place = copy.Report.Place;
        var invariant = CultureInfo.InvariantCulture;
        return new(StringComparer.Ordinal)
        {
            ["SrcDatabase-来源库"] = place.Journal.Kind switch { "newspaper" => "报纸", "proceedings" => "中国会议", _ => "期刊" },
            ["Title-题名"] = Escaped(CnkiText.Title(copy)),
            ["Author-作者"] = CnkiText.Authors(copy),
            ["Organ-单位"] = CnkiText.Institutions(copy),
            ["Source-文献来源"] = place.Journal.Zh,
            ["Keyword-关键词"] = CnkiText.Keywords(copy),
            // The sign <正> is never escaped, other angle brackets are.
            ["Summary-摘要"] = CnkiText.Abstract(copy) is var text && text.StartsWith("<正>", StringComparison.Ordinal) ? "<正>" + Escaped(text[3..]) : Escaped(text),
            ["PubTime-发表时间"] = CnkiText.Published(copy, withTime: true),
            ["FirstDuty-第一责任人"] = copy.Report.Authors[0].Zh,
            ["Fund-基金"] = copy.Dice("fund").Chance(30) ? "云岭省社会科学基金(虚构 &lt;2016-07&gt;)" : "",
            ["Year-年"] = place.Year.ToString(invariant),
            ["Volume-卷"] = place.Volume?.ToString(invariant) ?? "",
            ["Period-期"] = place.Journal.Kind == "journal" ? CnkiText.Issue(place) : "",
            ["PageCount-页码"] = place.Pages,
            ["CLC-中图分类号"] = copy.Dice("class").Pick(["F299.2", "TU984", "D63;TP311.13", "G250.7"]),
        };
    }

    static string Escaped(string text) => WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal);
}
