using System.Globalization;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>The recorded decisions: one on each report that was screened, one on each full text.</summary>
static class Decisions
{
    static readonly Dictionary<Fate, string> Reasons = new()
    {
        [Fate.OtherLanguage] = "language",
        [Fate.DocumentType] = "document-type",
        [Fate.NotApplication] = "not-application",
        [Fate.LowQuality] = "low-quality",
        [Fate.NonCoreJournal] = "non-core-journal",
        [Fate.OutOfScope] = "out-of-scope",
    };

    public static byte[] Csv(IReadOnlyList<Copy> copies)
    {
        var text = new StringBuilder("record_id,stage,reviewer,verdict,reason,time,note\n");
        var reports = Screened(copies);
        // Weekdays of May 2022 for titles and abstracts, of June to August for full texts.
        var time = new DateTime(2022, 5, 3, 1, 0, 0, DateTimeKind.Utc);
        foreach (var group in reports)
        {
            var fate = group.Key.Fate;
            var isOut = fate is Fate.OtherLanguage or Fate.DocumentType or Fate.NotApplication;
            time = Later(time, group.Key.Number, 45, 260, 40);
            Row(text, Id(group), "title-abstract", isOut ? Reasons[fate] : null, time, "");
        }
        time = new DateTime(2022, 6, 1, 1, 0, 0, DateTimeKind.Utc);
        foreach (var group in reports.Where(g => g.Key.Fate is Fate.LowQuality or Fate.NonCoreJournal or Fate.OutOfScope or Fate.Included))
        {
            time = Later(time, group.Key.Number, 240, 1500, 14);
            var reason = group.Key.Fate == Fate.Included ? null : Reasons[group.Key.Fate];
            Row(text, Id(group), "full-text", reason, time, reason is null ? Note(group.Key) : "");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The true groups: every record with its report, for tests of the deduplication.</summary>
    public static byte[] Groups(IReadOnlyList<Copy> copies)
    {
        var twice = TwiceUsed(copies);
        var text = new StringBuilder("group,record,file,ordinal\n");
        foreach (var copy in copies)
        {
            var id = copy.OwnId is not { } own ? copy.FileOrdinal : twice.Contains(own) ? $"{copy.File}:{own}" : own;
            text.Append(CultureInfo.InvariantCulture, $"{copy.Report.Number},{id},{copy.File},{copy.Ordinal}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());

        static HashSet<string> TwiceUsed(IReadOnlyList<Copy> all) =>
            all.Where(c => c.OwnId is not null).GroupBy(c => c.OwnId!).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    static List<IGrouping<Report, Copy>> Screened(IReadOnlyList<Copy> copies) =>
        copies.Where(copy => copy.Report.Fate != Fate.NoAbstract).GroupBy(copy => copy.Report).ToList();

    /// <summary>An id that is in one file only: Web of Science, then Scopus, else the place in a file.</summary>
    static string Id(IGrouping<Report, Copy> group)
    {
        var wos = group.FirstOrDefault(copy => copy.Database == "wos");
        var isOverlap = group.Key.Shape is { Scopus: 2, Wos: 1 };
        var best = wos ?? (isOverlap ? null : group.FirstOrDefault(copy => copy.Database == "scopus")) ?? group.First();
        return best.OwnId ?? best.FileOrdinal;
    }

    static string Note(Report report)
    {
        if (report.Listed.Length == 0) return "";
        if (report.Listed.EndsWith("composed", StringComparison.Ordinal)) return report.Note;
        var listed = "thesis: " + report.Listed.Replace(", ", "; ", StringComparison.Ordinal);
        return report.Note.Length == 0 ? listed : $"{listed}; {report.Note}" + (report.Note.StartsWith("listed", StringComparison.Ordinal) ? "" : "; breaks the review's own rule against editorials and announcements");
    }

    static DateTime Later(DateTime time, int number, int least, int most, int aDay)
    {
        var dice = new Dice("time " + least, number);
        var next = time.AddSeconds(dice.Between(least, most));
        if (next.Hour < 9) return next;
        // Nine hours are a day's work (17:00 in China); the next one begins on a weekday.
        next = next.Date.AddDays(1).AddHours(1).AddMinutes(dice.Next(aDay));
        while (next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) next = next.AddDays(1);
        return next;
    }

    static void Row(StringBuilder text, string id, string stage, string? reason, DateTime time, string note) =>
        text.Append(CultureInfo.InvariantCulture, $"{id},{stage},r1,{(reason is null ? "include" : "exclude")},{reason},{time:yyyy-MM-ddTHH:mm:ss}Z,{(note.Contains(',', StringComparison.Ordinal) ? $"\"{note}\"" : note)}\n");
}
