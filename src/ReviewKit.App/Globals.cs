using System.CommandLine;
using System.Globalization;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>How the program was started: the language it speaks, and the folder relative paths are taken from.</summary>
/// <param name="Input">What is read line by line; absent: the console.</param>
sealed record Host(Language Language, string Folder, TextReader? Input = null);

/// <summary>The options every verb takes.</summary>
static class Globals
{
    public static readonly Option<string?> Directory = new("-C") { Recursive = true, HelpName = "DIR" };
    public static readonly Option<string?> Lang = new("--lang") { Recursive = true, HelpName = "en|zh" };
    public static readonly Option<string?> Now = new("--now") { Recursive = true, HelpName = "TIME" };
    public static readonly Option<int> Seed = new("--seed") { Recursive = true, HelpName = "N", DefaultValueFactory = _ => 0 };
    public static readonly Option<string?> Person = new("--as") { Recursive = true, HelpName = "WHO" };

    public static readonly (Option Option, Message Help)[] All =
    [
        (Directory, new("the review folder; default: the current folder or the nearest above it with a review", "综述文件夹；默认为当前文件夹或最近的上级综述")),
        (Lang, new("language of messages and pictures; default: REVIEWKIT_LANG, else en", "消息和图的语言；默认取 REVIEWKIT_LANG，否则 en")),
        (Person, new("in whose name events are written; default: your user name", "以谁的名义记录；默认为用户名")),
        (Now, new("the time to write, e.g. 2026-01-31T12:00:00Z, for repeatable output; default: the clock", "写入的时间，例如 2026-01-31T12:00:00Z，用于可重复输出；默认为系统时间")),
        (Seed, new("seed of random numbers; default: 0", "随机数种子；默认 0")),
    ];

    /// <summary>Needed before parsing, because help and usage messages are in it too.</summary>
    public static Language LanguageOf(IReadOnlyList<string> args)
    {
        var named = Environment.GetEnvironmentVariable("REVIEWKIT_LANG");
        for (var i = 0; i < args.Count; i++)
            if (args[i] == "--lang" && i + 1 < args.Count) named = args[i + 1];
            else if (args[i].StartsWith("--lang=", StringComparison.Ordinal)) named = args[i][7..];
        return named is not null && (named.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || named.Equals("cn", StringComparison.OrdinalIgnoreCase)) ? Language.Zh : Language.En;
    }
}

/// <summary>What a verb has at hand: where to write, which language, which review.</summary>
sealed class Session
{
    readonly ParseResult parsed;
    readonly Host host;
    readonly string startedIn;

    public Session(ParseResult parsed, Host host)
    {
        this.host = host;
        this.parsed = parsed;
        Language = host.Language;
        startedIn = host.Folder;
        Output = parsed.InvocationConfiguration.Output;
        Error = parsed.InvocationConfiguration.Error;
        Folder = Path.GetFullPath(Path.Combine(startedIn, parsed.GetValue(Globals.Directory) ?? "."));
        var fixedTime = Time(parsed.GetValue(Globals.Now));
        Author = new Author(parsed.GetValue(Globals.Person) ?? Environment.UserName, Environment.MachineName, () => fixedTime ?? DateTimeOffset.UtcNow);
    }

    public Language Language { get; }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Answers, where they are asked for line by line.</summary>
    public TextReader Input => host.Input ?? Console.In;

    /// <summary>Progress and messages.</summary>
    public TextWriter Error { get; }

    /// <summary>Absolute; relative paths of arguments are taken from where the command was started, not from here.</summary>
    public string Folder { get; }

    public Author Author { get; }

    public int Seed => parsed.GetValue(Globals.Seed);

    public Review Open()
    {
        var review = Review.Open(Folder, Author);
        try
        {
            if (review.TakeProtocol() is { } change && change.Changed[0] != "first version")
                Tell($"review.yaml changed ({string.Join("; ", change.Changed)}); {change.DecisionsTouched} decisions were made under the version before",
                    $"review.yaml 已修改（{string.Join("；", change.Changed)}）；此前版本下已有 {change.DecisionsTouched} 个判断");
            return review;
        }
        catch
        {
            review.Dispose();
            throw;
        }
    }

    public void Print(string text) => Output.WriteLine(text);

    public void Print(string en, string zh) => Output.WriteLine(Language == Language.Zh ? zh : en);

    public void Tell(string en, string zh) => Error.WriteLine(Language == Language.Zh ? zh : en);

    public void Tell(Message message) => Error.WriteLine(message.In(Language));

    /// <summary>A path given as an argument, relative to where the command was started.</summary>
    public string PathOf(string argument) => Path.GetFullPath(Path.Combine(startedIn, argument));

    static DateTimeOffset? Time(string? text) => text is null
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new ReviewKitException($"--now \"{text}\" is no time; expected e.g. 2026-01-31T12:00:00Z", $"--now“{text}”不是时间；应如 2026-01-31T12:00:00Z");
}
