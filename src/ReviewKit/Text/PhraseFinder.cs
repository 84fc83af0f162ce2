namespace ReviewKit.Text;

/// <summary>
/// Finds many phrases in one pass over a folded text (Aho &amp; Corasick 1975, doi:10.1145/360825.360855).
/// A phrase that begins or ends with a Latin letter or a digit must stand on a word boundary there; Chinese is found anywhere.
/// A phrase may have wildcards, see <see cref="PhrasePattern"/>.
/// </summary>
public sealed class PhraseFinder
{
    readonly PhrasePattern[] patterns;
    readonly PhraseAutomaton automaton;

    public PhraseFinder(IEnumerable<PhrasePattern> phrases)
    {
        patterns = [.. phrases];
        automaton = new PhraseAutomaton([.. patterns.Select(pattern => pattern.Anchor)]);
    }

    /// <summary>Adds each phrase found to the list, in order of the last letter of its longest fixed part; a phrase may be found at several places, one that overlaps itself too.</summary>
    public void Find(FoldedText text, List<PhraseFound> found)
    {
        var letters = text.Letters;
        var state = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            state = automaton.Next(state, letters[i]);
            for (var at = automaton.FirstEnd(state); at != 0; at = automaton.ShorterEnd(at))
                foreach (var phrase in automaton.Ends(at))
                    if (patterns[phrase].IsAt(letters, i + 1, out var start, out var end)) found.Add(new PhraseFound(phrase, start, end));
        }
    }
}

/// <summary>A phrase in a folded text.</summary>
/// <param name="Phrase">Its number, 0-based.</param>
/// <param name="Start">Its first letter in the folded text.</param>
/// <param name="End">After its last letter.</param>
public readonly record struct PhraseFound(int Phrase, int Start, int End);
