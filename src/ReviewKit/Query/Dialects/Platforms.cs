namespace ReviewKit.Query.Dialects;

/// <summary>The platforms that are known, and what is asked for by name.</summary>
public static class Platforms
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        WesternDialects.Scopus, WesternDialects.WebOfScience, MedicalDialects.PubMed, MedicalDialects.Ovid, MedicalDialects.Embase, WesternDialects.Ebsco, WesternDialects.Ieee, WesternDialects.OpenAlex,
        ChineseDialects.Cnki, ChineseDialects.Wanfang, ChineseDialects.Vip, ChineseDialects.SinoMed, ChineseDialects.Baidu,
    ];

    /// <summary>No platform's syntax: AND, OR, NOT, brackets and quotes, with the field marks and wildcards of Ovid and PubMed understood.</summary>
    public static Dialect Any { get; } = MedicalDialects.Any;

    /// <exception cref="ReviewKitException">There is no such platform; the known ones are listed.</exception>
    public static Dialect Named(string name) =>
        Find(name) ?? throw new ReviewKitException(
            $"no platform is called \"{name}\"; known: {string.Join(", ", All.Select(one => one.Name))}, and any for text in no platform's syntax",
            $"没有名为“{name}”的平台；可用：{string.Join("、", All.Select(one => one.Name))}，不属于任何平台语法的文本用 any");

    public static Dialect? Find(string name) =>
        All.Append(Any).FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || one.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));
}
