using System.Globalization;
using ReviewKit.Enrichment.Http;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Enrichment;

/// <summary>What is looked for, where.</summary>
public sealed record MissingOptions
{
    /// <summary>As in docs/record.schema.json.</summary>
    public IReadOnlyList<string> Fields { get; init; } = ["abstract", "doi"];

    /// <summary>Ids of interfaces; empty for all, in their own order.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Reports at this place of the flow; null: all that nobody excluded.</summary>
    public string? Place { get; init; }

    public double Threshold { get; init; } = MatchScore.Threshold;

    /// <summary>Asks every source also where another had the field.</summary>
    public bool Everywhere { get; init; }

    /// <summary>Asks again what was asked before.</summary>
    public bool Again { get; init; }

    /// <summary>Where there is no DOI, or none that is known, asks by title, authors and year.</summary>
    public bool ByTitle { get; init; } = true;
}

/// <summary>What one source was asked and said.</summary>
/// <param name="Counts">Reports by result (<see cref="AskedFor.Result"/>, and failed).</param>
public sealed record SourceReport(Api Api, IReadOnlyDictionary<string, int> Counts, int Requests, int FromCache, double Spent);

/// <summary>What a run would ask at most: sources are asked in turn, each only for what is still missing.</summary>
/// <param name="Seconds">At the pace the interface allows.</param>
public sealed record SourcePlan(Api Api, int ByDoi, int ByTitle, int Requests, double Cost, double Seconds);

/// <summary>Looks for missing fields: source by source, by DOI in batches, then by title; candidates are kept answer by answer, so that a run that is stopped goes on where it was.</summary>
public sealed class MissingRun
{
    const int FewestLetters = 8, LongestValue = 50_000;

    readonly Review review;
    readonly Network network;
    readonly MissingOptions options;
    readonly IReadOnlyList<Source> sources;
    readonly IReadOnlyList<Gap> gaps;
    readonly HashSet<(string, string, string, string)> asked;
    readonly HashSet<(string, string)> filled = [];
    readonly HashSet<(string, string)> knownByDoi = [];
    readonly Dictionary<(string Api, string Result), HashSet<string>> results = [];
    readonly List<Message> troubles = [];
    readonly Agencies agencies;

    /// <exception cref="ReviewKitException">A field or a source that is not known.</exception>
    public MissingRun(Review review, Network network, MissingOptions options)
    {
        (this.review, this.network, this.options) = (review, network, options);
        var givable = Sources.All.SelectMany(source => source.Gives).Distinct().ToList();
        foreach (var field in options.Fields.Where(field => !givable.Contains(field)))
            throw new ReviewKitException($"no interface gives the field \"{field}\"; known: {string.Join(", ", givable)}", $"没有接口提供字段“{field}”；可用：{string.Join("、", givable)}");
        foreach (var name in options.From) Apis.Named(name);
        sources = [.. Sources.All.Where(source => (options.From.Count == 0 || options.From.Contains(source.Api.Id, StringComparer.OrdinalIgnoreCase)) && source.Gives.Intersect(options.Fields).Any())];
        gaps = Gap.Of(review, options.Fields, options.Place);
        var before = Candidates.Asked(review);
        asked = options.Again ? [] : [.. before.Select(one => (one.Record, one.Field, one.Source, one.How))];
        foreach (var one in before)
        {
            if (one.Result == "found" && !options.Again) filled.Add((one.Record, one.Field));
            if (one is { How: "doi", Result: "found" or "absent" }) knownByDoi.Add((one.Record, one.Source));
        }
        agencies = new Agencies(network);
    }

    /// <summary>Reports that lack something.</summary>
    public int Reports => gaps.Count;

    public IReadOnlyList<Message> Troubles => troubles;

    /// <summary>Without asking anything.</summary>
    public IReadOnlyList<SourcePlan> Plan() => [.. sources.Select(source =>
    {
        var (byDoi, byTitle) = (ToAsk(source, "doi"), ToAsk(source, "title"));
        var batches = source.Batches(byDoi, gap => gap.Record).Count();
        var requests = batches * source.RequestsEach + byTitle.Count;
        var limit = network.Credentials.Has(source.Api) && source.Api.KeyedLimit > 0 ? source.Api.KeyedLimit : source.Api.Limit;
        return new SourcePlan(source.Api, byDoi.Count, byTitle.Count, requests, batches * source.PriceByDoi + byTitle.Count * source.PriceByTitle, requests * source.Api.Interval.TotalSeconds / limit);
    })];

    /// <param name="progress">Told the source and how many of its reports were asked about, of how many.</param>
    /// <exception cref="OperationCanceledException">Stopped; what was answered is kept.</exception>
    public async Task<IReadOnlyList<SourceReport>> Run(Action<Api, int, int>? progress = null, CancellationToken stop = default)
    {
        var ended = new HashSet<Source>();
        // A look-up by DOI is cheap and certain: all of them come before the first search for a title.
        foreach (var how in (string[])["doi", "title"])
            foreach (var source in sources.Where(source => !ended.Contains(source)))
            {
                try
                {
                    if (how == "title") await ByTitle(source, ToAsk(source, how), progress, stop);
                    else await ByDoi(source, source.Agency is null ? ToAsk(source, how) : await AtAgency(source.Agency, ToAsk(source, how), stop), progress, stop);
                }
                catch (ApiTrouble trouble)
                {
                    ended.Add(source);
                    Tell(trouble);
                }
            }
        await NameAgencies(stop);
        return Report();
    }

    IReadOnlyList<SourceReport> Report() => [.. sources.Select(source => source.Api).Append(Apis.DoiAgency).Select(api =>
    {
        var (requests, fromCache, spent) = network.Tally(api);
        return new SourceReport(api, results.Where(pair => pair.Key.Api == api.Id).ToDictionary(pair => pair.Key.Result, pair => pair.Value.Count), requests, fromCache, spent);
    })];

    /// <summary>The gaps this source may fill and was not asked about in this way.</summary>
    List<Gap> ToAsk(Source source, string how) => how == "title" && (source.ByTitle is null || !options.ByTitle) ? []
        : [.. gaps.Select(gap => gap with { Fields = [.. gap.Fields.Where(field => Wants(gap, field, source, how))] }).Where(gap => gap.Fields.Count > 0)];

    bool Wants(Gap gap, string field, Source source, string how)
    {
        var id = gap.Record.Id;
        if (!source.Gives.Contains(field) || asked.Contains((id, field, source.Api.Id, how)) || !options.Everywhere && filled.Contains((id, field))) return false;
        var doi = Doi.Key(gap.Record.Doi);
        return how == "doi"
            ? doi is not null && field != "doi"
            : !knownByDoi.Contains((id, source.Api.Id)) && (gap.Record.Title?.Count(char.IsLetterOrDigit) ?? 0) >= FewestLetters && (source.KnowsChineseTitles || !Fold.HasHan(gap.Record.Title!));
    }

    async Task ByDoi(Source source, IReadOnlyList<Gap> toAsk, Action<Api, int, int>? progress, CancellationToken stop)
    {
        var done = 0;
        await foreach (var (batch, answer) in InOrder.Of(source.Batches(toAsk, gap => gap.Record), source.Api.Concurrency, batch => AskByDoi(source, batch, stop), stop))
        {
            foreach (var (part, said, trouble) in answer)
                if (said is null) Failed(source, part, trouble!);
                else TakeByDoi(source, part, said);
            progress?.Invoke(source.Api, done += batch.Count, toAsk.Count);
        }
    }

    /// <summary>A batch that is refused is asked in halves: one malformed DOI must not cost the others their answer.</summary>
    async Task<IReadOnlyList<(List<Gap> Part, Answer? Said, ApiTrouble? Trouble)>> AskByDoi(Source source, List<Gap> batch, CancellationToken stop)
    {
        try
        {
            return [(batch, await source.ByDoi(network, [.. batch.Select(gap => Doi.Key(gap.Record.Doi)!).Distinct()], stop), null)];
        }
        catch (ApiTrouble trouble) when (trouble.IsRefusal && batch.Count > 1)
        {
            var half = batch.Count / 2;
            return [.. await AskByDoi(source, batch[..half], stop), .. await AskByDoi(source, batch[half..], stop)];
        }
        catch (ApiTrouble trouble)
        {
            return [(batch, null, trouble)];
        }
    }

    void TakeByDoi(Source source, List<Gap> batch, Answer answer)
    {
        var found = new Dictionary<string, Record>(StringComparer.Ordinal);
        // An answer about a DOI that nobody asked for is no answer.
        foreach (var record in answer.IsFound ? source.Read(answer) : [])
            if (Doi.Key(record.Doi) is { } doi) found.TryAdd(doi, record);
        var (candidates, outcomes) = (new List<Candidate>(), new List<AskedFor>());
        foreach (var gap in batch)
        {
            var record = found.GetValueOrDefault(Doi.Key(gap.Record.Doi)!);
            var another = record is not null && MatchScore.IsAnother(gap.Record, record);
            if (record is not null && !another) knownByDoi.Add((gap.Record.Id, source.Api.Id));
            Note(source, gap, "doi", another ? null : record, another ? "mismatch" : record is null ? "unknown" : "absent", 1, answer, candidates, outcomes, another ? record!.Title : null);
        }
        Candidates.Keep(review, candidates, outcomes);
    }

    async Task ByTitle(Source source, IReadOnlyList<Gap> toAsk, Action<Api, int, int>? progress, CancellationToken stop)
    {
        var done = 0;
        await foreach (var (gap, answer) in InOrder.Of(toAsk, source.Api.Concurrency, gap => AskByTitle(source, gap, stop), stop))
        {
            if (answer.Said is null) Failed(source, [gap], answer.Trouble!);
            else TakeByTitle(source, gap, answer.Said);
            progress?.Invoke(source.Api, ++done, toAsk.Count);
        }
    }

    async Task<(Answer? Said, ApiTrouble? Trouble)> AskByTitle(Source source, Gap gap, CancellationToken stop)
    {
        try
        {
            return (await source.ByTitle!(network, gap.Record, stop), null);
        }
        catch (ApiTrouble trouble)
        {
            return (null, trouble);
        }
    }

    void TakeByTitle(Source source, Gap gap, Answer answer)
    {
        var hits = (answer.IsFound ? source.Read(answer) : []).Select(record => (Record: record, Score: MatchScore.Of(gap.Record, record))).Where(hit => hit.Score >= options.Threshold).OrderByDescending(hit => hit.Score).ToList();
        // Two works that both look like it: a person may find out, a program not.
        var ambiguous = hits.Select(hit => Doi.Key(hit.Record.Doi)).Distinct().Count() > 1 && hits[0].Score - hits[1].Score < 1 - options.Threshold;
        var (candidates, outcomes) = (new List<Candidate>(), new List<AskedFor>());
        var best = ambiguous || hits.Count == 0 ? default : hits[0];
        Note(source, gap, "title", best.Record, ambiguous ? "ambiguous" : best.Record is null ? "unknown" : "absent", best.Score, answer, candidates, outcomes, ambiguous ? string.Join(", ", hits.Select(hit => Doi.Key(hit.Record.Doi))) : null);
        Candidates.Keep(review, candidates, outcomes);
    }

    void Note(Source source, Gap gap, string how, Record? record, string otherwise, double match, Answer answer, List<Candidate> candidates, List<AskedFor> outcomes, string? detail)
    {
        var time = answer.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        foreach (var field in gap.Fields)
        {
            var value = record is null || Gap.IsMissing(record, field) ? null : Printable(FieldText.Read(record, field));
            if (value is not null)
            {
                candidates.Add(new Candidate(gap.Record.Id, field, source.Api.Id, value, match, how, time, answer.Sha256));
                filled.Add((gap.Record.Id, field));
            }
            var result = value is null ? otherwise : "found";
            outcomes.Add(new AskedFor(gap.Record.Id, field, source.Api.Id, how, result, Printable(detail), time));
            asked.Add((gap.Record.Id, field, source.Api.Id, how));
            Count(source.Api, result, gap.Record.Id);
        }
    }

    /// <summary>Without what would steer a terminal; null for what is longer than any field of any report.</summary>
    static string? Printable(string? value) => value is null or { Length: > LongestValue } ? null : string.Concat(value.Where(c => !char.IsControl(c) || c is '\n' or '\t'));

    void Failed(Source source, IReadOnlyList<Gap> gaps, ApiTrouble trouble)
    {
        foreach (var gap in gaps) Count(source.Api, "failed", gap.Record.Id);
        if (trouble.EndsRun) throw trouble;
        Tell(trouble);
    }

    void Count(Api api, string result, string record)
    {
        if (!results.TryGetValue((api.Id, result), out var records)) results[(api.Id, result)] = records = [];
        records.Add(record);
    }

    void Tell(ApiTrouble trouble)
    {
        if (!troubles.Contains(trouble.Said)) troubles.Add(trouble.Said);
    }

    async Task<IReadOnlyList<Gap>> AtAgency(string agency, List<Gap> gaps, CancellationToken stop)
    {
        var there = new List<Gap>();
        foreach (var gap in gaps)
            if (await agencies.Of(gap.Record.Doi!, stop) == agency) there.Add(gap);
        return there;
    }

    /// <summary>Of what nobody knows by its DOI, where that DOI is registered: at an agency without open metadata there is nothing to be found.</summary>
    async Task NameAgencies(CancellationToken stop)
    {
        var known = knownByDoi.Select(pair => pair.Item1).ToHashSet();
        try
        {
            foreach (var gap in gaps.Where(gap => Doi.Key(gap.Record.Doi) is not null && !known.Contains(gap.Record.Id)))
            {
                var fields = gap.Fields.Where(field => !filled.Contains((gap.Record.Id, field)) && !asked.Contains((gap.Record.Id, field, Apis.DoiAgency.Id, "doi"))).ToList();
                if (fields.Count == 0 || await agencies.Of(gap.Record.Doi!, stop) is not { } agency || Agencies.IsOpen(agency)) continue;
                Candidates.Keep(review, [], fields.Select(field => new AskedFor(gap.Record.Id, field, Apis.DoiAgency.Id, "doi", "agency", agency, review.Author.Time)));
                Count(Apis.DoiAgency, "agency", gap.Record.Id);
                Count(Apis.DoiAgency, agency, gap.Record.Id);
            }
        }
        catch (ApiTrouble trouble)
        {
            Tell(trouble);
        }
    }
}
