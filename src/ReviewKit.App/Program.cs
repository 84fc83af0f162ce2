using System.CommandLine;
using System.Text;
using ReviewKit.App.Commands;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>The command `reviewkit`: the list of its verbs, and the only catch.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        // Windows consoles start in a legacy code page.
        if (Console.IsOutputRedirected || !OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(false);
        else Console.OutputEncoding = Encoding.UTF8;
        return Run(args, Console.Out, Console.Error, Environment.CurrentDirectory);
    }

    /// <summary>One command, start to end. Exit codes: 0 done, 1 the user can mend it, 2 wrong usage, 70 a bug.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, string folder, TextReader? input = null)
    {
        var language = Globals.LanguageOf(args);
        try
        {
            var root = Verbs(new Host(language, folder, input));
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage) return Usage.Wrong(parsed, error, language);
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (ReviewKitException mendable)
        {
            error.WriteLine(mendable.Said.In(language));
            return 1;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(denied.Message);
            return 1;
        }
        catch (Exception bug)
        {
            error.WriteLine(new Message("This is a bug in ReviewKit; the review is as it was before this step. Please report:", "这是 ReviewKit 的程序错误；综述仍保持本步骤之前的状态。请报告：").In(language));
            error.WriteLine(bug);
            return 70;
        }
    }

    static RootCommand Verbs(Host host) => Usage.Root(host.Language,
        DemoCommand.Build(host), NewCommand.Build(host), ImportCommand.Build(host), AddCommand.Build(host), ConvertCommand.Build(host),
        DedupCommand.Build(host), MergeCommands.Merge(host), MergeCommands.Unmerge(host), MergeCommands.Link(host), SetCommand.Build(host), StudyCommand.Build(host),
        QueryCommand.Build(host), SearchCommand.Build(host), EnrichCommand.Build(host),
        ScreenCommand.Build(host), ShowCommand.Build(host), DecideCommand.Build(host), LabelCommand.Build(host), AssistCommand.Build(host), DecisionsCommand.Build(host), RetrieveCommand.Build(host),
        SimulateCommand.Build(host), StoppingCommands.Stopping(host), StoppingCommands.Stop(host),
        AgreementCommands.Calibrate(host), AgreementCommands.Conflicts(host), AgreementCommands.Agreement(host),
        UndoCommand.Build(host), HistoryCommand.Build(host), NoteCommand.Build(host), StatusCommand.Build(host),
        PrismaCommand.Build(host), ReportCommand.Build(host), CoWordCommand.Build(host), NetworkCommand.Build(host), DescribeCommand.Build(host),
        ExportCommand.Build(host), CheckCommand.Build(host));
}
