using System.Security.Cryptography;
using System.Text;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>A search in ordered sets: a record passes a set when any of its terms is found in one of the fields, and round k when it passes sets 1 to k.</summary>
public sealed record TermQuery
{
    public required string Name { get; init; }

    public Message Title { get; init; }

    /// <summary>Among title, abstract, keywords (the authors') and index-keywords.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>phrase: on word boundaries for Latin script, anywhere for Chinese.</summary>
    public string Match { get; init; } = "phrase";

    public required IReadOnlyList<TermSet> Sets { get; init; }

    /// <summary>ISO dates as far as given; null is open.</summary>
    public string? From { get; init; }

    public string? To { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>Of the file it was read from.</summary>
    public string Sha256 { get; init; } = "";

    public static readonly string[] KnownFields = ["title", "abstract", "keywords", "index-keywords"];

    /// <exception cref="ReviewKitException">The file is missing, or names file, line and what was expected.</exception>
    public static TermQuery Read(string path, string name)
    {
        if (!File.Exists(path))
            throw new ReviewKitException($"{name} is not there: review.yaml names it as the query", $"找不到 {name}：review.yaml 指定它为检索式");
        return Parse(TextFile.Read(path, name), name);
    }

    public static TermQuery Parse(string yaml, string name)
    {
        var root = YamlFile.Parse(yaml, name).Root;
        var window = root.Map("window");
        var query = new TermQuery
        {
            Name = root.Text("name") ?? Path.GetFileNameWithoutExtension(name),
            Title = root.Both("title") ?? default,
            Fields = root.Texts("fields") is { Count: > 0 } fields ? fields : ["title", "abstract", "keywords"],
            Match = root.OneOf("match", "phrase"),
            From = window?.Text("from"),
            To = window?.Text("to"),
            Languages = root.Texts("languages"),
            Notes = [.. window?.Both("note") is { } note ? [note] : Array.Empty<Message>(), .. root.Messages("notes")],
            Sets = [.. root.Maps("sets").Select(Set)],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))),
        };
        window?.Done();
        root.Done();
        if (query.Fields.FirstOrDefault(field => !KnownFields.Contains(field)) is { } unknown)
            throw root.Error("fields", $"unknown field \"{unknown}\"; known: {string.Join(", ", KnownFields)}", $"未知字段“{unknown}”；可用：{string.Join("、", KnownFields)}");
        if (query.Sets.Count == 0) throw root.Error("sets", "there are no term sets", "没有检索词组");
        if (query.Sets.Count > 30) throw root.Error("sets", "there are more than 30 term sets", "检索词组超过 30 个");
        return query;
    }

    static TermSet Set(YamlMap map)
    {
        var id = map.Required("id");
        var terms = map.Texts("zh").Select(text => new Term(text, "zh")).Concat(map.Texts("en").Select(text => new Term(text, "en"))).ToList();
        foreach (var term in terms) Plain(map, term);
        var set = new TermSet(id, map.Both("name") ?? Message.Verbatim(id), terms);
        if (terms.Count == 0) throw map.Error("id", $"set {id} has no terms: give zh or en", $"检索词组 {id} 没有词：请给出 zh 或 en");
        map.Done();
        return set;
    }

    /// <summary>What looks like an operator or a list inside a term would silently find nothing.</summary>
    static void Plain(YamlMap map, Term term)
    {
        if (term.Text.AsSpan().ContainsAny("，、；;"))
            throw map.Error(term.Language, $"\"{term.Text}\" has a list sign inside one term: separate terms by a comma and blank, [a, b]", $"“{term.Text}”一个词内有并列符号：词与词之间用半角逗号加空格，如 [甲, 乙]");
        if (term.Text.AsSpan().ContainsAny("*?$\"{}") || term.Text.Split(' ').Any(word => word is "AND" or "OR" or "NOT"))
            throw map.Error(term.Language, $"\"{term.Text}\" has a wildcard, quote or operator: terms are plain words or phrases; write each form as a term of its own", $"“{term.Text}”含有通配符、引号或运算符：词应为普通词语，请把每种形式各写成一个词");
    }
}

/// <summary>Alternatives for one concept.</summary>
public sealed record TermSet(string Id, Message Name, IReadOnlyList<Term> Terms);

/// <summary>One word or phrase.</summary>
/// <param name="Language">zh or en.</param>
public sealed record Term(string Text, string Language);
