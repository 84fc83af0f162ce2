using System.Text;

namespace ReviewKit.Text;

/// <summary>What a token was taken for.</summary>
public enum TokenKind
{
    /// <summary>One of the phrases given, such as the keywords of the corpus.</summary>
    Phrase,

    /// <summary>A word of the dictionary, or one the user added.</summary>
    Word,

    /// <summary>Joined by the model: in no dictionary.</summary>
    Guess,

    /// <summary>A Chinese character that nothing joins.</summary>
    Character,

    /// <summary>Letters and digits that stand together: covid-19, 5g, web2.0.</summary>
    Latin,
}

/// <summary>A word in a text.</summary>
/// <param name="Start">Its first character in the text given.</param>
/// <param name="Length">In characters.</param>
/// <param name="Speech">Part of speech as a letter: n noun, w verb or adjective used as a noun, s place or body, r person, i idiom or abbreviation, v verb, a adjective, m number, t time, x anything else.</param>
public readonly record struct Token(int Start, int Length, TokenKind Kind, char Speech)
{
    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>
/// Chinese text to words: phrases that are known to be terms first, the longest at each place; what is left by the most probable way through the dictionary's words, and what the dictionary does not join by a model of word formation.
/// Letters and digits that stand together stay together. Punctuation is left out.
/// </summary>
/// <remarks>One object may serve many threads. Case, width and traditional characters do not matter; places are those of the text as given.</remarks>
public sealed class Segmenter
{
    // Shorter phrases are parts of longer words too often: 数据 in 大数据. They count as frequent words instead.
    const int ShortestPhrase = 3;

    // jieba's dictionary has 政策 14,000 times, 城市 32,000; a term of the corpus is at least as frequent as an ordinary word.
    const float PhraseFrequency = 2000;

    // These join with anything in the model, and terms hardly ever have them inside.
    const string Particles = "的了和与及或在是对为以于将把被从到等也而且这那其之所并";

    static readonly char[] One = new char[char.MaxValue + 1];
    readonly PhraseAutomaton? automaton;
    readonly int[] lengths = [];
    readonly WordTree own = new(16);

    /// <param name="phrases">Terms that stay whole wherever they stand: keywords of the corpus, a thesaurus.</param>
    /// <param name="words">The user's own words, which compete with the dictionary's.</param>
    public Segmenter(IEnumerable<string>? phrases = null, IEnumerable<string>? words = null)
    {
        var folded = (phrases ?? []).Select(Folded).Where(phrase => phrase.Length > 1 && phrase.Any(Fold.IsHan)).Distinct(StringComparer.Ordinal).ToList();
        var path = new int[1024];
        foreach (var word in folded.Where(phrase => phrase.Length < ShortestPhrase).Concat((words ?? []).Select(Folded)))
            if (word.Length is > 1 and < 1024) own.Add(word, PhraseFrequency, 'n', path);
        string[] whole = [.. folded.Where(phrase => phrase.Length >= ShortestPhrase)];
        if (whole.Length > 0) (automaton, lengths) = (new PhraseAutomaton(whole), [.. whole.Select(phrase => phrase.Length)]);
    }

    /// <summary>The words of a text, in order.</summary>
    public IReadOnlyList<string> Words(string text)
    {
        var tokens = new List<Token>();
        Segment(text, tokens);
        return [.. tokens.Select(token => token.In(text))];
    }

    /// <summary>Adds the tokens of a text, in order.</summary>
    /// <param name="first">Phrases that come before all others in this text: the keywords its own author gave it.</param>
    public void Segment(string text, List<Token> tokens, IReadOnlyList<string>? first = null)
    {
        var letters = Folded(text);
        var known = Chosen(Own(letters, first), Phrases(letters));
        var (next, at) = (0, 0);
        while (at < letters.Length)
        {
            if (next < known.Count && known[next].Start == at)
            {
                tokens.Add(new Token(at, known[next].Length, TokenKind.Phrase, 'n'));
                at += known[next++].Length;
            }
            else if (!IsPart(letters[at])) at++;
            else
            {
                var end = at;
                var limit = next < known.Count ? known[next].Start : letters.Length;
                while (end < limit && (IsPart(letters[end]) || IsJoined(letters, end))) end++;
                new Stretch(this, letters, at, end).Cut(tokens);
                at = end;
            }
        }
    }

    /// <summary>The form in which words are looked up, letter for letter as long as the text.</summary>
    internal static string Folded(string text) => string.Create(text.Length, text, static (letters, text) =>
    {
        for (var i = 0; i < text.Length; i++) letters[i] = One[text[i]] is var known and not '\0' ? known : Learn(text[i]);
    });

    static char Learn(char c)
    {
        if (char.IsSurrogate(c)) return One[c] = c;
        var wide = c.ToString().IsNormalized(NormalizationForm.FormKC) ? c : c.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one : c;
        return One[c] = Traditional.ToSimplified(char.ToLowerInvariant(wide)) is var folded and not '\0' ? folded : ' ';
    }

    static bool IsPart(char c) => Fold.IsHan(c) || char.IsLetterOrDigit(c);

    static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !Fold.IsHan(c);

    // A sign between letters or digits that belongs to the word: covid-19, web2.0, r&d; and after it in c++ and c#.
    static bool IsJoined(string letters, int at)
    {
        if (at == 0 || !(IsLatin(letters[at - 1]) || letters[at - 1] == '+')) return false;
        if (letters[at] is '+' or '#' || (letters[at] == '%' && char.IsAsciiDigit(letters[at - 1]))) return true;
        return letters[at] is '-' or '.' or '&' or '\'' or '_' or '/' && at + 1 < letters.Length && IsLatin(letters[at + 1]);
    }

    /// <summary>All places of phrases, none of which begins or ends inside a Latin word.</summary>
    List<(int Start, int Length)> Phrases(string letters)
    {
        if (automaton is null) return [];
        var found = new List<(int Start, int Length)>();
        var state = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            state = automaton.Next(state, letters[i]);
            for (var end = automaton.FirstEnd(state); end != 0; end = automaton.ShorterEnd(end))
                if (lengths[automaton.Ends(end)[0]] is var length && IsCut(letters, i + 1 - length) && IsCut(letters, i + 1)) found.Add((i + 1 - length, length));
        }
        return found;
    }

    static List<(int Start, int Length)> Own(string letters, IReadOnlyList<string>? phrases)
    {
        var found = new List<(int Start, int Length)>();
        foreach (var phrase in (phrases ?? []).Select(Folded).Where(phrase => phrase.Length >= ShortestPhrase && phrase.Any(Fold.IsHan)))
            for (var at = letters.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = letters.IndexOf(phrase, at + 1, StringComparison.Ordinal))
                if (IsCut(letters, at) && IsCut(letters, at + phrase.Length)) found.Add((at, phrase.Length));
        return found;
    }

    /// <summary>Places that do not overlap: those of the first list before those of the second, of one list the first place, and of one place the longest.</summary>
    static List<(int Start, int Length)> Chosen(List<(int Start, int Length)> first, List<(int Start, int Length)> second)
    {
        var before = Apart(first, []);
        return before.Count == 0 ? Apart(second, before) : [.. before.Concat(Apart(second, before)).OrderBy(place => place.Start)];
    }

    static List<(int Start, int Length)> Apart(List<(int Start, int Length)> places, List<(int Start, int Length)> taken)
    {
        places.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var (chosen, free) = (new List<(int Start, int Length)>(), 0);
        foreach (var place in places)
        {
            if (place.Start < free || taken.Exists(other => other.Start < place.Start + place.Length && place.Start < other.Start + other.Length)) continue;
            chosen.Add(place);
            free = place.Start + place.Length;
        }
        return chosen;
    }

    static bool IsCut(string letters, int at) => at <= 0 || at >= letters.Length || !(IsLatin(letters[at - 1]) && IsLatin(letters[at]));

    /// <summary>A run of characters, letters and digits between phrases and punctuation.</summary>
    readonly ref struct Stretch(Segmenter segmenter, string letters, int start, int end)
    {
        public void Cut(List<Token> tokens)
        {
            var length = end - start;
            // From the end: the best sum of logarithms from each place on, and where its first word ends.
            Span<float> best = length < 512 ? stackalloc float[length + 1] : new float[length + 1];
            Span<int> until = length < 512 ? stackalloc int[length] : new int[length];
            Span<char> kinds = length < 512 ? stackalloc char[length] : new char[length];
            best[length] = 0;
            for (var i = length - 1; i >= 0; i--) Best(i, best, until, kinds);
            var single = -1;
            for (var i = 0; i < length; i = until[i])
            {
                var isSingle = until[i] == i + 1 && Fold.IsHan(letters[start + i]);
                if (isSingle && single < 0) single = i;
                if (!isSingle)
                {
                    Singles(single, i, kinds, tokens);
                    single = -1;
                    tokens.Add(new Token(start + i, until[i] - i, IsLatin(letters[start + i]) && kinds[i] == '\0' ? TokenKind.Latin : TokenKind.Word, kinds[i] == '\0' ? 'n' : kinds[i]));
                }
            }
            Singles(single, length, kinds, tokens);
        }

        void Best(int i, Span<float> best, Span<int> until, Span<char> kinds)
        {
            var (words, own, logTotal) = (ChineseDictionary.Default.Words, segmenter.own, ChineseDictionary.Default.LogTotal);
            var first = LatinEnd(i);
            (until[i], best[i], kinds[i]) = (first, best[first] - logTotal, '\0');
            var (node, mine) = (0, 0);
            for (var j = i; j < best.Length - 1; j++)
            {
                if (j == i || node != 0) node = words.Next(node, letters[start + j]);
                if (j == i || mine != 0) mine = own.Next(mine, letters[start + j]);
                if (node == 0 && mine == 0) break;
                var (theirs, ours) = (node == 0 ? 0 : words.Frequency(node), mine == 0 ? 0 : own.Frequency(mine));
                if (theirs == 0 && ours == 0 || !IsCut(letters, start + j + 1)) continue;
                var sum = MathF.Log(Math.Max(theirs, ours)) - logTotal + best[j + 1];
                // Of equal ways the one with longer words.
                if (sum >= best[i]) (best[i], until[i], kinds[i]) = (sum, j + 1, theirs >= ours ? words.Kind(node) : 'n');
            }
        }

        // Where a run of letters and digits ends; one further for a Chinese character.
        int LatinEnd(int i)
        {
            if (!IsLatin(letters[start + i])) return i + 1;
            var j = i + 1;
            while (start + j < end && (IsLatin(letters[start + j]) || IsJoined(letters, start + j))) j++;
            return j;
        }

        /// <summary>Characters that the dictionary leaves alone, next to each other: names and new words hide there.</summary>
        void Singles(int from, int to, Span<char> kinds, List<Token> tokens)
        {
            if (from < 0) return;
            var run = letters.AsSpan(start + from, to - from);
            if (run.Length > 1 && ChineseDictionary.Default.Words.Find(run) == 0)
            {
                var ends = new List<int>();
                WordModel.Cut(run, ends);
                var begin = 0;
                foreach (var stop in ends)
                    while (begin < stop)
                    {
                        // 唐山到 is 唐山 and 到.
                        var particle = run[begin..stop].IndexOfAny(Particles);
                        var length = particle < 0 ? stop - begin : Math.Max(1, particle);
                        if (length > 1) tokens.Add(new Token(start + from + begin, length, TokenKind.Guess, 'n'));
                        else tokens.Add(One(begin, from, kinds));
                        begin += length;
                    }
            }
            else
                for (var i = 0; i < run.Length; i++) tokens.Add(One(i, from, kinds));
        }

        Token One(int i, int from, Span<char> kinds) => new(start + from + i, 1, TokenKind.Character, kinds[from + i] == '\0' ? 'x' : kinds[from + i]);
    }
}
