using ReviewKit.Query;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The strategy a command is given: a file, standard input, or the text itself; and how findings about it are shown.</summary>
sealed record StrategyText(string Name, string Text)
{
    /// <param name="file">Null and - are standard input.</param>
    /// <param name="given">The text itself; null when it is in the file.</param>
    public static StrategyText Of(Session session, string? file, string? given)
    {
        if (given is not null) return new("string", given);
        if (file is null or "-")
        {
            using var bytes = new MemoryStream();
            using var input = Console.OpenStandardInput();
            input.CopyTo(bytes);
            return new("-", TextFile.Decode(bytes.ToArray(), "stdin").TrimEnd('\r', '\n'));
        }
        return new(Path.GetFileName(file), TextFile.Read(session.PathOf(file), Path.GetFileName(file)).TrimEnd('\r', '\n'));
    }

    /// <summary>`strategy.txt:1:11: Q-E-BRACKET the bracket ) has no partner`, the place left out where there is none.</summary>
    public string Line(Diagnostic one, Language language)
    {
        if (one.At == default) return $"{one.Code} {one.Said.In(language)}";
        var start = Math.Min(one.At.Start, Text.Length);
        var row = Text.AsSpan(0, start).Count('\n') + 1;
        var column = start - Text.LastIndexOf('\n', Math.Max(0, start - 1), start);
        return $"{Name}:{row}:{column}: {one.Code} {one.Said.In(language)}";
    }
}
