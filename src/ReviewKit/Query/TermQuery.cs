using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>A search in ordered sets: a record passes a set when any of its terms is found in one of the fields, and round k when it passes sets 1 to k. Its file: docs/query.md.</summary>
public sealed record TermQuery
{
    public required string Name { get; init; }

    public Message Title { get; init; }

    /// <summary>Among title, abstract, keywords (the authors') and index-keywords; what a term has that names no fields of its own.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>phrase (the words of a term next to each other) or words (anywhere); sets and terms may say otherwise.</summary>
    public string Match { get; init; } = "phrase";

    public required IReadOnlyList<TermSet> Sets { get; init; }

    /// <summary>ISO dates as far as given; null is open.</summary>
    public string? From { get; init; }

    public string? To { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Document types searched for, CSL names; empty is all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>What the query file says of the rounds in PRISMA, search or automation; null where it leaves it to review.yaml.</summary>
    public string? Counted { get; init; }

    /// <summary>By the platform's name.</summary>
    public IReadOnlyDictionary<string, PlatformOverride> Platforms { get; init; } = new Dictionary<string, PlatformOverride>();

    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>Of the file it was read from.</summary>
    public string Sha256 { get; init; } = "";

    public static IReadOnlyList<string> KnownFields { get; } = [.. QueryFields.Tracked.Select(known => known.Name)];

    /// <exception cref="ReviewKitException">The file is missing, or names file, line, column and what was expected, of every mistake.</exception>
    public static TermQuery Read(string path, string name)
    {
        if (!File.Exists(path))
            throw new ReviewKitException($"{name} is not there: review.yaml names it as the query", $"找不到 {name}：review.yaml 指定它为检索式");
        return Parse(TextFile.Read(path, name), name);
    }

    public static TermQuery Parse(string yaml, string name) => QueryFile.Parse(yaml, name);

    /// <summary>The query as one platform gets it: with its own fields and sets where the file gives such.</summary>
    public TermQuery For(string platform)
    {
        if (!Platforms.TryGetValue(platform, out var own)) return this;
        var (standing, fields) = (FieldsOf(Fields), own.Fields.Count > 0 ? FieldsOf(own.Fields) : FieldsOf(Fields));
        return this with
        {
            Fields = own.Fields.Count > 0 ? own.Fields : Fields,
            From = own.From ?? From,
            To = own.To ?? To,
            Sets = [.. Sets.Select(set => own.Sets.GetValueOrDefault(set.Id, set)).Select(set => set.InFields(standing, fields))],
        };
    }

    /// <summary>The fields these names stand for.</summary>
    public static SearchFields FieldsOf(IEnumerable<string> names) =>
        names.Aggregate(SearchFields.None, (all, name) => all | QueryFields.Tracked.First(known => known.Name == name).Field);
}

/// <summary>What the query file says for one platform only.</summary>
public sealed record PlatformOverride
{
    /// <summary>As <see cref="TermQuery.Fields"/>; empty is as the query says.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Languages whose terms are sent there, zh and en; empty is as the platform's own habit.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Sets that stand in for those of the query, by id.</summary>
    public IReadOnlyDictionary<string, TermSet> Sets { get; init; } = new Dictionary<string, TermSet>();

    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>The whole string as it is to be sent, in the platform's syntax; null where it is made from the sets.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Message> Notes { get; init; } = [];
}
