using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Terms to be replaced by others, or left out: VOSviewer's thesaurus, made by a person.</summary>
public sealed class Thesaurus
{
    // By folded label, so that a line works whatever the case or width of the keyword.
    readonly Dictionary<string, string> replacements;

    Thesaurus(Dictionary<string, string> replacements) => this.replacements = replacements;

    public static Thesaurus Empty { get; } = new([]);

    public int Count => replacements.Count;

    /// <summary>Reads lines of label and "replace by", a tab between; an empty second column leaves the term out. A first line with these two headings is passed over.</summary>
    /// <exception cref="ReviewKitException">A line without tab, or a label that is to become two different terms.</exception>
    public static Thesaurus Read(TextReader reader, string fileName)
    {
        var replacements = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            text = text.TrimStart('\ufeff');
            if (string.IsNullOrWhiteSpace(text)) continue;
            var cells = text.Split('\t');
            if (cells.Length < 2)
                throw new ReviewKitException(
                    $"{fileName}:{line}: found \"{text}\", expected a term, a tab and what replaces it (nothing to leave it out)",
                    $"{fileName}:{line}：此行为“{text}”，应为：词、制表符、替换词（替换词留空表示删除该词）");
            var (label, replacement) = (Fold.Term(cells[0].Trim()), cells[1].Trim());
            if (line == 1 && label == "label" && Fold.Term(replacement) == "replace by") continue;
            if (replacements.TryGetValue(label, out var before) && Fold.Term(before) != Fold.Term(replacement))
                throw new ReviewKitException(
                    $"{fileName}:{line}: \"{cells[0].Trim()}\" is replaced by \"{replacement}\", but before by \"{before}\"; keep one of the lines",
                    $"{fileName}:{line}：“{cells[0].Trim()}”在此替换为“{replacement}”，前文却替换为“{before}”；请只保留一行");
            replacements[label] = replacement;
        }
        return new Thesaurus(replacements);
    }

    /// <returns>What stands for the term: itself where no line names it, null where it is left out. One step only: a replacement is not looked up again.</returns>
    public string? Apply(string term) =>
        Count == 0 || !replacements.TryGetValue(Fold.Term(term), out var replacement) ? term : replacement.Length == 0 ? null : replacement;
}
