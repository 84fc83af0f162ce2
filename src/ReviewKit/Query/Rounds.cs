using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Takes records through the sets of a query. May be used by several threads at once.</summary>
public sealed class Rounds
{
    const int Batch = 2000;

    [ThreadStatic]
    static Findings? reused;

    readonly (SetTree Tree, IReadOnlyList<(Term Term, TermTree Tree)> Terms)[] sets;
    readonly PhraseFinder finder;
    readonly SearchFields[] fields;
    readonly SearchFields scanned;
    readonly bool countsWords;

    public Rounds(TermQuery query)
    {
        Query = query;
        var leaves = new TermLeaves();
        sets = [.. query.Sets.Select(set => Compile(set, leaves))];
        finder = new PhraseFinder(leaves.Patterns);
        fields = [.. leaves.Fields];
        countsWords = leaves.HasNearness;
        scanned = fields.Aggregate(SearchFields.None, (all, field) => all | field);
    }

    public TermQuery Query { get; }

    /// <summary>What was found in one record.</summary>
    public RecordMatch Match(Record record)
    {
        var findings = Find(record);
        var found = SetsOf(findings);
        var evidence = new List<Evidence>();
        for (var set = 0; set < sets.Length; set++)
        {
            var number = 0;
            foreach (var (term, tree) in sets[set].Terms)
            {
                if (tree.Holds(findings)) AddEvidence(evidence, set, number, term.Text, tree, findings);
                number++;
            }
        }
        return new RecordMatch(found, evidence);
    }

    /// <summary>Records one after the other in their order, read and matched by as many threads as there are processors; a part of them is in memory at a time.</summary>
    /// <param name="from">What the records are read from.</param>
    /// <param name="read">Called on several threads.</param>
    public IEnumerable<(T From, Record Record, RecordMatch Match)> MatchAll<T>(IEnumerable<T> from, Func<T, Record> read)
    {
        foreach (var batch in from.Chunk(Batch))
        {
            var matches = new (T, Record, RecordMatch)[batch.Length];
            Parallel.For(0, batch.Length, i =>
            {
                var record = read(batch[i]);
                matches[i] = (batch[i], record, Match(record));
            });
            foreach (var match in matches) yield return match;
        }
    }

    /// <summary>Only which sets were found, bit i for set i + 1: several times as fast.</summary>
    public int Sets(Record record) => SetsOf(Find(record));

    /// <summary>The number of rounds passed in a row: sets 1 to k found, set k + 1 not.</summary>
    public static int Passed(int sets) => System.Numerics.BitOperations.TrailingZeroCount(~sets);

    int SetsOf(Findings findings)
    {
        var found = 0;
        for (var set = 0; set < sets.Length; set++)
            if (sets[set].Tree.Holds(findings)) found |= 1 << set;
        return found;
    }

    Findings Find(Record record)
    {
        var findings = reused ??= new Findings();
        findings.Clear(fields.Length);
        findings.CountsWords = countsWords;
        for (var field = 0; field < QueryFields.Tracked.Count; field++)
        {
            if ((QueryFields.Tracked[field].Field & scanned) == 0) continue;
            var part = 0;
            foreach (var text in QueryFields.Texts(record, QueryFields.Tracked[field].Name))
                findings.Add(finder, fields, QueryFields.Tracked[field].Field, field, part++, text);
        }
        return findings;
    }

    static void AddEvidence(List<Evidence> evidence, int set, int number, string term, TermTree tree, Findings findings)
    {
        var places = new SortedSet<(int Field, int Part, int Offset, int Length)>();
        tree.AddPlaces(findings, places);
        foreach (var (field, part, offset, length) in places)
            evidence.Add(new Evidence(set, number, term, QueryFields.Tracked[field].Name, part, offset, length));
    }

    static (SetTree, IReadOnlyList<(Term, TermTree)>) Compile(TermSet set, TermLeaves leaves)
    {
        List<(Term Term, TermTree Tree)> Compiled(IEnumerable<Term> terms) => [.. terms.Select(term => (term, TermTree.Of(term.Tree, leaves)))];
        var (any, all, none) = (Compiled(set.Terms), Compiled(set.Required), Compiled(set.Excluded));
        return (new SetTree([.. any.Select(term => term.Tree)], [.. all.Select(term => term.Tree)], [.. none.Select(term => term.Tree)]), [.. any, .. all]);
    }

    /// <summary>One of any, all of all, none of none.</summary>
    sealed record SetTree(TermTree[] Any, TermTree[] All, TermTree[] None)
    {
        public bool Holds(Findings findings)
        {
            foreach (var tree in All)
                if (!tree.Holds(findings)) return false;
            foreach (var tree in None)
                if (tree.Holds(findings)) return false;
            foreach (var tree in Any)
                if (tree.Holds(findings)) return true;
            return Any.Length == 0;
        }
    }
}

/// <summary>What was found in one record.</summary>
/// <param name="Sets">Bit i is set when set i + 1 was found.</param>
/// <param name="Evidence">In the order of sets, terms, fields and places; a set that only excludes is found without any.</param>
public sealed record RecordMatch(int Sets, IReadOnlyList<Evidence> Evidence);

/// <summary>A term of a set found in a text of a record.</summary>
/// <param name="Set">0-based.</param>
/// <param name="Number">Of the term in its set, 0-based: its alternatives first, then what it requires.</param>
/// <param name="Field">title, abstract, keywords or index-keywords.</param>
/// <param name="Part">Which text of the field, 0-based, as <see cref="QueryFields.Texts"/> lists them: the second keyword, or the translated title.</param>
/// <param name="Offset">First character in the text as the record has it, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct Evidence(int Set, int Number, string Term, string Field, int Part, int Offset, int Length);
