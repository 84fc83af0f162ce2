namespace ReviewKit.Text;

/// <summary>
/// A folded phrase, perhaps with wildcards. A wildcard stands for letters and digits of scripts that write words apart, never for a blank, and not for Chinese
/// characters, which are found inside a text anyway.
/// </summary>
public sealed class PhrasePattern
{
    readonly PhrasePart[] before, after;

    PhrasePattern(PhrasePart[] before, string anchor, PhrasePart[] after) => (this.before, Anchor, this.after) = (before, anchor, after);

    /// <summary>Its longest part without wildcards; empty where it has no letter, and then it is found nowhere.</summary>
    public string Anchor { get; }

    /// <summary>A phrase without wildcards.</summary>
    public static PhrasePattern Of(string phrase) => Of([new PhrasePart(phrase)]);

    /// <param name="parts">Texts need not be folded; a blank at either end of the whole does not count.</param>
    public static PhrasePattern Of(IReadOnlyList<PhrasePart> parts)
    {
        var folded = Folded(parts);
        var best = -1;
        for (var i = 0; i < folded.Count; i++)
            if (!folded[i].IsWildcard && (best < 0 || folded[i].Text.Length > folded[best].Text.Length)) best = i;
        if (best < 0) return new PhrasePattern([], "", []);
        // Both sides are read from the anchor outwards.
        return new PhrasePattern([.. folded[..best].AsEnumerable().Reverse()], folded[best].Text, [.. folded[(best + 1)..]]);
    }

    /// <summary>True when the phrase is where its anchor ends.</summary>
    /// <param name="letters">The folded text.</param>
    /// <param name="anchorEnd">After the anchor's last letter.</param>
    /// <param name="start">The phrase's first letter.</param>
    /// <param name="end">After its last one.</param>
    public bool IsAt(ReadOnlySpan<char> letters, int anchorEnd, out int start, out int end)
    {
        end = anchorEnd;
        return Extend(letters, before, anchorEnd - Anchor.Length, -1, out start) && Extend(letters, after, anchorEnd, 1, out end);
    }

    /// <summary>A blank between a text and a wildcard must stay, so parts are folded with what stands around them in mind.</summary>
    static List<PhrasePart> Folded(IReadOnlyList<PhrasePart> parts)
    {
        var folded = new List<PhrasePart>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsWildcard)
            {
                folded.Add(parts[i]);
                continue;
            }
            var text = FoldedText.Of(parts[i].Text);
            if (text.Length > 0 && i > 0 && IsBlank(parts[i].Text[0])) text = ' ' + text;
            if (parts[i].Text.Length > 0 && i < parts.Count - 1 && IsBlank(parts[i].Text[^1])) text += ' ';
            if (text.Length > 0) folded.Add(new PhrasePart(text));
        }
        return folded;
    }

    static bool IsBlank(char c) => FoldedText.Of(c.ToString()).Length == 0;

    // As much as can be first, and then less: words are short.
    static bool Extend(ReadOnlySpan<char> letters, ReadOnlySpan<PhrasePart> rest, int from, int step, out int reached)
    {
        reached = from;
        if (rest.IsEmpty) return FoldedText.IsBoundary(letters, from);
        if (!rest[0].IsWildcard)
        {
            var (text, at) = (rest[0].Text, step > 0 ? from : from - rest[0].Text.Length);
            return at >= 0 && at + text.Length <= letters.Length && letters.Slice(at, text.Length).SequenceEqual(text)
                && Extend(letters, rest[1..], from + step * text.Length, step, out reached);
        }
        var taken = 0;
        while (taken < rest[0].Most && HasWordLetter(letters, step > 0 ? from + taken : from - taken - 1)) taken++;
        for (; taken >= rest[0].Least; taken--)
            if (Extend(letters, rest[1..], from + step * taken, step, out reached)) return true;
        return false;
    }

    static bool HasWordLetter(ReadOnlySpan<char> letters, int at) => at >= 0 && at < letters.Length && FoldedText.IsWordLetter(letters[at]);
}

/// <summary>A stretch of a phrase: text, or a wildcard of least to most letters.</summary>
public readonly record struct PhrasePart(string Text, int Least = 0, int Most = 0)
{
    public bool IsWildcard => Most > 0;
}
