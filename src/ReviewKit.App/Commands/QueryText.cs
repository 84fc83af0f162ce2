using ReviewKit.Query;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>A query file and its text: the one named, else the review's.</summary>
static class QueryText
{
    public static (TermQuery Query, StrategyText Text) Of(Session session, string? file)
    {
        if (file is not null)
        {
            var text = TextFile.Read(session.PathOf(file), Path.GetFileName(file));
            return (TermQuery.Parse(text, Path.GetFileName(file)), new StrategyText(Path.GetFileName(file), text));
        }
        using var review = session.Open();
        var settings = review.Protocol.Query ?? throw new ReviewKitException("review.yaml names no query", "review.yaml 未指定检索式");
        var path = Path.Combine(review.QueriesFolder, settings.File);
        return (TermQuery.Read(path, "queries/" + settings.File), new StrategyText("queries/" + settings.File, TextFile.Read(path, settings.File)));
    }
}
