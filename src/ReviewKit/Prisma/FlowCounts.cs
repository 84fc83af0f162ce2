using System.Collections.Immutable;

namespace ReviewKit.Prisma;

/// <summary>
/// The numbers of one PRISMA 2020 flow, counted from a ledger or typed by an author. Each has the id of its box, of <see cref="FlowBox"/>, which is also the data-box of the diagram.
/// What was not set is unknown, which is not the same as 0.
/// </summary>
public sealed record FlowCounts
{
    ImmutableDictionary<string, BoxCount> counts = ImmutableDictionary<string, BoxCount>.Empty;

    /// <summary>Nothing known: draws as the official blank form.</summary>
    public static readonly FlowCounts Empty = new();

    /// <summary>As stated, else over databases and registers; null when neither is known.</summary>
    public int? RecordsIdentified => Total("db_identified");

    public BoxCount Databases { get => this["databases"]; init => this["databases"] = value; }
    public BoxCount Registers { get => this["registers"]; init => this["registers"] = value; }
    public BoxCount DuplicatesRemoved { get => this["db_removed.duplicates"]; init => this["db_removed.duplicates"] = value; }
    public BoxCount IneligibleByAutomation { get => this["db_removed.automation"]; init => this["db_removed.automation"] = value; }
    public BoxCount RemovedForOtherReasons { get => this["db_removed.other"]; init => this["db_removed.other"] = value; }
    public BoxCount RecordsScreened { get => this["db_screened"]; init => this["db_screened"] = value; }

    /// <summary>Parts are the reasons at title and abstract.</summary>
    public BoxCount RecordsExcluded { get => this["db_excluded"]; init => this["db_excluded"] = value; }
    public BoxCount RecordsExcludedByHuman { get => this["db_excluded.human"]; init => this["db_excluded.human"] = value; }
    public BoxCount RecordsExcludedByAutomation { get => this["db_excluded.automation"]; init => this["db_excluded.automation"] = value; }
    public BoxCount ReportsSought { get => this["db_sought"]; init => this["db_sought"] = value; }
    public BoxCount ReportsNotRetrieved { get => this["db_notretrieved"]; init => this["db_notretrieved"] = value; }
    public BoxCount ReportsAssessed { get => this["db_assessed"]; init => this["db_assessed"] = value; }
    public BoxCount ReportsExcluded { get => this["db_ftexcluded"]; init => this["db_ftexcluded"] = value; }

    /// <summary>Parts are websites, organisations, citation searching (translated under these names) and whatever else there was.</summary>
    public BoxCount OtherIdentified { get => this["ot_identified"]; init => this["ot_identified"] = value; }

    /// <summary>Records found by other methods that another record already stood for; the official form has no line for them, so they are a footnote. 0 when not stated.</summary>
    public int OtherDuplicates { get => Total("ot_duplicates") ?? 0; init => this["ot_duplicates"] = value; }
    public BoxCount OtherReportsSought { get => this["ot_sought"]; init => this["ot_sought"] = value; }
    public BoxCount OtherReportsNotRetrieved { get => this["ot_notretrieved"]; init => this["ot_notretrieved"] = value; }
    public BoxCount OtherReportsAssessed { get => this["ot_assessed"]; init => this["ot_assessed"] = value; }
    public BoxCount OtherReportsExcluded { get => this["ot_ftexcluded"]; init => this["ot_ftexcluded"] = value; }

    /// <summary>Of this search; in an updated review the new ones.</summary>
    public BoxCount StudiesIncluded { get => this["included.studies"]; init => this["included.studies"] = value; }
    public BoxCount ReportsOfIncludedStudies { get => this["included.reports"]; init => this["included.reports"] = value; }
    public BoxCount PreviousStudies { get => this["previous.studies"]; init => this["previous.studies"] = value; }
    public BoxCount PreviousReports { get => this["previous.reports"]; init => this["previous.reports"] = value; }

    /// <summary>Stages of screening records in their order, where the review has more than one; the diagram can show them apart.</summary>
    public IReadOnlyList<ScreeningStep> Steps { get; init; } = [];

    /// <summary>Records that still wait at title and abstract: with any, the diagram says that it is not final.</summary>
    public int RecordsAwaitingScreening { get; init; }

    /// <summary>Reports that still wait for retrieval or for assessment.</summary>
    public int ReportsAwaitingAssessment { get; init; }

    /// <summary>The count of a box of <see cref="FlowBox.All"/>; <see cref="BoxCount.Unknown"/> when it is not stated.</summary>
    public BoxCount this[string key]
    {
        get => counts.GetValueOrDefault(key, BoxCount.Unknown);
        private init => counts = counts.SetItem(key, value);
    }

    /// <exception cref="ArgumentException">No box has this id.</exception>
    public FlowCounts With(string key, BoxCount count) =>
        FlowBox.Find(key) is null ? throw new ArgumentException($"no box {key}", nameof(key)) : this with { counts = counts.SetItem(key, count) };

    public FlowCounts Without(string key) => this with { counts = counts.Remove(key) };

    /// <summary>What is stated, in the order of <see cref="FlowBox.All"/>.</summary>
    public IEnumerable<(FlowBox Box, BoxCount Count)> Stated => FlowBox.All.Where(box => counts.ContainsKey(box.Key)).Select(box => (box, counts[box.Key]));

    /// <summary>The number of a box: as stated, else from its lines; null when nothing of it is known.</summary>
    public int? Total(string key) => this[key].Total ?? key switch
    {
        "db_identified" => this["sources"].Total ?? Sum("databases", "registers"),
        "db_removed" => Sum("db_removed.duplicates", "db_removed.automation", "db_removed.other"),
        "db_excluded" => Sum("db_excluded.human", "db_excluded.automation"),
        "total.studies" => Total("previous.studies") + Total("new.studies"),
        "total.reports" => Total("previous.reports") + Total("new.reports"),
        // In the templates of an updated review what this search brought is called new.
        "new.studies" => this["included.studies"].Total,
        "new.reports" => this["included.reports"].Total,
        _ => null,
    };

    int? Sum(params ReadOnlySpan<string> keys)
    {
        int? sum = null;
        foreach (var key in keys)
            if (Total(key) is { } n) sum = (sum ?? 0) + n;
        return sum;
    }
}

/// <summary>One of several stages at which records are screened: titles, then abstracts.</summary>
/// <param name="Excluded">Parts are its reasons.</param>
public sealed record ScreeningStep(string Name, int Screened, BoxCount Excluded);
