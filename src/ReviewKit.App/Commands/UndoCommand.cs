using ReviewKit.Screening;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class UndoCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "undo", new("Take back the newest event that is no other reviewer's, or one named; the ledger keeps both", "撤销最近一次（不含其他评阅人的）或指定的操作；账本保留两者"), "reviewkit undo", "reviewkit undo 3f2a9c1e");
        var id = verb.Argument<string?>("EVENT", new("the beginning of an event's id, as `history` shows it; default: the newest", "事件编号开头，见 `history`；默认为最近一次"), System.CommandLine.ArgumentArity.ZeroOrOne);
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var undone = Decisions.Undo(review, parsed.GetValue(id));
            var blinding = Blinding.Of(review, session.Author.Person);
            session.Print($"undone: {HistoryCommand.Line(undone, Language.En, blinding)}", $"已撤销：{HistoryCommand.Line(undone, Language.Zh, blinding)}");
            return 0;
        });
    }
}
