using ReviewKit.Tests.Screening.Assist;

namespace ReviewKit.Tests.App;

public class AssistTests
{
    [Fact]
    public void A_model_is_asked_only_by_this_command_and_stops_when_it_does_not_answer()
    {
        var asked = 0;
        using var stub = new StubModel(_ => ++asked > 2 ? (503, "busy") : StubModel.Says("""{"verdict": "include", "reason": null, "why": "符合"}"""));
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/exports/a.csv", "ID,title,abstract,year\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"p{i},智慧城市 {i},摘要,{2000 + i}\n")));
        line.Good("import", "-C", "r");
        Assert.Contains("review.yaml has no model", line.Run("assist", "-C", "r").Error, StringComparison.Ordinal);
        line.Write("r/review.yaml", File.ReadAllText(Path.Combine(line.Folder, "r", "review.yaml")).Replace("reviewers: []", $"reviewers: [{{ id: li }}, {{ id: m, kind: model, url: \"{stub.Url}\", model: tiny }}]", StringComparison.Ordinal));
        Assert.Contains("\"title\": \"智慧城市 1\"", line.Good("assist", "--dry-run", "-C", "r"), StringComparison.Ordinal);
        line.Good("status", "-C", "r");
        Assert.Empty(stub.Requests);
        Assert.StartsWith("1 opinions, 0 of them no verdict", line.Good("assist", "--limit", "1", "-C", "r"), StringComparison.Ordinal);
        var (code, output, error) = line.Run("assist", "-C", "r", "--lang", "zh");
        Assert.Equal((1, "1 条意见，其中 0 条不是有效判断；3 次没有回答。意见不作为判断，仅向已判断该报告的人显示\n", 3), (code, output, error.Split("返回 503：busy").Length - 1));
        Assert.Equal(5, stub.Requests.Count);
        Assert.DoesNotContain("opinion", line.Good("show", "p1", "-C", "r"), StringComparison.Ordinal);
        line.Good("decide", "p1", "exclude", "-C", "r");
        Assert.Contains("opinion     m (title-abstract): include; 符合", line.Good("show", "p1", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("people and models", line.Good("agreement", "--opinions", "-C", "r"), StringComparison.Ordinal);
        Assert.DoesNotContain("tiny", line.Good("agreement", "-C", "r"), StringComparison.Ordinal);
    }
}
