using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>The journal, proceedings or book of a record, in the form in which it is compared.</summary>
sealed class Container
{
    static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "in", "on", "for", "a", "an", "de", "la", "le", "les", "des", "du", "der", "die", "das", "und", "fur", "e", "et", "y",
        "proceedings", "proc", "annual", "international", "journal", "j", "conference", "conf",
    };

    /// <summary>Every name by which the record calls it: the journal's names in all languages.</summary>
    public required IReadOnlyList<string[]> Names { get; init; }

    /// <summary>ISSNs, and the CN number with its prefix: both name one serial.</summary>
    public required IReadOnlyList<string> Serials { get; init; }

    public bool IsKnown => Names.Count > 0 || Serials.Count > 0;

    public static Container Of(Record record)
    {
        var names = new List<string[]>();
        foreach (var name in record.Journals.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Prepend(record.Journal))
        {
            if (Missing.IsMissing(name)) continue;
            var words = Words(name!);
            if (words.Length > 0 && !names.Any(known => known.AsSpan().SequenceEqual(words))) names.Add(words);
        }
        var serials = record.Issn.Where(issn => issn.Length == 9).Select(issn => issn.ToLowerInvariant()).ToList();
        if (record.Ids.TryGetValue("cn", out var cn) && !Missing.IsMissing(cn)) serials.Add("cn" + Fold.Letters(cn));
        return new Container { Names = names, Serials = serials };
    }

    /// <summary>True when they share a serial number or a name, in full, abbreviated word by word, or as an acronym; null when one side has nothing to compare.</summary>
    public bool? Agrees(Container other)
    {
        foreach (var serial in Serials)
            if (other.Serials.Contains(serial)) return true;
        var comparable = false;
        foreach (var name in Names)
            foreach (var theirs in other.Names)
            {
                if (IsHan(name) != IsHan(theirs)) continue;
                comparable = true;
                if (Same(name, theirs)) return true;
            }
        return comparable ? false : null;
    }

    static bool IsHan(string[] name) => Fold.HasHan(name[0]);

    static bool Same(string[] a, string[] b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (IsHan(a)) return longer[0] == shorter[0];
        return Abbreviates(shorter, longer) || shorter.Any(word => IsAcronym(word, longer)) || longer.Any(word => IsAcronym(word, shorter));
    }

    /// <summary>"atheroscler thromb" for "atherosclerosis thrombosis": each word begins, or is begun by, the word at its place; the longer may go on ("official publication of …").</summary>
    static bool Abbreviates(string[] shorter, string[] longer)
    {
        if (shorter.Length == 1 && longer.Length > 1 && shorter[0].Length < 5) return false;
        for (var i = 0; i < shorter.Length; i++)
            if (!Begins(shorter[i], longer[i])) return false;
        return true;
    }

    // "dtsch" for "deutsche" and "natl" for "national" leave letters out in the middle; the first and the last of the abbreviation still occur in order.
    static bool Begins(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter[0] != longer[0]) return false;
        if (longer.StartsWith(shorter, StringComparison.Ordinal)) return true;
        var at = 0;
        foreach (var c in longer)
            if (at < shorter.Length && c == shorter[at]) at++;
        return at == shorter.Length && shorter.Length is >= 3 and <= 6 && longer.Length > shorter.Length + 1;
    }

    /// <summary>"amcis": the beginnings of the words, in order, the first letter of each at least.</summary>
    static bool IsAcronym(string word, string[] words)
    {
        if (word.Length is < 3 or > 8 || words.Length < 2) return false;
        return Spelled(word, 0, words, 0);

        static bool Spelled(string word, int at, string[] words, int next)
        {
            if (at == word.Length) return next == words.Length;
            if (next == words.Length) return false;
            var most = Math.Min(words[next].Length, word.Length - at);
            for (var length = 1; length <= most && word[at + length - 1] == words[next][length - 1]; length++)
                if (Spelled(word, at + length, words, next + 1)) return true;
            return false;
        }
    }

    static string[] Words(string name)
    {
        var folded = Fold.Term(System.Net.WebUtility.HtmlDecode(name));
        if (Fold.HasHan(folded)) return [Fold.Letters(folded)];
        // Behind a colon or in brackets stands whose journal it is, or where it appears.
        var cut = folded.IndexOfAny([':', '(', '[']);
        if (cut > 4) folded = folded[..cut];
        var words = folded.Split([' ', '-', '.', ',', ';', '&', '/', '\'', '"', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Any(char.IsAsciiDigit)).ToArray();
        var telling = words.Where(word => !StopWords.Contains(word)).ToArray();
        return telling.Length > 0 ? telling : words;
    }
}
