using System.IO.Compression;
using System.Text;

namespace ReviewKit.Tests.App;

/// <summary>A review begun in another tool goes on here: its decisions, its columns, its archive.</summary>
public class ForeignImportTests
{
    const string Rayyan = "key,title,abstract,year,notes\n"
        + "rayyan-1,街灯研究,摘要一,2020,\"RAYYAN-INCLUSION: {\"\"Anna\"\"=>\"\"Included\"\", \"\"李雷\"\"=>\"\"Excluded\"\"} | RAYYAN-EXCLUSION-REASONS: Not about the question\"\n"
        + "rayyan-2,Road signs,An abstract,2021,\"RAYYAN-INCLUSION: {\"\"Anna\"\"=>\"\"Excluded\"\"} | RAYYAN-EXCLUSION-REASONS: foreign language\"\n"
        + "rayyan-3,Bridges,An abstract,2022,\n";

    static CommandLine Started()
    {
        var line = new CommandLine();
        line.Good("new", "我的综述");
        return line;
    }

    [Fact]
    public void Decisions_of_Rayyan_become_decisions_of_the_stage_named_and_a_second_time_adds_nothing()
    {
        using var line = Started();
        line.Write("我的综述/exports/rayyan.csv", Rayyan);
        var (code, _, error) = line.Run("import", "-C", "我的综述", "--decisions", "title-abstract");
        Assert.Equal(0, code);
        Assert.Contains("exports/rayyan.csv: 3 decisions of 2 records taken over at title-abstract, 0 were there already; 1 records have none", error, StringComparison.Ordinal);
        var decisions = line.Good("decisions", "export", "-C", "我的综述");
        Assert.Matches(@"title-abstract,Anna,include,,2026-01-31T12:00:00Z,\n", decisions);
        Assert.Matches(@"title-abstract,李雷,exclude,topic,", decisions);
        Assert.Matches(@"title-abstract,Anna,exclude,,2026-01-31T12:00:00Z,foreign language", decisions);
        Assert.Contains("0 decisions of 2 records taken over at title-abstract, 3 were there already", line.Run("import", "-C", "我的综述", "--decisions", "title-abstract").Error, StringComparison.Ordinal);
        line.Good("check", "-C", "我的综述");
    }

    [Fact]
    public void Without_the_option_the_decisions_stay_in_the_records()
    {
        using var line = Started();
        line.Write("我的综述/exports/rayyan.csv", Rayyan);
        line.Good("import", "-C", "我的综述");
        Assert.Single(line.Good("decisions", "export", "-C", "我的综述").TrimEnd().Split('\n'));
        Assert.Equal(1, line.Run("import", "-C", "我的综述", "--decisions", "nowhere").Code);
    }

    [Fact]
    public void At_full_text_a_reason_that_review_yaml_lacks_stops_the_file_and_is_named()
    {
        using var line = Started();
        line.Write("我的综述/exports/rayyan.csv", Rayyan);
        var (code, _, error) = line.Run("import", "-C", "我的综述", "--decisions", "full-text");
        Assert.Equal(1, code);
        Assert.Contains("stage full-text has no reason \"Not about the question\", \"foreign language\": add them to the reasons of review.yaml; nothing of the file was imported", error, StringComparison.Ordinal);
        line.Good("export", "out.jsonl", "-C", "我的综述");
        Assert.Empty(File.ReadAllText(Path.Combine(line.Folder, "out.jsonl")));
    }

    [Fact]
    public void Columns_said_once_are_remembered_in_review_yaml()
    {
        using var line = Started();
        line.Write("我的综述/exports/甲.csv", "论题,何年\n街灯研究,2020\n");
        Assert.Equal(1, line.Run("import", "-C", "我的综述").Code);
        line.Good("import", "-C", "我的综述", "--map", "Title=论题,Year=何年");
        Assert.Contains("  title: [\"论题\"]\n", File.ReadAllText(Path.Combine(line.Folder, "我的综述", "review.yaml")), StringComparison.Ordinal);
        line.Write("我的综述/exports/乙.csv", "论题,何年\n桥梁研究,2021\n");
        Assert.Matches(@"exports/乙\.csv +other +csv +utf-8 +1 +0", line.Good("import", "-C", "我的综述"));
        line.Good("export", "out.jsonl", "-C", "我的综述");
        Assert.Contains("桥梁研究", File.ReadAllText(Path.Combine(line.Folder, "out.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_an_archive_are_imports_of_their_own_and_can_be_given_back()
    {
        using var line = Started();
        const string Net = "{Reference Type}: Journal Article\n{Title}: 街灯研究\n{Author}: 周某;\n{Year}: 2022\n{Database Provider}: CNKI\n\n";
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in new[] { ("cnki.net", Net), ("scopus.csv", "Title,Authors,Year,EID\nRoads,\"Ito, K.\",2020,2-s2.0-1\n") })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        line.Write("我的综述/exports/all.zip", packed.ToArray());
        var output = line.Good("import", "-C", "我的综述");
        Assert.Matches(@"exports/all\.zip!cnki\.net +cnki +noteexpress +utf-8 +1 +0", output);
        Assert.Matches(@"exports/all\.zip!scopus\.csv +scopus +scopus-csv +utf-8 +1 +0", output);
        File.Delete(Path.Combine(line.Folder, "我的综述", "exports", "all.zip"));
        line.Good("check", "-C", "我的综述");
        line.Good("export", "back.net", "--original", "exports/all.zip!cnki.net", "-C", "我的综述");
        Assert.Equal(Net, File.ReadAllText(Path.Combine(line.Folder, "back.net")));
    }
}
