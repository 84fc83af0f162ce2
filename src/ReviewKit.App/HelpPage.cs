using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>The page of --help: summary, usage, examples, arguments, options, verbs; both languages, CJK widths right.</summary>
sealed class HelpPage(Language language) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var page = parseResult.InvocationConfiguration.Output;
        page.WriteLine(command.Description);
        Head(page, "Usage", "用法");
        page.WriteLine("  " + UsageLine(command));
        if (command is Verb { Examples.Count: > 0 } verb)
        {
            Head(page, "Examples", "示例");
            foreach (var example in verb.Examples) page.WriteLine("  " + example);
        }
        Section(page, "Arguments", "参数", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(page, "Commands", "命令", command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Section(page, "Options", "选项", command.Options.Where(IsOwn).Select(option => (NameOf(option), Help(option))));
        if (command is Verb { Lists: var lists })
            foreach (var (head, rows) in lists) Section(page, head, head, rows);
        var inherited = command.Parents.OfType<Command>().FirstOrDefault() is null ? [] : Globals.All.Select(global => (NameOf(global.Option), Help(global.Option)));
        Section(page, "Options of every command", "通用选项", inherited);
        if (command is RootCommand)
        {
            page.WriteLine();
            page.WriteLine(new Message("`reviewkit VERB --help` shows a verb's options and examples. Exit codes: 0 done, 1 you can mend it, 2 wrong usage, 70 a bug.",
                "`reviewkit 命令 --help` 显示该命令的选项和示例。退出码：0 完成，1 可由用户纠正，2 用法错误，70 程序错误。").In(language));
        }
        return 0;
    }

    // The options of every command are shared by all runs in one process, so their help is taken from its table, not from what another run wrote into them.
    string? Help(Option option) => Globals.All.FirstOrDefault(global => global.Option == option) is { Option: not null } global ? global.Help.In(language) : option.Description;

    bool IsOwn(Option option) => !option.Hidden;

    public static string PathOf(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "reviewkit" : $"{PathOf(parent)} {command.Name}";
    }

    static string UsageLine(Command command)
    {
        var line = PathOf(command);
        if (command.Subcommands.Count > 0) return line + " VERB …";
        foreach (var argument in command.Arguments)
        {
            var name = argument.Arity.MaximumNumberOfValues > 1 && !argument.Name.Contains(' ') ? argument.Name + "…" : argument.Name;
            line += argument.Arity.MinimumNumberOfValues == 0 ? $" [{name}]" : " " + name;
        }
        return command.Options.Any(option => option is not HelpOption) ? line + " [options]" : line;
    }

    static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias is not ("/?" or "/h" or "-?")).OrderBy(alias => alias.Length).Append(option.Name).Distinct());
        return option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? names : $"{names} {option.HelpName}";
    }

    void Head(TextWriter page, string en, string zh)
    {
        page.WriteLine();
        page.WriteLine(language == Language.Zh ? zh : en);
    }

    void Section(TextWriter page, string en, string zh, IEnumerable<(string Name, string? Help)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        Head(page, en, zh);
        var wide = Math.Min(30, list.Max(row => Width.Of(row.Name)));
        foreach (var (name, help) in list) page.WriteLine($"  {Width.Pad(name, wide)}  {help}".TrimEnd());
    }
}
