using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class CheckCommand
{
    public static Verb Build(Host host) =>
        new Verb(host, "check", new("Prove that the review is what its ledger says", "检验综述与账本一致"), "reviewkit check").Does((session, _) =>
        {
            using var review = session.Open();
            var found = Check.Of(review);
            foreach (var trouble in found) session.Print(trouble.In(session.Language));
            // Questions to the protocol and the search log, which do not make the review wrong.
            QueryLogCommand.Tell(session, QueryLogCommand.Lints(review));
            if (found.Count > 0) return 1;
            session.Print("the ledger's hashes hold, every record is as it was imported, and the state follows from the ledger", "账本哈希完好，每条记录与导入时一致，当前状态与账本相符");
            return 0;
        });
}
