using System.CommandLine;
using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>--thesaurus, of every verb that counts keywords.</summary>
static class ThesaurusOption
{
    public static Option<string?> On(Verb verb) =>
        verb.Option<string?>("--thesaurus", "FILE", new("VOSviewer's: label, tab, replace by; default: none", "VOSviewer 格式：词、制表符、替换为；默认无"));

    public static Thesaurus Of(Session session, ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } file) return Thesaurus.Empty;
        using var reader = new StringReader(TextFile.Read(session.PathOf(file), file));
        return Thesaurus.Read(reader, file);
    }
}
