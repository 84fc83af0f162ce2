using System.Buffers;
using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A term and the records it occurs in.</summary>
/// <param name="Key">The form that makes it one term.</param>
/// <param name="Label">The form most records write; of equally frequent ones the first in ordinal order.</param>
/// <param name="Records">Positions in the list given, ascending, each once.</param>
public sealed record Term(string Key, string Label, IReadOnlyList<int> Records)
{
    /// <summary>How often it is written, repeats within a record counted; with words of titles and abstracts more than the records.</summary>
    public int Mentions { get; init; } = Records.Count;
}

/// <summary>The terms of some records: a term counts once a record, however often the record names it.</summary>
public sealed partial class TermIndex
{
    TermIndex(int[] termsOfRecord, IReadOnlyList<Term> terms) => (TermsOfRecord, Terms) = (termsOfRecord, terms);

    /// <summary>Records given.</summary>
    public int RecordCount => TermsOfRecord.Count;

    /// <summary>Records with at least one term; the others say nothing on the map.</summary>
    public int RecordsWithTerms => TermsOfRecord.Count(terms => terms > 0);

    /// <summary>How many terms each record has, each once, rare ones too.</summary>
    public IReadOnlyList<int> TermsOfRecord { get; }

    /// <summary>Most frequent first, equal ones in ordinal order of their keys, so that the order of the records does not matter.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <param name="records">Named by their positions.</param>
    /// <param name="options">Fields, identity and thesaurus count.</param>
    /// <param name="items">What a record has in place of keywords; null for those.</param>
    public static TermIndex Of(IReadOnlyList<Record> records, CoWordOptions options, Func<Record, IEnumerable<string>>? items = null)
    {
        var postings = new Dictionary<string, Posting>(StringComparer.Ordinal);
        // Most forms come again and again, and folding one takes longer than looking it up.
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var termsOfRecord = new int[records.Count];
        var forms = new List<string>();
        var text = (options.Fields & KeywordFields.Text) != 0 ? new TextTerms(records, options) : null;
        for (var i = 0; i < records.Count; i++)
        {
            forms.Clear();
            if (items is null) AddForms(records[i], options, text, forms);
            else forms.AddRange(items(records[i]).Select(options.Thesaurus.Apply).OfType<string>());
            foreach (var form in forms)
            {
                if (!keys.TryGetValue(form, out var key)) keys[form] = key = Key(form, options.Identity);
                if (key.Length == 0) continue;
                if (!postings.TryGetValue(key, out var posting)) postings[key] = posting = new Posting();
                if (posting.Add(i, form)) termsOfRecord[i]++;
            }
        }
        var terms = postings
            .Select(pair => new Term(pair.Key, pair.Value.MostFrequentForm, pair.Value.Records) { Mentions = pair.Value.Mentions })
            .OrderByDescending(term => term.Records.Count).ThenBy(term => term.Key, StringComparer.Ordinal);
        return new TermIndex(termsOfRecord, [.. terms]);
    }

    /// <summary>The index in which terms and records have changed places.</summary>
    /// <param name="records">As terms; what they occur in are the terms of this index.</param>
    internal TermIndex Turned(IReadOnlyList<Term> records) => new([.. Terms.Select(term => term.Records.Count)], records);

    /// <summary>Those that reach the minimum, and of these the first <paramref name="top"/>.</summary>
    public IReadOnlyList<Term> Frequent(int minimumOccurrences, int? top) =>
        [.. Terms.TakeWhile(term => term.Records.Count >= minimumOccurrences).Take(top ?? int.MaxValue)];

    /// <summary>The key of a term as a person writes it, to look it up.</summary>
    public static string Key(string term, TermIdentity identity) =>
        identity == TermIdentity.Folded ? Fold.Term(term) : term.Trim().ToLowerInvariant();

    static void AddForms(Record record, CoWordOptions options, TextTerms? text, List<string> forms)
    {
        AddKeywords(record.Keywords, KeywordFields.Author);
        AddKeywords(record.IndexKeywords, KeywordFields.Index);
        AddKeywords(record.KeywordsPlus, KeywordFields.Plus);
        AddWords(record.Title, KeywordFields.Title);
        AddWords(record.Abstract, KeywordFields.Abstract);

        void AddKeywords(List<string> keywords, KeywordFields field)
        {
            if (!options.Fields.HasFlag(field)) return;
            foreach (var keyword in keywords)
                foreach (var part in Parts(keyword))
                    if (options.Thesaurus.Apply(part) is { } kept) forms.Add(kept);
        }

        void AddWords(string? words, KeywordFields field)
        {
            if (words is null || !options.Fields.HasFlag(field)) return;
            var before = forms.Count;
            text!.AddForms(words, record.Keywords, forms);
            for (var i = before; i < forms.Count; i++) forms[i] = options.Thesaurus.Apply(forms[i]) ?? "";
        }
    }

    /// <summary>One keyword as readers leave it, taken apart at signs that stand between keywords, blanks single.</summary>
    internal static IEnumerable<string> Parts(string keyword)
    {
        if (!keyword.AsSpan().ContainsAny(Separators) && !keyword.AsSpan().ContainsAny(OddBlanks) && !keyword.Contains("  ", StringComparison.Ordinal))
            return keyword.Trim() is { Length: > 0 } whole ? [whole] : [];
        return keyword.Split(Signs).Select(part => Blanks().Replace(part, " ").Trim()).Where(part => part.Length > 0);
    }

    // What readers may leave inside one keyword: CNKI's ;; and ；, Wanfang's |, and 、 of typed lists. Not the comma: "Rural Health Services, utilization" is one term.
    static readonly char[] Signs = [';', '；', '、', '|', '｜'];
    static readonly SearchValues<char> Separators = SearchValues.Create(Signs);
    static readonly SearchValues<char> OddBlanks = SearchValues.Create("\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>Where a term occurs, and how it is written there.</summary>
    sealed class Posting
    {
        readonly Dictionary<string, int> forms = new(StringComparer.Ordinal);

        public List<int> Records { get; } = [];
        public int Mentions { get; private set; }
        public string MostFrequentForm => forms.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

        /// <returns>False when the record has the term already: one that writes a term in two forms counts for the first of them.</returns>
        public bool Add(int record, string form)
        {
            Mentions++;
            if (Records.Count > 0 && Records[^1] == record) return false;
            Records.Add(record);
            forms[form] = forms.GetValueOrDefault(form) + 1;
            return true;
        }
    }
}
