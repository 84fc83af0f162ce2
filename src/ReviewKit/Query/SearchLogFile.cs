using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>The search log of a review: a file that people may edit, taken into the ledger whenever it has changed.</summary>
public static class SearchLogFile
{
    const string Head = """
        # What was searched where, when and by whom: one entry a search (docs/query.md). `reviewkit query log` prints it as PRISMA-S asks.
        # 检索日志：每次检索一条。`reviewkit query log` 按 PRISMA-S 的要求输出。
        searches:

        """;

    static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string PathOf(Review review) => Path.Combine(review.QueriesFolder, SearchLog.Name);

    static string NameOf => "queries/" + SearchLog.Name;

    /// <summary>Null when the review has none.</summary>
    /// <exception cref="ReviewKitException">The file is wrong; the message names the place.</exception>
    public static SearchLog? Read(Review review) => File.Exists(PathOf(review)) ? SearchLog.Parse(TextFile.Read(PathOf(review), NameOf), NameOf) : null;

    /// <summary>As <see cref="Read"/>, and an event of the ledger when the file is not what it was.</summary>
    public static SearchLog? Take(Review review)
    {
        if (Read(review) is not { } log) return null;
        var yaml = TextFile.Read(PathOf(review), NameOf);
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        var last = review.Connection.QueryFirstOrDefault<string>("select json_extract(body, '$.sha256') from event where kind = 'search-log' order by seq desc limit 1");
        if (last != sha) review.Ledger.Append("search-log", new SearchLogBody(sha, yaml, log.Searches.Count));
        return log;
    }

    /// <summary>Writes one more search at the end of the list, leaving the rest of the file as people wrote it.</summary>
    public static void Add(Review review, Search search)
    {
        var yaml = File.Exists(PathOf(review)) ? TextFile.Read(PathOf(review), NameOf) : Head;
        var before = SearchLog.Parse(yaml, NameOf);
        var with = Insert(yaml.ReplaceLineEndings("\n"), Entry(search));
        // A list written as [...] cannot be added to line by line.
        if (SearchLog.Parse(with, NameOf).Searches.Count != before.Searches.Count + 1)
            throw new ReviewKitException($"{NameOf}: nothing can be added to a list in brackets; write `searches:` with a line `- platform: …` for each", $"{NameOf}：无法向方括号列表添加条目；请在 `searches:` 下每条写一行 `- platform: …`");
        Directory.CreateDirectory(review.QueriesFolder);
        File.WriteAllText(PathOf(review), with);
        Take(review);
    }

    static string Insert(string yaml, string entry)
    {
        var lines = yaml.TrimEnd('\n').Split('\n').ToList();
        var head = lines.FindIndex(line => line.StartsWith("searches:", StringComparison.Ordinal));
        if (head < 0)
        {
            lines.Add("searches:");
            head = lines.Count - 1;
        }
        var end = lines.FindIndex(head + 1, line => line.Length > 0 && line[0] is not (' ' or '-' or '#'));
        if (end < 0) end = lines.Count;
        while (end > head + 1 && string.IsNullOrWhiteSpace(lines[end - 1])) end--;
        var indent = lines.Skip(head + 1).Take(end - head - 1).FirstOrDefault(line => line.TrimStart().StartsWith('-')) is { } first ? first[..(first.Length - first.TrimStart().Length)] : "  ";
        lines.InsertRange(end, entry.TrimEnd('\n').Split('\n').Select(line => indent + line));
        return string.Join('\n', lines) + "\n";
    }

    static string Entry(Search search)
    {
        var entry = new StringBuilder($"- platform: {Text(search.Platform)}\n  date: {Text(search.Date)}\n");
        void Line(string key, string? value)
        {
            if (value is not null) entry.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
        }
        Line("via", search.Via is null ? null : Text(search.Via));
        Line("person", search.Person is null ? null : Text(search.Person));
        Line("hits", search.Hits?.ToString(CultureInfo.InvariantCulture));
        Line("exported", search.Exported?.ToString(CultureInfo.InvariantCulture));
        Line("rounds", search.Rounds.Count == 0 ? null : $"[{string.Join(", ", search.Rounds)}]");
        Line("files", search.Files.Count == 0 ? null : $"[{string.Join(", ", search.Files.Select(Text))}]");
        Line("filters", search.Filters is null ? null : $"[{string.Join(", ", search.Filters.Select(Text))}]");
        Line("note", search.Note is { } note ? Text(note.En) : null);
        Line("string", search.Text is null ? null : Block(search.Text));
        return entry.ToString();
    }

    // JSON's quoted string is YAML's too.
    static string Text(string text) => JsonSerializer.Serialize(text, Quoted);

    static string Block(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        return lines[0].StartsWith(' ') || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r')) ? Text(text) : "|-\n" + string.Join('\n', lines.Select(line => line.Length == 0 ? "" : "    " + line));
    }
}
