using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>What people have said of pairs of records, in the ledger and in review.yaml, as the newest word on each has it.</summary>
sealed class PersonsWords
{
    // A pair and whether it is one report.
    readonly Dictionary<(string, string), bool> words = [];
    readonly List<Message> notes = [];

    public List<(string, string)> Together => [.. words.Where(word => word.Value).Select(word => word.Key)];

    public List<(string, string)> Apart => [.. words.Where(word => !word.Value).Select(word => word.Key)];

    /// <summary>Names in review.yaml that no record has.</summary>
    public IReadOnlyList<Message> Notes => notes;

    public static PersonsWords Of(Review review)
    {
        var all = new PersonsWords();
        foreach (var entry in review.Ledger.Live("merge", "unmerge", "apart", "link")) all.Take(entry);
        foreach (var named in review.Protocol.Dedup.NeverMerge) all.Say(all.Found(review, named), isOne: false);
        return all;
    }

    void Take(Event entry)
    {
        switch (entry.Kind)
        {
            case "merge" when EventJson.Read<MergeBody>(entry) is { By: "person" } body: Say(body.Records, isOne: true); break;
            case "unmerge" when EventJson.Read<UnmergeBody>(entry) is { By: not "rule" } body: Say(body.Records, isOne: false); break;
            case "apart": Say(EventJson.Read<ApartBody>(entry).Records, isOne: false); break;
            case "link" when EventJson.Read<LinkBody>(entry) is { By: "person" } body:
                if (body.Removed) words.Remove(Pair(body.A, body.B));
                else Say([body.A, body.B], isOne: false);
                break;
        }
    }

    void Say(IReadOnlyList<string> records, bool isOne)
    {
        foreach (var a in records)
            foreach (var b in records)
                if (string.CompareOrdinal(a, b) < 0) words[(a, b)] = isOne;
    }

    static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    List<string> Found(Review review, IReadOnlyList<string> named)
    {
        var records = new List<string>();
        foreach (var name in named)
            try
            {
                records.Add(Reports.Find(review, name));
            }
            catch (ReviewKitException unknown)
            {
                // It may be imported tomorrow; a run today should not fail for it.
                notes.Add(new Message($"{ProtocolFile.Name}, dedup, never-merge: {unknown.Said.En}", $"{ProtocolFile.Name} 的 dedup、never-merge：{unknown.Said.Zh}"));
            }
        return records;
    }

    /// <summary>Questions between reports of which no word is known: that two of their records are not one answers for the reports.</summary>
    public IEnumerable<Question> Unanswered(Review review, IReadOnlyList<Question> questions)
    {
        if (words.Count == 0 || questions.Count == 0) return questions;
        var reports = review.Connection.Query<(string Record, string Report)>("select record_id, report_id from state where record_id in @ids",
            new { ids = Apart.SelectMany(pair => (string[])[pair.Item1, pair.Item2]).Concat(questions.SelectMany(question => (string[])[question.A, question.B])).Distinct() }).ToDictionary(row => row.Record, row => row.Report);
        var answered = Apart.Where(pair => reports.ContainsKey(pair.Item1) && reports.ContainsKey(pair.Item2)).Select(pair => Pair(reports[pair.Item1], reports[pair.Item2])).ToHashSet();
        return questions.Where(question => !reports.ContainsKey(question.A) || !reports.ContainsKey(question.B) || !answered.Contains(Pair(reports[question.A], reports[question.B])));
    }
}
