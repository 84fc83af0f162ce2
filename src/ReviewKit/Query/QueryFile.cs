using System.Security.Cryptography;
using System.Text;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Reads a query file. Every mistake that can be told apart is told, not only the first.</summary>
static class QueryFile
{
    // A bit for each in an int.
    const int MostSets = 30;

    public static readonly string[] Platforms = ["scopus", "wos", "cnki", "wanfang", "vip", "sinomed", "pubmed", "ovid", "embase", "ieee", "ebsco", "openalex", "baidu"];

    public static TermQuery Parse(string yaml, string name)
    {
        var root = YamlFile.Parse(yaml, name, columns: true).Root;
        var mistakes = new List<ReviewKitException>();
        var fields = Try(mistakes, () => Fields(root, ["title", "abstract", "keywords"])) ?? [];
        var style = new TermStyle(TermQuery.FieldsOf(fields), root.OneOf("match", TermStyle.Matches), root.Flag("plural"));
        var window = root.Map("window");
        var query = new TermQuery
        {
            Name = root.Text("name") ?? Path.GetFileNameWithoutExtension(name),
            Title = root.Both("title") ?? default,
            Fields = fields,
            Match = style.Match,
            From = Try(mistakes, () => Date(window, "from")),
            To = Try(mistakes, () => Date(window, "to")),
            Languages = root.Texts("languages"),
            Types = root.Texts("types"),
            Counted = root.Has("counted") ? root.OneOf("counted", "search", "automation") : null,
            Notes = [.. window?.Both("note") is { } note ? [note] : Array.Empty<Message>(), .. root.Messages("notes")],
            Sets = [.. root.Maps("sets").Select(map => Try(mistakes, () => Set(map, style))).OfType<TermSet>()],
            Platforms = Overrides(root, style, mistakes),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))),
        };
        Try(mistakes, () => Whole(root, query, mistakes.Count == 0));
        Try(mistakes, () => { window?.Done(); return ""; });
        Try(mistakes, () => { root.Done(); return ""; });
        return mistakes.Count == 0 ? query : throw Together(mistakes);
    }

    static string Whole(YamlMap root, TermQuery query, bool allRead)
    {
        if (query.Sets.Count == 0 && allRead) throw root.Error("sets", "there are no term sets", "没有检索词组");
        if (query.Sets.Count > MostSets) throw root.Error("sets", $"there are more than {MostSets} term sets", $"检索词组超过 {MostSets} 个");
        if (query.Sets.GroupBy(set => set.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw root.Error("sets", $"two sets have the id {twice.Key}", $"有两个检索词组的 id 都是 {twice.Key}");
        var ids = query.Sets.Select(set => set.Id).ToList();
        foreach (var (platform, own) in query.Platforms)
            if (own.Sets.Keys.FirstOrDefault(id => allRead && !ids.Contains(id)) is { } stray)
                throw root.Error("platforms", $"{platform} has a set {stray}, which the query does not have", $"{platform} 中的检索词组 {stray} 在检索式中不存在");
        return "";
    }

    static TermSet Set(YamlMap map, TermStyle style) => Set(map, map.Required("id"), style);

    static TermSet Set(YamlMap map, string id, TermStyle outer)
    {
        var style = outer.With(map);
        var set = new TermSet(id, map.Both("name") ?? Message.Verbatim(id), [.. QueryTerms.Read(map, "zh", style), .. QueryTerms.Read(map, "en", style), .. QueryTerms.Read(map, "any", style)])
        {
            Required = QueryTerms.Read(map, "all", style),
            Excluded = QueryTerms.Read(map, "not", style),
        };
        _ = map.Messages("notes");
        map.Done();
        if (set.Terms.Count + set.Required.Count == 0) throw map.Error("id", $"set {id} has no terms: give zh or en", $"检索词组 {id} 没有词：请给出 zh 或 en");
        return set;
    }

    static Dictionary<string, PlatformOverride> Overrides(YamlMap root, TermStyle style, List<ReviewKitException> mistakes)
    {
        var found = new Dictionary<string, PlatformOverride>();
        if (root.Map("platforms") is not { } platforms) return found;
        foreach (var name in platforms.Keys)
            if (Try(mistakes, () => Override(platforms, name, style)) is { } own) found[name] = own;
        return found;
    }

    static PlatformOverride Override(YamlMap platforms, string name, TermStyle style)
    {
        var map = platforms.Map(name);
        if (!Platforms.Contains(name))
        {
            var meant = Nearest.Question(name, Platforms);
            throw platforms.Error(name, $"unknown platform \"{name}\"; known: {string.Join(", ", Platforms)}{meant.En}", $"未知平台“{name}”；可用：{string.Join("、", Platforms)}{meant.Zh}");
        }
        if (map is null) return new PlatformOverride();
        var window = map.Map("window");
        var fields = Fields(map, []);
        var sets = map.Map("sets");
        var inside = fields.Count > 0 ? style with { Fields = TermQuery.FieldsOf(fields) } : style;
        var own = new PlatformOverride
        {
            Fields = fields,
            Terms = Known(map, "terms", ["zh", "en"]),
            From = Date(window, "from"),
            To = Date(window, "to"),
            Text = map.Text("string"),
            Sets = sets is null ? new Dictionary<string, TermSet>() : sets.Keys.ToDictionary(id => id, id => Set(sets.Map(id)!, id, inside)),
            Notes = map.Messages("notes"),
        };
        window?.Done();
        map.Done();
        return own;
    }

    internal static IReadOnlyList<string> Fields(YamlMap map, string[] absent) => Known(map, "fields", [.. TermQuery.KnownFields]) is { Count: > 0 } named ? named : absent;

    static IReadOnlyList<string> Known(YamlMap map, string key, string[] known)
    {
        foreach (var value in map.Values(key))
            if (value.Text is not { } text || !known.Contains(text))
            {
                var meant = Nearest.Question(value.Text ?? "", known);
                throw value.Error($"{key} has \"{value.Text}\"; known: {string.Join(", ", known)}{meant.En}", $"{key} 中有“{value.Text}”；可用：{string.Join("、", known)}{meant.Zh}");
            }
        return map.Texts(key);
    }

    static string? Date(YamlMap? window, string key) => window?.Text(key) switch
    {
        null => null,
        { } date when Records.PartialDate.Parse(date) == date => date,
        { } other => throw window.Error(key, $"{key} is \"{other}\", expected a date such as 2010, 2010-06 or 2010-06-30", $"{key} 的值是“{other}”，应为 2010、2010-06 或 2010-06-30 形式的日期"),
    };

    static T? Try<T>(List<ReviewKitException> mistakes, Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (ReviewKitException mistake)
        {
            mistakes.Add(mistake);
            return null;
        }
    }

    static ReviewKitException Together(List<ReviewKitException> mistakes) => mistakes.Count == 1
        ? mistakes[0]
        : new ReviewKitException(string.Join('\n', mistakes.Select(mistake => mistake.Said.En)), string.Join('\n', mistakes.Select(mistake => mistake.Said.Zh)));
}
