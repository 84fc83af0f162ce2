using System.Text.Json;
using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public class FlowCheckTests
{
    static FlowReport Check(string yaml) => FlowCheck.Of(DeclaredFlow.Parse(yaml, "flow.yaml"));

    static string[] Codes(FlowReport report) => [.. report.Findings.Select(finding => finding.Code)];

    [Fact]
    public void The_recorded_cases_give_exactly_their_findings()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(RealData.Path("prisma/flow_cases.json")));
        foreach (var each in cases.RootElement.EnumerateArray())
        {
            var id = each.GetProperty("id").GetString();
            var report = FlowCheck.Of(DeclaredFlow.Parse(each.GetRawText(), id + ".json"));
            var expected = each.GetProperty("expect").EnumerateArray().Select(text => text.GetString()!.Split(' ')[0]);
            Assert.Equal(expected.Order(), Codes(report).Order());
            if (each.TryGetProperty("correction", out var correction))
            {
                Assert.NotNull(report.Correction);
                Assert.Equal(correction.GetProperty("box").GetString(), report.Correction.Box);
                Assert.Equal((correction.GetProperty("from").GetInt32(), correction.GetProperty("to").GetInt32()), (report.Correction.From, report.Correction.To));
            }
            if (each.TryGetProperty("derived", out var derived))
                foreach (var box in derived.EnumerateObject()) Assert.Equal(box.Value.GetInt32(), report.Derived[box.Name]);
        }
    }
}
