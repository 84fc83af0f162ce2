using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A term and the records it occurs in.</summary>
/// <param name="Key">The form that makes it one term.</param>
/// <param name="Label">The form most records write; of equally frequent ones the first in ordinal order.</param>
/// <param name="Records">Positions in the list given, ascending, each once.</param>
public sealed record Term(string Key, string Label, IReadOnlyList<int> Records);

/// <summary>The terms of some records: a term counts once a record, however often the record names it.</summary>
public sealed partial class TermIndex
{
    TermIndex(int recordCount, int withTerms, IReadOnlyList<Term> terms)
    {
        RecordCount = recordCount;
        RecordsWithTerms = withTerms;
        Terms = terms;
    }

    /// <summary>Records given.</summary>
    public int RecordCount { get; }

    /// <summary>Records with at least one term; the others say nothing on the map.</summary>
    public int RecordsWithTerms { get; }

    /// <summary>Most frequent first, equal ones in ordinal order of their keys, so that the order of the records does not matter.</summary>
    public IReadOnlyList<Term> Terms { get; }

    public static TermIndex Of(IReadOnlyList<Record> records, CoWordOptions options)
    {
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var forms = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var withTerms = 0;
        for (var i = 0; i < records.Count; i++)
        {
            var any = false;
            foreach (var form in Forms(records[i], options))
            {
                any = true;
                var key = Key(form, options.Identity);
                if (!postings.TryGetValue(key, out var posting))
                {
                    postings[key] = posting = [];
                    forms[key] = new Dictionary<string, int>(StringComparer.Ordinal);
                }
                // A record that writes a term in two forms counts for the first of them.
                if (posting.Count > 0 && posting[^1] == i) continue;
                posting.Add(i);
                forms[key][form] = forms[key].GetValueOrDefault(form) + 1;
            }
            if (any) withTerms++;
        }
        var terms = postings
            .Select(pair => new Term(pair.Key, MostFrequent(forms[pair.Key]), pair.Value))
            .OrderByDescending(term => term.Records.Count).ThenBy(term => term.Key, StringComparer.Ordinal);
        return new TermIndex(records.Count, withTerms, [.. terms]);
    }

    /// <summary>Those that reach the minimum, and of these the first <paramref name="top"/>.</summary>
    public IReadOnlyList<Term> Frequent(int minimumOccurrences, int? top) =>
        [.. Terms.TakeWhile(term => term.Records.Count >= minimumOccurrences).Take(top ?? int.MaxValue)];

    /// <summary>The key of a term as a person writes it, to look it up.</summary>
    public static string Key(string term, TermIdentity identity) =>
        identity == TermIdentity.Folded ? Fold.Term(term) : term.Trim().ToLowerInvariant();

    static IEnumerable<string> Forms(Record record, CoWordOptions options)
    {
        var fields = new[] { (KeywordFields.Author, record.Keywords), (KeywordFields.Index, record.IndexKeywords), (KeywordFields.Plus, record.KeywordsPlus) };
        foreach (var (field, keywords) in fields)
        {
            if (!options.Fields.HasFlag(field)) continue;
            foreach (var keyword in keywords.SelectMany(keyword => Separators().Split(keyword)))
            {
                var form = Blanks().Replace(keyword, " ").Trim();
                if (form.Length > 0 && options.Thesaurus.Apply(form) is { } kept && Key(kept, options.Identity).Length > 0) yield return kept;
            }
        }
    }

    static string MostFrequent(Dictionary<string, int> forms) =>
        forms.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

    // What readers may leave inside one keyword: CNKI's ;; and ；, Wanfang's |, and 、 of typed lists. Not the comma: "Rural Health Services, utilization" is one term.
    [GeneratedRegex("[;；、|｜]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
