namespace ReviewKit.Benchmarks.Demo;

/// <summary>In which databases' languages a report appears.</summary>
enum Side { En, Zh, Twin }

/// <summary>Where a report leaves the review.</summary>
enum Fate { NoAbstract, OtherLanguage, DocumentType, NotApplication, LowQuality, NonCoreJournal, OutOfScope, Included }

/// <summary>How many records of one report each database returned, and by what strong evidence they can be recognised as one.</summary>
/// <param name="Bridge">No DOI is shared across scripts: the records agree by ISSN, year, issue, pages and the authors' pinyin.</param>
sealed record Shape(Side Side, int Scopus, int Wos, int Cnki, int Wanfang, bool Bridge = false);

/// <summary>
/// The splits. The thesis states 1803 found, 832 removed (duplicates and missing abstract together), 296, 591 and 84; every number below is invented so that these follow.
/// </summary>
static class Plan
{
    /// <summary>Reports of each shape. Records: Scopus 407, Web of Science 307, CNKI 612, Wanfang 477, together 1803 of 1190 reports, so 613 duplicates.</summary>
    public static readonly IReadOnlyList<(Shape Shape, int Reports)> Shapes =
    [
        (new(Side.En, 1, 0, 0, 0), 148),
        (new(Side.En, 0, 1, 0, 0), 95),
        (new(Side.En, 1, 1, 0, 0), 173),
        (new(Side.En, 2, 1, 0, 0), 6),
        (new(Side.En, 1, 2, 0, 0), 5),
        (new(Side.En, 2, 0, 0, 0), 7),
        (new(Side.Zh, 0, 0, 1, 0), 267),
        (new(Side.Zh, 0, 0, 0, 1), 157),
        (new(Side.Zh, 0, 0, 1, 1), 233),
        (new(Side.Zh, 0, 0, 2, 0), 14),
        (new(Side.Zh, 0, 0, 2, 1), 16),
        (new(Side.Zh, 0, 0, 0, 2), 9),
        (new(Side.Twin, 1, 0, 1, 1), 22),
        (new(Side.Twin, 1, 1, 1, 1), 18),
        (new(Side.Twin, 1, 0, 0, 1), 8),
        (new(Side.Twin, 1, 0, 1, 0, Bridge: true), 7),
        (new(Side.Twin, 0, 1, 1, 1, Bridge: true), 5),
    ];

    /// <summary>Reports of each fate on each side: 219 without abstract, 31 + 104 + 161 = 296 at title and abstract, 233 + 261 + 97 = 591 at full text, 84 included.</summary>
    public static readonly IReadOnlyList<(Fate Fate, int En, int Zh, int Twin)> Fates =
    [
        (Fate.Included, 12, 34, 38),
        (Fate.NoAbstract, 61, 158, 0),
        (Fate.OtherLanguage, 31, 0, 0),
        (Fate.DocumentType, 42, 62, 0),
        (Fate.NotApplication, 72, 82, 7),
        (Fate.LowQuality, 73, 155, 5),
        (Fate.NonCoreJournal, 86, 170, 5),
        (Fate.OutOfScope, 57, 35, 5),
    ];

    /// <summary>Export files in the order of their names, with the records each holds.</summary>
    public static readonly IReadOnlyList<(string Path, int Records)> Files =
    [
        ("scopus/scopus.csv", 280),
        ("scopus/scopus-old-columns.csv", 127),
        ("wos/savedrecs.txt", 182),
        ("wos/savedrecs-2.txt", 125),
        ("cnki/CNKI-20220412093015327.net", 317),
        ("cnki/CNKI-20220412094512018.xls", 195),
        ("cnki/CNKI-20220412101544761.txt", 100),
        ("wanfang/wanfang-20220413-1.net", 300),
        ("wanfang/wanfang-20220413-2.net", 177),
    ];

    /// <summary>Groups in which one database has the abstract and another lacks it; they count as having one.</summary>
    public const int AbstractFromTwin = 24;

    /// <summary>Pairs of parts one and two of the same work, which are different reports.</summary>
    public const int SeriesPairs = 5;
}
