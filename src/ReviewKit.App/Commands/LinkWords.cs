using System.Globalization;
using ReviewKit.Dedup;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The kinds of links as they are read: A … B.</summary>
static class LinkWords
{
    static readonly Dictionary<string, (string En, string Zh)> Words = new()
    {
        ["preprint-of"] = ("{0} is the preprint of {1}", "{0} 是 {1} 的预印本"),
        ["version-of"] = ("{0} is another version of {1}", "{0} 是 {1} 的另一版本"),
        ["erratum-of"] = ("{0} is an erratum of {1}", "{0} 是 {1} 的更正"),
        ["comment-on"] = ("{0} is a comment on {1}", "{0} 是对 {1} 的评论"),
        ["conference-version-of"] = ("{0} is the conference version of {1}", "{0} 是 {1} 的会议版本"),
        ["translation-of"] = ("{0} is a translation of {1}", "{0} 是 {1} 的译文"),
        ["part-of-series"] = ("{0} is in one series with {1}", "{0} 与 {1} 属同一系列"),
        ["same-study"] = ("{0} reports the same study as {1}", "{0} 与 {1} 报告同一研究"),
    };

    static readonly string[] SameBothWays = ["version-of", "part-of-series", "same-study"];

    /// <summary>Every relation two records can have, each way where the ways differ.</summary>
    public static readonly (string Type, bool FromA)[] All =
        [.. Merges.LinkTypes.SelectMany(type => SameBothWays.Contains(type) ? ((string, bool)[])[(type, true)] : [(type, true), (type, false)])];

    public static Message Of(string type, string from, string to) =>
        new(string.Format(CultureInfo.InvariantCulture, Words[type].En, from, to), string.Format(CultureInfo.InvariantCulture, Words[type].Zh, from, to));
}
