using System.Globalization;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>What CNKI's formats share: how it writes titles, issues, abstracts and times.</summary>
static class CnkiText
{
    public static string Title(Copy copy) =>
        copy.Dice("title").Chance(25) ? copy.Report.Title.Zh.Replace(":", "：", StringComparison.Ordinal).Replace("?", "？", StringComparison.Ordinal) : copy.Report.Title.Zh;

    /// <summary>"06"; supplements are S1, where Wanfang says z1.</summary>
    public static string Issue(Place place) => place.Issue.PadLeft(2, '0');

    /// <summary>Pieces without an abstract of their own get the beginning of the text behind a sign.</summary>
    public static string Abstract(Copy copy)
    {
        if (!copy.HasAbstract) return "";
        var text = copy.Report.Abstract!.Zh;
        return copy.Report.Fate is Fate.DocumentType or Fate.LowQuality && copy.Dice("sign").Chance(60) ? "<正>" + text : text;
    }

    /// <summary>";;" between keywords the authors gave, ";" where a machine did.</summary>
    public static string Keywords(Copy copy) => !copy.HasKeywords ? ""
        : copy.Dice("machine").Chance(80) ? string.Join(";;", copy.Report.Keywords.Select(k => k.Zh))
        : string.Concat(copy.Report.Keywords.Select(k => k.Zh + ";"));

    public static string Authors(Copy copy) => string.Concat(copy.Report.Authors.Select(a => a.Zh + ";"));

    public static string Institutions(Copy copy) => string.Concat(copy.Report.Institutions.Select(i => i.Zh + ";"));

    public static string Published(Copy copy, bool withTime)
    {
        var place = copy.Report.Place;
        var day = string.Create(CultureInfo.InvariantCulture, $"{place.Year}-{place.Month:00}-{place.Day:00}");
        return withTime && copy.Dice("time").Chance(20) ? day + " 10:12" : day;
    }

    public static string Address(Copy copy) => "https://cnki.example.org/kcms/detail/detail.aspx?dbcode=CJFD&filename=" + copy.Report.Place.FileName;
}
