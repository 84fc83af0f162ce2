using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Takes records through the sets of a query.</summary>
public sealed class Rounds
{
    readonly TermQuery query;
    readonly PhraseFinder finder;
    readonly List<(int Set, string Term)> terms = [];

    public Rounds(TermQuery query)
    {
        this.query = query;
        for (var set = 0; set < query.Sets.Count; set++)
            terms.AddRange(query.Sets[set].Terms.Select(term => (set, term.Text)));
        finder = new PhraseFinder(terms.Select(term => term.Term));
    }

    /// <summary>What was found where in one record, each set, term and field once, in the order of sets, terms and fields.</summary>
    public IReadOnlyList<Evidence> Match(Record record)
    {
        var hits = new SortedSet<(int Term, int Field)>();
        for (var field = 0; field < query.Fields.Count; field++)
        {
            var number = field;
            foreach (var text in Texts(record, query.Fields[field]))
                finder.Find(text, (term, _) => hits.Add((term, number)));
        }
        return [.. hits.Select(hit => new Evidence(terms[hit.Term].Set, terms[hit.Term].Term, query.Fields[hit.Field]))];
    }

    /// <summary>Bit i is set when set i + 1 was found.</summary>
    public static int Sets(IEnumerable<Evidence> evidence) => evidence.Aggregate(0, (sets, found) => sets | 1 << found.Set);

    /// <summary>The number of rounds passed in a row: sets 1 to k found, set k + 1 not.</summary>
    public static int Passed(int sets) => System.Numerics.BitOperations.TrailingZeroCount(~sets);

    /// <summary>The texts of a record a query's field stands for, in every language.</summary>
    public static IEnumerable<string> Texts(Record record, string field) => field switch
    {
        "title" => Present(record.Title, record.TranslatedTitle).Concat(record.Titles.Values),
        "abstract" => Present(record.Abstract, record.TranslatedAbstract).Concat(record.Abstracts.Values),
        "keywords" => record.Keywords.Concat(record.KeywordsByLanguage.Values.SelectMany(list => list)),
        "index-keywords" => record.IndexKeywords.Concat(record.KeywordsPlus),
        _ => [],
    };

    static IEnumerable<string> Present(params string?[] texts) => texts.OfType<string>();
}

/// <summary>A term of a set found in a field.</summary>
/// <param name="Set">0-based.</param>
public readonly record struct Evidence(int Set, string Term, string Field);
