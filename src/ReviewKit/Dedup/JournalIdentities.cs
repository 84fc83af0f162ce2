using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Which serial a journal's name stands for, learned from the records that give several names or a number: so a Chinese name meets its English one in records that have only either.</summary>
sealed partial class JournalIdentities
{
    // A name that stands with more ISSNs than print, online and an earlier one of one journal is a series' or a mistake.
    const int MostSerials = 3;

    // Marks a journal by what is no ISSN: its Chinese name, the letters CNKI gives it, the line of a person's list.
    const string ByHanName = "zh:", ByCode = "code:", ByPerson = "person:";

    readonly SortedDictionary<string, Called> names = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> saidOfSerial = new(StringComparer.Ordinal);

    sealed class Called
    {
        public SortedSet<string> Serials { get; } = new(StringComparer.Ordinal);
        public SortedDictionary<string, int> Spellings { get; } = new(StringComparer.Ordinal);
        public bool IsOneJournal => Serials.Count(IsNumber) <= MostSerials;
    }

    /// <param name="journals">As the records call them.</param>
    /// <param name="said">Lines of names, ISSNs and CN numbers that a person says are one journal.</param>
    public static JournalIdentities Of(JournalList journals, IReadOnlyList<IReadOnlyList<string>> said)
    {
        var identities = new JournalIdentities();
        for (var i = 0; i < said.Count; i++) identities.Take(said[i], ByPerson + i);
        foreach (var journal in journals.All) identities.Take(journal);
        return identities;
    }

    void Take(IReadOnlyList<string> line, string mark)
    {
        foreach (var called in line.Where(called => !Missing.IsMissing(called)))
            if (Number(called) is not { } serial)
            {
                var name = Named(Fold.Letters(called));
                name.Serials.Add(mark);
                name.Spellings.TryAdd(called.Trim(), 0);
            }
            else if (saidOfSerial.TryGetValue(serial, out var marks)) marks.Add(mark);
            else saidOfSerial[serial] = [mark];
    }

    void Take(CalledJournal journal)
    {
        if (journal.Written.Length == 0) return;
        var serials = journal.Serials.Concat(journal.Written.Select(Fold.Letters).Where(Fold.HasHan).Select(name => ByHanName + name)).ToList();
        foreach (var name in journal.Written)
        {
            var called = Named(Fold.Letters(name));
            called.Serials.UnionWith(serials);
            called.Spellings[name] = called.Spellings.GetValueOrDefault(name) + journal.Records;
        }
        // The letters of file names are a name too, which no one writes.
        foreach (var code in journal.Serials.Where(IsCode)) Named(code).Serials.UnionWith(serials);
    }

    Called Named(string letters) => names.TryGetValue(letters, out var called) ? called : names[letters] = new Called();

    /// <summary>The journal with its own serials and those its names stand for.</summary>
    public Container Container(CalledJournal journal)
    {
        var serials = new SortedSet<string>(journal.Serials, StringComparer.Ordinal);
        foreach (var serial in journal.Serials)
            if (saidOfSerial.TryGetValue(serial, out var marks)) serials.UnionWith(marks);
        foreach (var name in journal.Written.Select(Fold.Letters).Concat(journal.Serials.Where(IsCode)))
            if (names.TryGetValue(name, out var called)) serials.UnionWith(called.IsOneJournal ? called.Serials : called.Serials.Where(serial => serial.StartsWith(ByPerson, StringComparison.Ordinal)));
        return new Container { Names = journal.Names, Serials = [.. serials], IsEnglishEdition = journal.Names.Any(name => name.IsEnglishEdition) };
    }

    /// <summary>Journals with two names or a name and a number, in order of their first name.</summary>
    public IReadOnlyList<JournalIdentity> Found()
    {
        var bySerial = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (letters, called) in names)
            if (called.IsOneJournal)
                foreach (var serial in called.Serials) (bySerial.TryGetValue(serial, out var list) ? list : bySerial[serial] = []).Add(letters);
        foreach (var (serial, marks) in saidOfSerial)
            foreach (var mark in marks)
                if (bySerial.TryGetValue(mark, out var list)) bySerial[serial] = bySerial.TryGetValue(serial, out var known) ? [.. known, .. list] : list;
        var place = names.Keys.Select((letters, i) => (letters, i)).ToDictionary(pair => pair.letters, pair => pair.i, StringComparer.Ordinal);
        var journals = new Clusters(place.Count);
        foreach (var sharing in bySerial.Values)
            foreach (var other in sharing) journals.Join(place[sharing[0]], place[other], (_, _) => true);
        var all = names.ToArray();
        return [.. journals.All.Select(members => Identity([.. members.Select(at => all[at].Value).Where(called => called.IsOneJournal)])).Where(journal => journal.Names.Count > 0 && journal.Names.Count + journal.Serials.Count > 1).OrderBy(journal => journal.Names[0], StringComparer.Ordinal)];
    }

    JournalIdentity Identity(List<Called> called)
    {
        var marks = called.SelectMany(name => name.Serials).ToHashSet(StringComparer.Ordinal);
        var serials = marks.Where(IsNumber).Concat(saidOfSerial.Where(said => said.Value.Exists(marks.Contains)).Select(said => said.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new JournalIdentity(
            [.. called.Where(name => name.Spellings.Count > 0).Select(name => (Spelling: name.Spellings.MaxBy(spelling => spelling.Value), Count: name.Spellings.Values.Sum())).OrderByDescending(name => name.Count).ThenBy(name => name.Spelling.Key, StringComparer.Ordinal).Select(name => name.Spelling.Key)],
            [.. serials.Select(Shown)], called.Sum(name => name.Spellings.Values.Sum()));
    }

    /// <summary>ISSNs, those in a Chinese DOI among them, the CN number, and the letters of CNKI's file name.</summary>
    public static IEnumerable<string> Serials(Record record)
    {
        foreach (var issn in record.Issn)
            if (issn.Length == 9) yield return issn.ToLowerInvariant();
        if (IssueSequence.Of(record) is { } sequence && sequence.Issn is not null) yield return sequence.Issn;
        if (record.Ids.TryGetValue("cn", out var cn) && Number(cn) is { } number) yield return number;
        if (IssueSequence.JournalCode(record) is { } code) yield return ByCode + code;
    }

    /// <summary>An ISSN in lower case, or a CN number as "cn11-1847"; null for what is neither.</summary>
    static string? Number(string text)
    {
        if (CnPattern().Match(text.Normalize(System.Text.NormalizationForm.FormKC)) is { Success: true } cn) return $"cn{cn.Groups[1].Value}-{cn.Groups[2].Value}";
        return text.Trim().Length <= 14 && Issn.ParseAll(text) is [var issn] ? issn.ToLowerInvariant() : null;
    }

    static bool IsCode(string serial) => serial.StartsWith(ByCode, StringComparison.Ordinal);

    static bool IsNumber(string serial) => char.IsAsciiDigit(serial[0]) || serial.StartsWith("cn", StringComparison.Ordinal);

    static string Shown(string serial) => serial.StartsWith("cn", StringComparison.Ordinal) ? "CN " + serial[2..] : serial.ToUpperInvariant();

    // "11-1847/TP", "CN 42-1536/R": province, number, and the class that some sources leave out.
    [GeneratedRegex(@"^\s*(?:CN)?\s*(\d{2})-(\d{4})(?:/\w+)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex CnPattern();
}
