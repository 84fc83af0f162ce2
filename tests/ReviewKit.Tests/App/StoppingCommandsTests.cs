using System.Globalization;
using System.Text;

namespace ReviewKit.Tests.App;

public class StoppingCommandsTests
{
    static CommandLine Screened()
    {
        var line = new CommandLine();
        var (ris, csv) = (new StringBuilder(), new StringBuilder("record_id,stage,reviewer,verdict,reason,time,note\n"));
        for (var i = 0; i < 100; i++)
        {
            ris.Append(CultureInfo.InvariantCulture, $"TY  - JOUR\nID  - own-{i}\nTI  - 智慧城市 Smart city {i}\nPY  - 2020\nER  - \n\n");
            if (i < 60) csv.Append(CultureInfo.InvariantCulture, $"own-{i},title-abstract,li,{(i == 0 ? "include," : "exclude,topic")},2026-01-01T00:00:{i:00}Z,\n");
        }
        line.Good("new", ".");
        line.Write("exports/a.ris", ris.ToString());
        line.Write("d.csv", csv.ToString());
        line.Good("import");
        line.Good("decisions", "import", "d.csv", "--as", "li");
        return line;
    }

    [Fact]
    public void Stopping_shows_curve_rules_and_conditions_in_both_languages()
    {
        using var line = Screened();
        var said = line.Good("stopping", "--as", "li", "--ascii", "--recall", "0.9", "--svg", "recall.svg");
        Assert.Contains("60 of 100 screened (60.0 %), 1 relevant, 59 irrelevant in a row", said, StringComparison.Ordinal);
        // None of 59 drawn from 99 of which one is relevant: 40/99.
        Assert.Contains("[ ] p = 0.404: it cannot be ruled out that more than 10 % of the relevant are still to be found", said, StringComparison.Ordinal);
        Assert.Contains("[x] 50 irrelevant in a row: 95 % of the relevant found in 34 % of runs", said, StringComparison.Ordinal);
        Assert.Contains("[ ] S  random sample: 0 of 1 (1 %), 0 relevant", said, StringComparison.Ordinal);
        Assert.Contains("已筛选 60/100（60.0 %），相关 1，连续不相关 59", line.Good("stopping", "--as", "li", "--lang", "zh"), StringComparison.Ordinal);
        Assert.Contains("<polyline", File.ReadAllText(Path.Combine(line.Folder, "recall.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_says_first_what_it_would_do_and_can_be_taken_back()
    {
        using var line = Screened();
        Assert.Equal((1, "say which rule made you stop: --because \"p < 0.05 for 95 % recall\" (`reviewkit stopping` shows them)\n"), line.Run("stop") is var (code, _, error) ? (code, error) : default);
        Assert.Equal("Title and abstract: 60 screened, 1 kept, p = 0.404; 40 left unscreened are excluded by automation\nnothing was changed (--dry-run)\n", line.Good("stop", "--because", "SAFE", "--dry-run"));
        Assert.StartsWith("题名与摘要：已筛选 60，保留 1，p = 0.404；未筛选的 40 条计为自动化排除\n", line.Good("stop", "--because", "SAFE", "--lang", "zh"), StringComparison.Ordinal);
        Assert.Equal(41, line.Good("prisma", "--list", "db_excluded.automation").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Left unscreened by the stopping rule", line.Good("status"), StringComparison.Ordinal);
        line.Good("prisma", "-o", "flow.svg");
        Assert.Contains("40 by automation tools.", File.ReadAllText(Path.Combine(line.Folder, "flow.svg")), StringComparison.Ordinal);
        Assert.Equal((1, "nothing is left unscreened at title-abstract\n"), line.Run("stop", "--because", "again") is var (again, _, told) ? (again, told) : default);
        line.Good("undo");
        Assert.Single(line.Good("prisma", "--list", "db_excluded.automation").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        line.Good("check");
    }
}
