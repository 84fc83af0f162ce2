using System.Text;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public sealed class ForeignDecisionsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("reviewkit-判断-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("""RAYYAN-INCLUSION: {"Anna"=>"Included"}""", "Anna include - -")]
    [InlineData("""RAYYAN-INCLUSION: {"Anna"=>"Excluded", "李雷"=>"Maybe"} | RAYYAN-LABELS: city,to read | RAYYAN-EXCLUSION-REASONS: wrong population,background article""",
        "Anna exclude wrong population; background article [city; to read] | 李雷 maybe - [city; to read]")]
    [InlineData("""A note of the database | RAYYAN-INCLUSION: {"Anna"=>"Included", "Bo"=>"Excluded"} | USER-NOTES: {"Anna"=>["a {good} one", "see table 2"], "Bo"=>["no data"]}""",
        "Anna include - a {good} one; see table 2 | Bo exclude - no data")]
    [InlineData("""RAYYAN-INCLUSION: {"Anna"=&gt;"Included"}""", "Anna include - -")]
    [InlineData("""RAYYAN-INCLUSION: {}""", "")]
    [InlineData("""RAYYAN-INCLUSION: {"Anna"=>"Undecided yet"}""", "")]
    [InlineData("ASReview_relevant\nASReview_prior", "- include - -")]
    [InlineData("Additional notes 1. ASReview_irrelevant. Additional notes 2.", "- exclude - -")]
    [InlineData("ASReview_not_seen", "")]
    [InlineData("ASReview_relevant; ASReview_irrelevant", "- maybe - -")]
    [InlineData("ASReview_relevant\nasreview_note: \"看第三表\"", "- include - 看第三表")]
    [InlineData("Exclusion reason: Wrong setting; (Anna)", "- exclude Wrong setting -")]
    [InlineData("A note that says nothing", "")]
    public void Notes_of_screening_tools_are_decisions(string note, string expected)
    {
        var record = new Record();
        record.AddOther("N1", note);
        Assert.Equal(expected, Shown(record));
    }

    [Theory]
    [InlineData("label_included", "1", "- include - -")]
    [InlineData("asreview_label", "0", "- exclude - -")]
    [InlineData("final included", "1.0", "- include - -")]
    [InlineData("included", "-1", "")]
    [InlineData("included", "", "")]
    [InlineData("Decision", "Excluded", "- exclude - -")]
    [InlineData("是否纳入", "纳入", "- include - -")]
    [InlineData("label", "topic 7", "")]
    public void Columns_with_labels_are_decisions(string column, string value, string expected)
    {
        var record = new Record();
        record.AddOther(column, value);
        Assert.Equal(expected, Shown(record));
    }

    [Fact]
    public void The_first_of_ASReviews_names_counts_and_reviewer_reason_and_note_stand_beside()
    {
        var record = new Record { Other = new() { ["included"] = ["1"], ["asreview_label"] = ["0"], ["asreview_user_name"] = ["韩梅梅"], ["排除理由"] = ["与主题无关"], ["asreview_note"] = ["再看"] } };
        Assert.Equal("韩梅梅 exclude 与主题无关 再看", Shown(record));
        record.Other["asreview_label"] = ["1"];
        Assert.Equal("韩梅梅 include - 再看; 与主题无关", Shown(record));
    }

    [Fact]
    public void A_Rayyan_table_with_doubled_quotes_gives_its_decisions()
    {
        var path = Path.Combine(_folder, "r.csv");
        File.WriteAllText(path, "key,title,abstract,notes\nrayyan-1,街灯,摘要,\"RAYYAN-INCLUSION: {\"\"Anna\"\"=>\"\"Included\"\"}\"\n", Encoding.UTF8);
        Assert.Equal("Anna include - -", Shown(Assert.Single(SourceFile.Open(path, "r.csv").Read().OfType<RecordItem>()).Record));
    }

    // The cells with 1 or 0 in the column, counted by hand.
    [Theory]
    [InlineData("asreview/generic_labels.csv", 6)]
    [InlineData("asreview/generic_partial_labels.csv", 4)]
    [InlineData("asreview/record_id.csv", 2)]
    [InlineData("asreview/generic.csv", 0)]
    public void Real_files_of_ASReview_have_as_many_labels_as_cells(string name, int labels) =>
        Assert.Equal(labels, SourceFile.Open(RealData.Path($"exports/{name}"), name).Read().OfType<RecordItem>().Sum(item => ForeignDecisions.Of(item.Record).Count));

    [Fact]
    public void A_real_RIS_file_of_ASReview_has_a_decision_for_each_mark()
    {
        var path = RealData.Path("exports/asreview/baseline_tag-notes_labels.ris");
        var text = File.ReadAllText(path);
        var found = SourceFile.Open(path, "labels.ris").Read().OfType<RecordItem>().SelectMany(item => ForeignDecisions.Of(item.Record)).ToList();
        Assert.Equal(text.Split("ASReview_relevant").Length - 1, found.Count(decision => decision.Verdict == "include"));
        Assert.Equal(text.Split("ASReview_irrelevant").Length - 1, found.Count(decision => decision.Verdict == "exclude"));
    }

    static string Shown(Record record) => string.Join(" | ", ForeignDecisions.Of(record).Select(d => $"{d.Reviewer ?? "-"} {d.Verdict} {d.Reason ?? "-"} {d.Note ?? "-"}"));
}
