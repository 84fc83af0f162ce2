using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>What the parser of the command line complains of, in words for people.</summary>
static partial class UsageText
{
    static readonly (Regex Pattern, Func<Match, Message> Said)[] Words =
    [
        (Wrong(), m => Kind(m.Groups[3].Value, m.Groups[2].Value, m.Groups[1].Value)),
        (NotAmong(), m => new($"\"{m.Groups[1].Value}\" is none of: {Among(m)}", $"“{m.Groups[1].Value}”不在可选值之中：{Among(m)}")),
        (Unrecognised(), m => new($"\"{m.Groups[1].Value}\" is no verb or option here", $"此处没有“{m.Groups[1].Value}”这个命令或选项")),
        (MissingOption(), m => new($"{m.Groups[1].Value} is missing: give a value after it", $"缺少 {m.Groups[1].Value} 的值")),
        (NeededOption(), m => new($"{m.Groups[1].Value} must be given", $"必须给出 {m.Groups[1].Value}")),
        (MissingCommand(), _ => new("say which of its verbs you mean", "请指明其下的哪个命令")),
        (MissingArgument(), m => new($"{m.Groups[1].Value} is missing, or there are too few", $"缺少 {m.Groups[1].Value}，或数量不够")),
    ];

    public static Message Of(string complaint)
    {
        foreach (var (pattern, said) in Words)
            if (pattern.Match(complaint) is { Success: true } match) return said(match);
        return Message.Verbatim(complaint);
    }

    static Message Kind(string type, string option, string value) => type.Contains("Int", StringComparison.Ordinal)
        ? new($"{option}: \"{value}\" is no whole number", $"{option}：“{value}”不是整数")
        : new($"{option}: \"{value}\" cannot be read", $"{option}：无法识别“{value}”");

    static string Among(Match match) => string.Join(", ", Quoted().Matches(match.Groups[2].Value).Select(word => word.Groups[1].Value));

    [GeneratedRegex(@"^Cannot parse argument '(.*?)' for (?:option|command|argument) '(.*?)' as expected type '(.*?)'")]
    private static partial Regex Wrong();

    [GeneratedRegex(@"^Argument '(.*?)' not recognized\. Must be one of:(.*)$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex(@"^Unrecognized command or argument '(.*?)'")]
    private static partial Regex Unrecognised();

    [GeneratedRegex(@"^Required argument missing for option: '(.*?)'")]
    private static partial Regex MissingOption();

    [GeneratedRegex(@"^Option '(.*?)' is required")]
    private static partial Regex NeededOption();

    [GeneratedRegex(@"^Required command was not provided")]
    private static partial Regex MissingCommand();

    [GeneratedRegex(@"^Required argument '?(.*?)'? missing")]
    private static partial Regex MissingArgument();

    [GeneratedRegex(@"'(.*?)'")]
    private static partial Regex Quoted();
}
