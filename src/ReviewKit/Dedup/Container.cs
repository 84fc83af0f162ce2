using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>The journal, proceedings or book of a record, in the form in which it is compared.</summary>
sealed partial class Container
{
    static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "in", "on", "for", "a", "an", "de", "la", "le", "les", "des", "du", "der", "die", "das", "und", "fur", "e", "et", "y",
    };

    /// <summary>Words that one database writes and the next leaves out; they count only where an acronym is spelled.</summary>
    static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "proceedings", "proc", "annual", "international", "conference", "conf", "acm", "ieee", "spie", "ifip", "ifac", "vols", "online", "print", "supplement", "supplements", "suppl",
    };

    static readonly HashSet<string> MeetingWords = new(StringComparer.Ordinal) { "conference", "conf", "symposium", "symp", "workshop", "workshops", "congress", "meeting", "proceedings", "proc" };
    static readonly HashSet<string> JournalWords = new(StringComparer.Ordinal) { "journal", "j", "transactions", "trans", "letters", "lett", "magazine", "quarterly", "review", "annals", "archives", "bulletin" };

    /// <summary>Every name by which the record calls it, in words; the journal's names in all languages. A Chinese name is one word.</summary>
    public required IReadOnlyList<string[]> Names { get; init; }

    /// <summary>ISSNs, the CN number with its prefix, and what <see cref="JournalIdentities"/> knows: each names one serial.</summary>
    public required IReadOnlyList<string> Serials { get; init; }

    public bool IsKnown => Names.Count > 0 || Serials.Count > 0;

    public static Container Of(Record record, JournalIdentities identities)
    {
        var names = new List<string[]>();
        foreach (var name in record.Journals.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Prepend(record.Journal))
        {
            if (Missing.IsMissing(name)) continue;
            var words = Words(name!);
            if (words.Length > 0 && !names.Any(known => known.AsSpan().SequenceEqual(words))) names.Add(words);
        }
        return new Container { Names = names, Serials = identities.Serials(record) };
    }

    /// <summary>True when they share a serial number or a name, in full, abbreviated word by word, or as an acronym; null when one side has nothing to compare.</summary>
    public bool? Agrees(Container other)
    {
        if (SharesSerial(other)) return true;
        var comparable = false;
        foreach (var name in Names)
            foreach (var theirs in other.Names)
            {
                if (IsHan(name) != IsHan(theirs))
                {
                    // PubMed spells Chinese journals in pinyin.
                    if (IsHan(name) ? Pinyin.Spells(name[0], string.Concat(theirs)) : Pinyin.Spells(theirs[0], string.Concat(name))) return true;
                    continue;
                }
                comparable = true;
                if (Same(name, theirs)) return true;
            }
        return comparable ? false : null;
    }

    public bool SharesSerial(Container other)
    {
        foreach (var serial in Serials)
            if (other.Serials.Contains(serial)) return true;
        return false;
    }

    static bool IsHan(string[] name) => Fold.HasHan(name[0]);

    static bool Same(string[] a, string[] b)
    {
        if (IsHan(a)) return a[0] == b[0];
        var meetings = Array.Exists(a, MeetingWords.Contains) || Array.Exists(b, MeetingWords.Contains);
        if (meetings && (Array.Exists(a, JournalWords.Contains) || Array.Exists(b, JournalWords.Contains))) return false;
        var (shorter, longer) = (Telling(a), Telling(b));
        if (shorter.Length > longer.Length) (shorter, longer) = (longer, shorter);
        return Abbreviates(shorter, longer, meetings) || IsAcronym(a, b) || IsAcronym(b, a);
    }

    static string[] Telling(string[] name) => Array.Exists(name, CommonWords.Contains) && Array.FindAll(name, word => !CommonWords.Contains(word)) is { Length: > 0 } telling ? telling : name;

    /// <summary>"atheroscler thromb" for "atherosclerosis thrombosis": each word begins, or is begun by, the word at its place. Meetings may add their theme; of journals, "… of cancer" and "… of cancer prevention" are two.</summary>
    static bool Abbreviates(string[] shorter, string[] longer, bool mayGoOn)
    {
        if (shorter.Length < longer.Length && !(mayGoOn && shorter.Length > 1)) return false;
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

    /// <summary>"nocdi" for Nordic Conference on Digital Infrastructure: the beginnings of the other's words, in order, the first letter of each at least; beside it only common words and words of the other.</summary>
    static bool IsAcronym(string[] name, string[] words)
    {
        var acronym = Array.Find(name, word => word.Length is >= 3 and <= 8 && words.Length > 1 && Spelled(word, 0, words, 0));
        return acronym is not null && Array.TrueForAll(name, word => word == acronym || CommonWords.Contains(word) || Array.IndexOf(words, word) >= 0);

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
        folded = Meeting().Replace(folded, "");
        var cut = folded.IndexOfAny([':', '(', '[']);
        if (cut > 4) folded = folded[..cut];
        return [.. folded.Split([' ', '-', '.', ',', ';', '&', '/', '\'', '"', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Any(char.IsAsciiDigit) && !SmallWords.Contains(word))];
    }

    // Embase: "Journal of … . Conference: 8th Annual …. Conference Start: …".
    [GeneratedRegex(@"\. ?(?:conference|conference publication|annual meeting)\b.*$")]
    private static partial Regex Meeting();
}
