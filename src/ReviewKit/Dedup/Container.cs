using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>The journal, proceedings or book of a record, in the form in which it is compared.</summary>
sealed class Container
{
    /// <summary>Words that one database writes and the next leaves out; they count only where an acronym is spelled.</summary>
    static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "proceedings", "proc", "annual", "international", "conference", "conf", "acm", "ieee", "spie", "ifip", "ifac", "vols", "online", "print", "supplement", "supplements", "suppl",
    };

    static readonly HashSet<string> MeetingWords = new(StringComparer.Ordinal) { "conference", "conf", "symposium", "symp", "workshop", "workshops", "congress", "meeting", "proceedings", "proc" };
    static readonly HashSet<string> JournalWords = new(StringComparer.Ordinal) { "journal", "j", "transactions", "trans", "letters", "lett", "magazine", "quarterly", "review", "annals", "archives", "bulletin" };

    /// <summary>Every name by which the record calls it; the journal's names in all languages.</summary>
    public required IReadOnlyList<JournalName> Names { get; init; }

    public static readonly Container None = new() { Names = [], Serials = [] };

    /// <summary>ISSNs, the CN number with its prefix, and what <see cref="JournalIdentities"/> knows: each names one serial.</summary>
    public required IReadOnlyList<string> Serials { get; init; }

    public bool IsKnown => Names.Count > 0 || Serials.Count > 0;

    /// <summary>True for the sister of a Chinese journal that appears in English: a journal of its own under nearly the same name.</summary>
    public bool IsEnglishEdition { get; init; }

    /// <summary>True when they share a serial number or a name, in full, abbreviated word by word, or as an acronym; null when one side has nothing to compare.</summary>
    public bool? Agrees(Container other)
    {
        if (IsEnglishEdition != other.IsEnglishEdition && IsKnown && other.IsKnown) return false;
        if (SharesSerial(other)) return true;
        var comparable = false;
        foreach (var name in Names)
            foreach (var theirs in other.Names)
            {
                if (name.IsHan != theirs.IsHan)
                {
                    // PubMed spells Chinese journals in pinyin.
                    if (name.IsHan ? Pinyin.Spells(name.Letters, theirs.Letters) : Pinyin.Spells(theirs.Letters, name.Letters)) return true;
                    continue;
                }
                comparable = true;
                if (name.IsHan ? name.Letters == theirs.Letters : Same(name.Words, theirs.Words)) return true;
            }
        return comparable ? false : null;
    }

    public bool SharesSerial(Container other)
    {
        foreach (var serial in Serials)
            if (other.Serials.Contains(serial)) return true;
        return false;
    }

    static bool Same(string[] a, string[] b)
    {
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
}
