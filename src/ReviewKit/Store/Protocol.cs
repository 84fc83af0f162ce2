using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>review.yaml: what the review asks, where it searches, by which rules and stages it decides.</summary>
public sealed record Protocol
{
    public Message Title { get; init; }
    public Message Question { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>In the order the diagram lists them.</summary>
    public IReadOnlyList<ProtocolSource> Sources { get; init; } = [];

    public ProtocolQuery? Query { get; init; }

    /// <summary>Applied after the rounds, in this order.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>In order; all title-abstract stages come before the full-text ones.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    public IReadOnlyList<Reviewer> Reviewers { get; init; } = [];

    /// <summary>Labels the review compares by, such as city.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Columns of tables whose names are not known, by the field they hold (`import --map`).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public ProtocolDedup Dedup { get; init; } = new([], []);

    public ProtocolHighlight Highlight { get; init; } = new([], []);

    /// <summary>Numbers of the flow that no ledger can count, by the names of docs/prisma.md: previous.studies, appraised.studies, ….</summary>
    public IReadOnlyDictionary<string, int> Flow { get; init; } = new Dictionary<string, int>();

    /// <summary>Texts of the diagram in place of the official ones.</summary>
    public IReadOnlyDictionary<string, Message> Labels { get; init; } = new Dictionary<string, Message>();

    public ProtocolStopping Stopping { get; init; } = new(ProtocolStopping.UsualRecall, []);

    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>The people among <see cref="Reviewers"/>, in their order.</summary>
    public IReadOnlyList<string> People => [.. Reviewers.Where(reviewer => reviewer.Model is null).Select(reviewer => reviewer.Id)];

    public Stage? FindStage(string id) => Stages.FirstOrDefault(stage => stage.Id == id);

    /// <summary>The name the diagram shows for a source; the source's own word where the protocol has none.</summary>
    public Message SourceName(string source) =>
        Sources.FirstOrDefault(known => known.Id == source)?.Name ?? WellKnown.GetValueOrDefault(source, Message.Verbatim(source));

    static readonly Dictionary<string, Message> WellKnown = new()
    {
        ["scopus"] = Message.Verbatim("Scopus"),
        ["wos"] = Message.Verbatim("Web of Science"),
        ["cnki"] = new("CNKI", "中国知网"),
        ["wanfang"] = new("Wanfang Data", "万方数据"),
        ["vip"] = new("VIP", "维普"),
        ["baidu"] = new("Baidu Scholar", "百度学术"),
        ["sinomed"] = Message.Verbatim("SinoMed"),
        ["pubmed"] = Message.Verbatim("PubMed"),
        ["embase"] = Message.Verbatim("Embase"),
        ["cssci"] = new("CSSCI", "中文社会科学引文索引"),
        ["cochrane"] = new("Cochrane Library", "Cochrane 图书馆"),
        ["proquest"] = Message.Verbatim("ProQuest"),
        ["ebsco"] = Message.Verbatim("EBSCOhost"),
        ["ieee"] = Message.Verbatim("IEEE Xplore"),
        ["springer"] = Message.Verbatim("SpringerLink"),
        ["sciencedirect"] = Message.Verbatim("ScienceDirect"),
        ["jstor"] = Message.Verbatim("JSTOR"),
        ["europepmc"] = Message.Verbatim("Europe PMC"),
        ["openalex"] = Message.Verbatim("OpenAlex"),
        ["crossref"] = Message.Verbatim("Crossref"),
        ["dimensions"] = Message.Verbatim("Dimensions"),
        ["lens"] = Message.Verbatim("Lens.org"),
        ["other"] = new("Other source", "其他来源"),
    };
}

/// <summary>A place that is searched.</summary>
/// <param name="Kind">database, register, website, organisation or citation.</param>
public sealed record ProtocolSource(string Id, Message Name, string Kind);

/// <summary>What the user knows better than the rules of deduplication.</summary>
/// <param name="NeverMerge">Records, as on the command line, of which no two are of one report.</param>
/// <param name="SameJournal">Names, ISSNs and CN numbers of one journal each.</param>
public sealed record ProtocolDedup(IReadOnlyList<IReadOnlyList<string>> NeverMerge, IReadOnlyList<IReadOnlyList<string>> SameJournal);

/// <summary>Words a screener looks out for, beside the terms of the query; with * and ? as there.</summary>
/// <param name="Include">That speak for a report.</param>
/// <param name="Exclude">That speak against it.</param>
public sealed record ProtocolHighlight(IReadOnlyList<string> Include, IReadOnlyList<string> Exclude);

/// <summary>How the term sets count.</summary>
/// <param name="File">In queries/.</param>
/// <param name="Mode">verify (report only) or remove (records that fail a round leave the review).</param>
/// <param name="Counted">search (the rounds were part of the search) or automation (they removed records of it).</param>
public sealed record ProtocolQuery(string File, string Mode, string Counted);

/// <summary>A declared rule on a report.</summary>
/// <param name="Require">abstract, window, language, type or journal-list.</param>
/// <param name="Box">Where its removals stand in PRISMA: automation or other.</param>
/// <param name="Apply">remove, or flag: only told.</param>
public sealed record Criterion(string Id, string Require, string Box, string Apply, Message Label)
{
    /// <summary>ISO dates as far as given; absent is open.</summary>
    public string? From { get; init; }

    public string? To { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Types that fail the rule, CSL names or the sources' own words.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Of journal-list: files in queries/; a report passes when one of the lists has its journal.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];
}

/// <summary>A named step of screening.</summary>
/// <param name="Kind">title-abstract or full-text.</param>
/// <param name="Reviewers">How many must agree: 1 or 2.</param>
public sealed record Stage(string Id, string Kind, Message Name, int Reviewers, IReadOnlyList<ExclusionReason> Reasons)
{
    public bool IsFullText => Kind == "full-text";

    /// <summary>In what order it shows what waits.</summary>
    public StageOrder Order { get; init; } = StageOrder.Of(Kind);

    /// <summary>The share of reports that two judge where one is enough, 0..1.</summary>
    public double Overlap { get; init; }

    /// <summary>How many reports all listed reviewers judge before the rest; 0 for none.</summary>
    public int Calibration { get; init; }

    public Allocation Allocation { get; init; } = Allocation.Open;

    /// <summary>Whether a third reviewer's verdict settles a conflict two to one; else only `consensus` or a change of mind does.</summary>
    public bool HasThirdVote { get; init; }

    /// <summary>Whether a reviewer sees nobody else's verdict on a report before all have given theirs.</summary>
    public bool IsBlind { get; init; }

    public Message ReasonName(string? id) =>
        Reasons.FirstOrDefault(reason => reason.Id == id)?.Name ?? (id == Place.StoppingRule ? new Message("Left unscreened by the stopping rule", "按停止规则未筛选") : id is null ? new Message("No reason given", "未注明理由") : Message.Verbatim(id));
}

/// <summary>In what order a stage shows the reports that wait.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="RandomMix">The share drawn by chance, 0..1.</param>
/// <param name="Model">The ranking model.</param>
/// <param name="TitleWeight">How often the title counts; null: as the model has it.</param>
/// <param name="KeywordWeight">How often the keywords count; null: as the model has it.</param>
public sealed record StageOrder(string Name, double RandomMix = 0, string Model = StageOrder.DefaultModel, int? TitleWeight = null, int? KeywordWeight = null)
{
    public const string DefaultModel = "u4t";

    public static readonly string[] Names = ["ranked", "unranked", "random", "newest"];

    /// <summary>Where nothing is said: ranked, and as imported at full text, where all will be read.</summary>
    public static StageOrder Of(string kind) => new(kind == "full-text" ? "unranked" : "ranked");
}

/// <summary>When screening may stop.</summary>
/// <param name="Recall">The share of the relevant reports that must be found, above 0 and below 1.</param>
/// <param name="KeyPapers">Reports that must be found, named as on the command line.</param>
public sealed record ProtocolStopping(double Recall, IReadOnlyList<string> KeyPapers)
{
    public const double UsualRecall = .95;
}

/// <summary>Why a record or report is excluded at a stage.</summary>
public sealed record ExclusionReason(string Id, Message Name);

/// <summary>Who gets which reports of a stage.</summary>
/// <param name="By">open (whoever comes), even (split among the listed reviewers), source or label.</param>
/// <param name="To">Of source and label: what each reviewer gets first.</param>
public sealed record Allocation(string By, IReadOnlyDictionary<string, IReadOnlyList<string>> To)
{
    public static readonly Allocation Open = new("open", new Dictionary<string, IReadOnlyList<string>>());

    public override string ToString() => By + string.Concat(To.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $" {pair.Key}:{string.Join(',', pair.Value)}"));
}

/// <summary>Who judges: a person, or a model that only ever gives a second opinion.</summary>
public sealed record Reviewer(string Id, Message Name)
{
    /// <summary>Absent for a person.</summary>
    public ReviewerModel? Model { get; init; }
}

/// <summary>A language model behind an OpenAI-compatible address.</summary>
/// <param name="Url">Up to and without /chat/completions.</param>
/// <param name="KeyVariable">The environment variable that has the key; null where none is needed.</param>
/// <param name="AllowHost">The host records may be sent to, besides this machine; null for none.</param>
public sealed record ReviewerModel(string Url, string Model, double Temperature, string? KeyVariable, string? AllowHost);
