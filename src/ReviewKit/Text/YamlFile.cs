using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReviewKit.Text;

/// <summary>A YAML file read with care for its author: every complaint names file and line, and a misspelt key is an error, not a silence.</summary>
public sealed class YamlFile
{
    readonly string name;
    readonly bool columns;

    YamlFile(string name, bool columns) => (this.name, this.columns, Root) = (name, columns, null!);

    public YamlMap Root { get; private set; }

    /// <param name="text">The file.</param>
    /// <param name="name">What the complaints call it.</param>
    /// <param name="columns">Complaints name the column too, for files with long lines.</param>
    /// <exception cref="ReviewKitException">Not YAML, or not a map at the top.</exception>
    public static YamlFile Parse(string text, string name, bool columns = false)
    {
        var file = new YamlFile(name, columns);
        try
        {
            var stream = YamlTree.Load(text);
            if (stream.Documents.Count == 0) throw new ReviewKitException($"{name} is empty", $"{name} 是空文件");
            if (stream.Documents[0].RootNode is not YamlMappingNode map)
                throw file.Error(stream.Documents[0].RootNode, "expected `key: value` lines at the top", "顶层应为“键: 值”");
            file.Root = new YamlMap(file, map);
            return file;
        }
        catch (YamlException broken)
        {
            var (line, column) = (broken.Start.Line, broken.Start.Column);
            if (broken.Message.Contains("parsing a flow", StringComparison.Ordinal) && OpenBracket(text) is { } open)
                throw Hint(text, name, broken) ?? new ReviewKitException(new Message($"{name}:{line}: not valid YAML at column {column}: a comma is missing, or the bracket opened at line {open.Line}, column {open.Column} is not closed",
                    $"{name}:{line}：第 {column} 列不是有效的 YAML：缺少逗号，或第 {open.Line} 行第 {open.Column} 列的括号没有闭合"), broken);
            throw Hint(text, name, broken) ?? new ReviewKitException(new Message(
                $"{name}:{line}: not valid YAML at column {column}: {broken.Message}", $"{name}:{line}：第 {column} 列不是有效的 YAML：{broken.Message}"), broken);
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet 18 lets its inner checks through as they are: "[!!x" the one, "- [, a" the other.
            var place = OpenBracket(text) is { } open ? new Message($"{name}:{open.Line}: not valid YAML: the bracket at column {open.Column} is not closed", $"{name}:{open.Line}：不是有效的 YAML：第 {open.Column} 列的括号没有闭合")
                : new Message($"{name}: not valid YAML: {broken.Message}", $"{name}：不是有效的 YAML：{broken.Message}");
            throw Hint(text, name, broken) ?? new ReviewKitException(place, broken);
        }
    }

    /// <summary>The mistakes people make most, which the parser's own words do not name.</summary>
    static ReviewKitException? Hint(string text, string name, Exception broken)
    {
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            var content = line.TrimStart();
            if (content.StartsWith("#", StringComparison.Ordinal)) continue;
            if (line[..(line.Length - content.Length)].Contains('\t'))
                return new ReviewKitException(new Message($"{name}:{number}: the line begins with a tab; YAML wants blanks", $"{name}:{number}：该行以制表符开头；YAML 只能用空格缩进"), broken);
            var colon = content.IndexOf('：');
            if (colon > 0 && content[..colon].IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_ {".AsSpan()) < 0)
                return new ReviewKitException(new Message($"{name}:{number}: a full-width colon ： after a key; YAML wants : and a blank", $"{name}:{number}：键后用了全角冒号“：”；YAML 须用半角冒号加空格"), broken);
        }
        return null;
    }

    /// <summary>The innermost bracket open where a line begins with a key, or at the end; those in quotes and remarks do not count.</summary>
    static (int Line, int Column)? OpenBracket(string text)
    {
        var open = new Stack<(int Line, int Column)>();
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            var content = line.TrimStart(" -");
            var colon = content.IndexOf(':');
            if (open.Count > 0 && colon > 0 && content[..colon].IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz-") < 0) break;
            var quote = '\0';
            for (var i = 0; i < line.Length; i++)
            {
                var c = line[i];
                if (quote != '\0') quote = c == quote ? '\0' : quote;
                else if (c == '#' && (i == 0 || line[i - 1] == ' ')) break;
                else if (c is '"' or '\'' && (i == 0 || line[i - 1] is ' ' or '[' or '{' or ',')) quote = c;
                else if (c is '[' or '{') open.Push((number, i + 1));
                else if (c is ']' or '}' && open.Count > 0) open.Pop();
            }
        }
        return open.Count > 0 ? open.Peek() : null;
    }

    internal ReviewKitException Error(YamlNode node, string en, string zh)
    {
        var place = columns ? $"{name}:{node.Start.Line}:{node.Start.Column}" : $"{name}:{node.Start.Line}";
        return new($"{place}: {en}", $"{place}：{zh}");
    }
}

/// <summary>A map of a <see cref="YamlFile"/>. Keys that nobody asked for are an error in <see cref="Done"/>.</summary>
public sealed class YamlMap
{
    readonly YamlFile file;
    readonly YamlMappingNode node;
    readonly HashSet<string> asked = [];

    internal YamlMap(YamlFile file, YamlMappingNode node) => (this.file, this.node) = (file, node);

    public int Line => (int)node.Start.Line;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Absent, and an empty value, is null.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value is "~" or "null" ? null : value,
        YamlScalarNode => null,
        var other => throw file.Error(other, $"{key} should be a text", $"{key} 应为文本"),
    };

    public string Required(string key) => Text(key) ?? throw file.Error(node, $"{key} is missing", $"缺少 {key}");

    /// <summary>One of the allowed words; absent is the first of them.</summary>
    public string OneOf(string key, params ReadOnlySpan<string> allowed)
    {
        var value = Text(key);
        if (value is null) return allowed[0];
        if (allowed.Contains(value)) return value;
        var list = string.Join(", ", allowed.ToArray());
        var meant = Nearest.Question(value, allowed.ToArray());
        throw file.Error(Find(key)!, $"{key} is \"{value}\", expected one of {list}{meant.En}", $"{key} 的值是“{value}”，应为 {list} 之一{meant.Zh}");
    }

    /// <summary>true or false; absent is false.</summary>
    public bool Flag(string key) => OneOf(key, "false", "true", "no", "yes") is "true" or "yes";

    public int Number(string key, int absent)
    {
        if (Text(key) is not { } value) return absent;
        return int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw file.Error(Find(key)!, $"{key} is \"{value}\", expected a whole number", $"{key} 的值是“{value}”，应为整数");
    }

    /// <summary>A part of 1, such as .05 or 5 %.</summary>
    public double Share(string key, double absent)
    {
        if (Text(key) is not { } value) return absent;
        var isPercent = value.EndsWith('%');
        return double.TryParse(value.TrimEnd('%', ' '), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && number / (isPercent ? 100 : 1) is >= 0 and <= 1 and var share
            ? share
            : throw file.Error(Find(key)!, $"{key} is \"{value}\", expected a share of 0 to 1", $"{key} 的值是“{value}”，应为 0 到 1 之间的比例");
    }

    /// <summary>A text in both languages: `{en: …, zh: …}`, or one text for both. Absent is null.</summary>
    public Message? Both(string key)
    {
        if (Find(key) is YamlScalarNode { Value: { Length: > 0 } one }) return Message.Verbatim(one);
        if (Map(key) is not { } map) return null;
        return map.AsMessage();
    }

    /// <summary>This map's `en` and `zh`, the one standing in for the other where only one is there.</summary>
    public Message AsMessage()
    {
        var (en, zh) = (Text("en"), Text("zh"));
        return new Message(en ?? zh ?? "", zh ?? en ?? "");
    }

    public YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(file, map),
        var other => throw file.Error(other, $"{key} should hold `key: value` lines", $"{key} 应为“键: 值”"),
    };

    /// <summary>Absent is an empty list; a single text is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode { Value: var one } => string.IsNullOrEmpty(one) ? [] : [one],
        YamlSequenceNode list => [.. list.Select(item => item is YamlScalarNode { Value: { } value }
            ? value
            : throw file.Error(item, $"{key} should be a list of texts", $"{key} 应为文本列表"))],
        var other => throw file.Error(other, $"{key} should be a list", $"{key} 应为列表"),
    };

    /// <summary>A list of lists of texts. Absent is an empty list.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode lists => [.. lists.Select(list => list is YamlSequenceNode items && items.All(item => item is YamlScalarNode { Value.Length: > 0 })
            ? (IReadOnlyList<string>)[.. items.Select(item => ((YamlScalarNode)item).Value!)]
            : throw file.Error(list, $"each item of {key} should be a list, such as [A, B]", $"{key} 的每一项应为列表，如 [A, B]"))],
        var other => throw file.Error(other, $"{key} should be a list of lists, such as - [A, B]", $"{key} 应为列表的列表，如 - [A, B]"),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Find(key) switch
    {
        null or YamlScalarNode { Value: null or "" } => [],
        YamlSequenceNode list => [.. list.Select(item => item is YamlMappingNode map
            ? new YamlMap(file, map)
            : throw file.Error(item, $"each item of {key} should hold `key: value` lines", $"{key} 的每一项应为“键: 值”"))],
        var other => throw file.Error(other, $"{key} should be a list", $"{key} 应为列表"),
    };

    /// <summary>A list of texts, each in both languages or in one for both. Absent is an empty list.</summary>
    public IReadOnlyList<Message> Messages(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => item switch
        {
            YamlMappingNode map => new YamlMap(file, map).AsMessage(),
            YamlScalarNode { Value: { } value } => Message.Verbatim(value),
            _ => throw file.Error(item, $"{key} should be a list of texts", $"{key} 应为文本列表"),
        })],
        var other => throw file.Error(other, $"{key} should be a list", $"{key} 应为列表"),
    };

    /// <summary>Keys in the order of the file, for maps whose keys are the user's own.</summary>
    public IReadOnlyList<string> Keys => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")];

    /// <summary>Call when all keys have been asked for.</summary>
    /// <exception cref="ReviewKitException">A key that means nothing here.</exception>
    public void Done()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (asked.Contains(key.Value ?? "")) continue;
            if (key.Value?.Contains('：') == true)
                throw file.Error(key, "a full-width colon ： after a key; YAML wants : and a blank", "键后用了全角冒号“：”；YAML 须用半角冒号加空格");
            var known = string.Join(", ", asked.Order(StringComparer.Ordinal));
            var meant = Nearest.Question(key.Value ?? "", asked.Order(StringComparer.Ordinal));
            throw file.Error(key, $"unknown key \"{key.Value}\"; known here: {known}{meant.En}", $"未知的键“{key.Value}”；此处可用：{known}{meant.Zh}");
        }
    }

    public ReviewKitException Error(string key, string en, string zh) => file.Error(Find(key) ?? node, en, zh);

    /// <summary>The values of a list, or the one value there is; absent is none.</summary>
    public IReadOnlyList<YamlValue> Values(string key) => Find(key) switch
    {
        null or YamlScalarNode { Value: null or "" } => [],
        YamlSequenceNode list => [.. list.Select(item => new YamlValue(file, item))],
        var one => [new YamlValue(file, one)],
    };

    YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}

/// <summary>One value of a <see cref="YamlFile"/> that may be a text, a list or a map.</summary>
public sealed class YamlValue
{
    readonly YamlFile file;
    readonly YamlNode node;

    internal YamlValue(YamlFile file, YamlNode node) => (this.file, this.node) = (file, node);

    /// <summary>Null where it is a list or a map.</summary>
    public string? Text => (node as YamlScalarNode)?.Value;

    public YamlMap? Map => node is YamlMappingNode map ? new YamlMap(file, map) : null;

    /// <summary>Null where it is no list.</summary>
    public IReadOnlyList<YamlValue>? Items => node is YamlSequenceNode list ? [.. list.Select(item => new YamlValue(file, item))] : null;

    /// <summary>First character in the file, 0-based, and length; of a text without its quotes where it has some.</summary>
    public (int Start, int Length) At => ((int)node.Start.Index, (int)(node.End.Index - node.Start.Index));

    public ReviewKitException Error(string en, string zh) => file.Error(node, en, zh);
}
