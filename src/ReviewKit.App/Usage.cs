using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>The root of the command line, its help pages, and what is said of wrong usage.</summary>
static class Usage
{
    public static RootCommand Root(Language language, params Verb[] verbs)
    {
        var root = new RootCommand(new Message(
            "Systematic reviews in Chinese and English: from database exports to the PRISMA 2020 diagram and the co-word map.",
            "中英文系统综述：从数据库导出文件到 PRISMA 2020 流程图和共词图。").In(language));
        foreach (var verb in verbs) root.Add(verb);
        foreach (var (option, _) in Globals.All) root.Add(option);
        Globals.Lang.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "en", "zh", "cn", "zh-CN", "zh-TW");
        foreach (var option in root.Options)
        {
            if (option is HelpOption) (option.Action, option.Description) = (new HelpPage(language), new Message("this page", "显示帮助").In(language));
            else if (option is VersionOption) (option.Action, option.Description) = (new VersionLine(), new Message("the version", "显示版本").In(language));
        }
        root.SetAction(parsed => new HelpPage(language).Invoke(parsed));
        return root;
    }

    /// <summary>What was wrong, and where help is; exit code 2.</summary>
    public static int Wrong(ParseResult parsed, TextWriter error, Language language)
    {
        foreach (var mistake in parsed.Errors) error.WriteLine(UsageText.Of(mistake.Message).In(language));
        var path = HelpPage.PathOf(parsed.CommandResult.Command);
        error.WriteLine(new Message($"`{path} --help` shows how it is used", $"用法见 `{path} --help`").In(language));
        return 2;
    }

    sealed class VersionLine : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Author.Tool);
            return 0;
        }
    }
}
