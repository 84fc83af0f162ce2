using ReviewKit.Screening;

namespace ReviewKit.App.Commands;

static class RetrieveCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "retrieve", new("Say whether the full report was had", "记录全文是否获得"),
            "reviewkit retrieve r4k7m2xq not-retrieved --reason \"no library holds it\"", "reviewkit retrieve r4k7m2xq fulltext/r4k7m2xq.pdf");
        var id = verb.Argument<string>("ID", new("a record", "一条记录"));
        var status = verb.Argument<string>("STATUS", new("sought, retrieved, not-retrieved, or the file with the full text (inside the review folder)", "sought、retrieved、not-retrieved，或全文文件（须在综述文件夹内）"));
        var reason = verb.Option<string?>("--reason", "TEXT", new("why it was not retrieved; default: none", "未获得的原因；默认无"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var word = parsed.GetValue(status)!;
            var isStatus = Retrieval.Statuses.Contains(word);
            Retrieval.Set(review, parsed.GetValue(id)!, isStatus ? word : "retrieved", parsed.GetValue(reason), isStatus ? null : word);
            session.Print(isStatus ? word : $"retrieved: {word}", isStatus ? word : $"已获得：{word}");
            return 0;
        });
    }
}
