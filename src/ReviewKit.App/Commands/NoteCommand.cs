using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class NoteCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "note", new("Keep a remark on a record", "给记录加备注"), "reviewkit note r4k7m2xq \"asked the author for the data\"");
        var id = verb.Argument<string>("ID", new("a record", "一条记录"));
        var text = verb.Argument<string>("TEXT", new("the remark", "备注"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            review.Ledger.Append("note", new NoteBody(Reports.Find(review, parsed.GetValue(id)!), parsed.GetValue(text)!));
            session.Print("noted", "已记下");
            return 0;
        });
    }
}
