using System.Globalization;
using ReviewKit.Enrichment.Http;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Enrichment;

/// <summary>What a check for retractions came to.</summary>
/// <param name="Checked">Reports that at least one interface knows.</param>
/// <param name="Unchecked">Reports without a DOI, or that nobody knows: nothing is said of them.</param>
public sealed record RetractionReport(int Checked, int Unchecked, int Added, IReadOnlyList<Message> Troubles);

/// <summary>Asks Crossref (with Retraction Watch), OpenAlex and PubMed what became of reports.</summary>
public sealed class RetractionRun(Review review, Network network, string place = "included")
{
    static readonly (Source Source, Func<Answer, IEnumerable<FoundNotice>> Read)[] Asked =
    [
        (Of("crossref"), NoticeReading.Crossref), (Of("openalex"), NoticeReading.OpenAlex), (Of("pubmed"), NoticeReading.PubMed),
    ];

    static Source Of(string id) => Sources.All.First(source => source.Api.Id == id);

    IReadOnlyList<Record> Reports { get; } = [.. Gap.Of(review, [], place == "all" ? null : place, whole: true).Select(gap => gap.Record)];

    IReadOnlyList<Record> WithDoi => [.. Reports.Where(record => Doi.Key(record.Doi) is not null)];

    /// <summary>Without asking anything.</summary>
    public IReadOnlyList<SourcePlan> Plan() => [.. Asked.Select(asked =>
    {
        var batches = asked.Source.Batches(WithDoi, record => record).Count();
        var requests = batches * asked.Source.RequestsEach;
        return new SourcePlan(asked.Source.Api, WithDoi.Count, 0, requests, batches * asked.Source.PriceByDoi, requests * asked.Source.Api.Interval.TotalSeconds / asked.Source.Api.Limit);
    })];

    public async Task<RetractionReport> Run(Action<Api, int, int>? progress = null, CancellationToken stop = default)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var troubles = new List<Message>();
        var added = 0;
        foreach (var (source, read) in Asked)
        {
            var done = 0;
            await foreach (var (batch, (answer, trouble)) in InOrder.Of(source.Batches(WithDoi, record => record), source.Api.Concurrency, batch => Ask(source, batch, stop), stop))
            {
                progress?.Invoke(source.Api, done += batch.Count, WithDoi.Count);
                if (trouble is not null)
                {
                    if (!troubles.Contains(trouble.Said)) troubles.Add(trouble.Said);
                    if (trouble.EndsRun) break;
                    continue;
                }
                added += Take(source, batch, answer!, read, known);
            }
        }
        return new RetractionReport(known.Count, Reports.Count - known.Count, added, troubles);
    }

    async Task<(Answer? Answer, ApiTrouble? Trouble)> Ask(Source source, IReadOnlyList<Record> batch, CancellationToken stop)
    {
        try
        {
            return (await source.ByDoi(network, [.. batch.Select(record => Doi.Key(record.Doi)!).Distinct()], stop), null);
        }
        catch (ApiTrouble trouble)
        {
            return (null, trouble);
        }
    }

    int Take(Source source, IReadOnlyList<Record> batch, Answer answer, Func<Answer, IEnumerable<FoundNotice>> read, HashSet<string> known)
    {
        if (!answer.IsFound) return 0;
        var time = answer.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var asked = batch.GroupBy(record => Doi.Key(record.Doi)!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
        foreach (var found in source.Read(answer))
            if (Doi.Key(found.Doi) is { } doi && asked.TryGetValue(doi, out var records))
                known.UnionWith(records.Where(record => !MatchScore.IsAnother(record, found)).Select(record => record.Id));
        return Retractions.Note(review, from notice in read(answer)
                                        where notice.Doi is not null && asked.ContainsKey(notice.Doi)
                                        from record in asked[notice.Doi!]
                                            // A wrong DOI in the record must not make its report a retracted one.
                                        where known.Contains(record.Id)
                                        select new NoticeBody(record.Id, notice.Kind, source.Api.Id, notice.Notice, notice.Date, time, answer.Sha256));
    }
}
