using System.Text;
using System.Text.Json;
using ReviewKit.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReviewKit.Prisma;

/// <summary>A value of a JSON or YAML file with the names that lead to it; entries of a list are named 0, 1, …</summary>
/// <param name="Line">In the file, from 1.</param>
readonly record struct FlowLeaf(IReadOnlyList<string> Path, string Text, int Line);

/// <summary>JSON and YAML as the same flat list, since a declared flow may be either.</summary>
static class FlowTree
{
    const int Most = 10_000, Deepest = 16;

    /// <exception cref="ReviewKitException">The text is no JSON; the message has file and line.</exception>
    public static IReadOnlyList<FlowLeaf> Json(string text, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var leaves = new List<FlowLeaf>();
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            Walk(ref reader, bytes, [], leaves);
        }
        catch (JsonException e)
        {
            throw Unreadable(name, (int)(e.LineNumber ?? 0) + 1, "JSON", e.Message.Split(" LineNumber:")[0], e);
        }
        return leaves;
    }

    /// <exception cref="ReviewKitException">The text is no YAML; the message has file and line.</exception>
    public static IReadOnlyList<FlowLeaf> Yaml(string text, string name)
    {
        YamlStream stream;
        try
        {
            stream = YamlTree.Load(text);
        }
        catch (YamlException e)
        {
            throw Unreadable(name, (int)e.Start.Line, "YAML", e.Message, e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet 18 lets its inner checks through as they are: "[!!x" the one, "- [, a" the other.
            throw Unreadable(name, 1, "YAML", e.Message, e);
        }
        var leaves = new List<FlowLeaf>();
        if (stream.Documents.Count > 0) Walk(stream.Documents[0].RootNode, [], leaves);
        // An anchor within itself, or many within many, has no end.
        return leaves.Count < Most ? leaves : throw Unreadable(name, 1, "YAML", $"more than {Most} values", null);
    }

    static ReviewKitException Unreadable(string name, int line, string format, string why, Exception? e) =>
        new(new Message($"{name}:{line}: not readable as {format}: {why}", $"{name}:{line}：不是可读的 {format}：{why}"), e);

    static void Walk(ref Utf8JsonReader reader, byte[] bytes, IReadOnlyList<string> path, List<FlowLeaf> leaves)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            var line = 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            var text = reader.TokenType is JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            if (reader.TokenType is not JsonTokenType.Null) leaves.Add(new(path, text, line));
            return;
        }
        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            var name = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                reader.Read();
            }
            Walk(ref reader, bytes, [.. path, name], leaves);
        }
    }

    static void Walk(YamlNode node, IReadOnlyList<string> path, List<FlowLeaf> leaves)
    {
        if (path.Count > Deepest || leaves.Count >= Most) return;
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children) Walk(value, [.. path, key.ToString()], leaves);
                break;
            case YamlSequenceNode list:
                foreach (var (i, value) in list.Children.Index()) Walk(value, [.. path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)], leaves);
                break;
            case YamlScalarNode { Value: not (null or "" or "~" or "null") } scalar:
                leaves.Add(new(path, scalar.Value!, (int)scalar.Start.Line));
                break;
            default:
                break;
        }
    }
}
