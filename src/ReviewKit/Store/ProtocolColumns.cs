using System.Text;

namespace ReviewKit.Store;

/// <summary>Writes what the user says of columns into review.yaml, whose comments and order stay as they are.</summary>
public static class ProtocolColumns
{
    /// <summary>The text of review.yaml with a `columns:` block that has these columns too; the same text when it has them already.</summary>
    /// <param name="columns">Field and column.</param>
    /// <exception cref="ReviewKitException">The file has `columns:` in a form that cannot be added to: says what to write there.</exception>
    public static string With(string yaml, IReadOnlyList<(string Field, string Column)> columns, string name = ProtocolFile.Name)
    {
        var known = ProtocolFile.Parse(yaml, name).Columns;
        var missing = columns.Where(pair => !known.TryGetValue(pair.Field, out var there) || !there.Contains(pair.Column)).ToList();
        if (missing.Count == 0) return yaml;
        var lines = yaml.ReplaceLineEndings("\n").Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith("columns:", StringComparison.Ordinal));
        // A field that has columns already gets its line anew; the block itself is the one this program writes, a field to a line.
        var fields = missing.Select(pair => pair.Field).Distinct().ToDictionary(field => field, field => (List<string>)[.. known.GetValueOrDefault(field, []), .. missing.Where(pair => pair.Field == field).Select(pair => pair.Column)]);
        if (at < 0)
        {
            while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
            lines.AddRange(["", "# What columns mean whose names ReviewKit does not know (import --map). 自定义列的含义。", "columns:"]);
            at = lines.Count - 1;
            lines.Add("");
        }
        foreach (var (field, names) in fields)
        {
            var end = lines.FindIndex(at + 1, other => other.Length > 0 && other[0] is not (' ' or '#'));
            var old = lines.FindIndex(at + 1, (end < 0 ? lines.Count : end) - at - 1, other => other.TrimStart().StartsWith(field + ":", StringComparison.Ordinal));
            var line = $"  {field}: [{string.Join(", ", names.Select(Quoted))}]";
            if (old >= 0 && known.ContainsKey(field)) lines[old] = line;
            else lines.Insert(at + 1, line);
        }
        var text = string.Join('\n', lines);
        return Holds(text, missing) ? text : throw new ReviewKitException(
            $"{name} has `columns:` in a form that cannot be added to; write there: {string.Join(", ", missing.Select(pair => $"{pair.Field}: {Quoted(pair.Column)}"))}",
            $"{name} 中 `columns:` 的写法无法自动补充；请在其中写入：{string.Join("，", missing.Select(pair => $"{pair.Field}: {Quoted(pair.Column)}"))}");
    }

    static bool Holds(string yaml, List<(string Field, string Column)> columns)
    {
        try
        {
            var read = ProtocolFile.Parse(yaml).Columns;
            return columns.TrueForAll(pair => read.TryGetValue(pair.Field, out var there) && there.Contains(pair.Column));
        }
        catch (ReviewKitException)
        {
            return false;
        }
    }

    // Double quotes of YAML: only \ and " mean something inside.
    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '\\' or '"') quoted.Append('\\');
            quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
