using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class HistoryCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "history", new("What was done with a record, or lately", "某条记录或最近的操作历史"), "reviewkit history r4k7m2xq", "reviewkit history --last 20");
        var id = verb.Argument<string?>("ID", new("a record; default: the newest events of the review", "一条记录；默认为综述最近的事件"), System.CommandLine.ArgumentArity.ZeroOrOne);
        var last = verb.Option<int?>("--last", "N", new("how many events without ID; default: 20", "不给 ID 时显示多少条；默认 20"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var events = parsed.GetValue(id) is { } named ? Of(session, review, named) : review.Ledger.Newest(parsed.GetValue(last) ?? 20);
            var blinding = Blinding.Of(review, session.Author.Person);
            foreach (var entry in events)
                session.Print($"{entry.Id[..8]}  {Line(entry, session.Language, blinding)}{(review.Ledger.IsUndone(entry.Id) ? session.Language == Language.Zh ? "  （已撤销）" : "  (undone)" : "")}");
            return 0;
        });
    }

    static IReadOnlyList<Event> Of(Session session, Review review, string named)
    {
        var record = Reports.Read(review, Reports.Find(review, named));
        session.Print($"{record.Id}  {record.Title}");
        session.Print($"{string.Join("; ", record.Authors.Take(3).Select(author => author.Display))}{(record.Authors.Count > 3 ? " …" : "")}  {record.Year}  {record.Journal}");
        var ordinal = Reports.OrdinalOf(review, record.Id);
        session.Print($"{record.File}:{ordinal} (line {record.Line})  {record.Source}  {record.Format}  {record.Encoding}", $"{record.File}:{ordinal}（第 {record.Line} 行）  {record.Source}  {record.Format}  {record.Encoding}");
        return Decisions.History(review, named);
    }

    /// <summary>One event on one line, as far as who looks may read it.</summary>
    public static string Line(Event entry, Language language, Blinding blinding) => $"{entry.Time}  {entry.Person}  {(blinding.Instead(entry) ?? EventText.Of(entry)).In(language)}";
}
