using Dapper;
using ReviewKit.Dedup;
using ReviewKit.Query;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class ReviewTests
{
    [Fact]
    public void A_review_goes_from_import_to_inclusion_and_checks_out()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/scopus/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2), new Record { Title = "智慧城市政策无摘要" });
        QueryRun.Of(test.Review);
        Assert.Equal(["awaiting@title-abstract", "awaiting@title-abstract", "other:no-abstract"], ids.Select(test.Place));
        Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said());
        Decisions.Decide(test.Review, "own-1", Verdict.Include, new Said("full-text"));
        Decisions.Decide(test.Review, ids[1][..8], Verdict.Exclude, new Said(Reason: "topic"));
        Assert.Equal(["included", "excluded@title-abstract:topic", "other:no-abstract"], ids.Select(test.Place));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void The_same_file_is_known_and_an_undone_import_can_be_repeated()
    {
        using var test = new TestReview();
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("exports/a.csv"u8));
        Assert.Null(Imports.Known(test.Review, sha));
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        Assert.Equal(("scopus", 1), Imports.Known(test.Review, sha));
        Decisions.Undo(test.Review, null);
        Assert.Null(Imports.Known(test.Review, sha));
        Assert.Empty(Reports.Records(test.Review));
        Assert.Equal(ids, test.Import("exports/a.csv", "scopus", TestReview.Fitting(1)));
        Assert.Single(Reports.Records(test.Review));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void A_merge_can_be_undone_and_every_source_keeps_its_count()
    {
        using var test = new TestReview();
        var a = test.Import("exports/scopus/a.csv", "scopus", TestReview.Fitting(1))[0];
        var b = test.Import("exports/cnki/b.net", "cnki", TestReview.Fitting(2))[0];
        var counts = () => test.Review.Connection.Query<(string, long)>("select i.source, count(*) from state s join record r on r.id = s.record_id join import i on i.id = r.import_id group by 1 order by 1").ToList();
        var before = counts();
        var merge = Merges.Merge(test.Review, [a, b], "同一篇");
        Assert.Equal("duplicate", test.Place(b));
        Assert.Equal(before, counts());
        Decisions.Undo(test.Review, merge.Id[..8]);
        Assert.Equal("awaiting@title-abstract", test.Place(b));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Groups_that_are_merged_with_each_other_become_one()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", [.. Enumerable.Range(1, 4).Select(TestReview.Fitting)]);
        Merges.Merge(test.Review, [ids[0], ids[1]], null);
        Merges.Merge(test.Review, [ids[2], ids[3]], null);
        Merges.Merge(test.Review, [ids[1], ids[3]], null);
        Assert.Single(ids.Select(id => Reports.ReportOf(test.Review, id)).Distinct());
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void After_an_unmerge_all_parts_wait_again_and_the_history_stays()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        Merges.Merge(test.Review, ids, null);
        Decisions.Decide(test.Review, ids[0], Verdict.Exclude, new Said(Reason: "topic"));
        Merges.Unmerge(test.Review, ids[1]);
        Assert.All(ids, id => Assert.Equal("awaiting@title-abstract", test.Place(id)));
        Assert.Contains(Decisions.History(test.Review, ids[0]), entry => entry.Kind == "decision");
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void What_a_person_took_apart_the_rules_do_not_merge_again()
    {
        using var test = new TestReview();
        var same = () => new Record { Title = "Smart city policy in Shenzhen: evidence from bus lanes", Year = 2019, Doi = "10.99999/abc.1", Authors = { ReviewKit.Records.PersonName.Parse("Lu, Hong") }, Abstract = "A." };
        var ids = (string[])[test.Import("exports/a.csv", "scopus", same())[0], test.Import("exports/b.txt", "wos", same())[0]];
        Assert.Equal(1, Merges.Run(test.Review, Preset.Cautious).Merged);
        Assert.Equal(0, Merges.Run(test.Review, Preset.Cautious).Merged);
        Merges.Unmerge(test.Review, ids[0]);
        Assert.Equal(0, Merges.Run(test.Review, Preset.Cautious).Merged);
        Assert.All(ids, id => Assert.NotEqual("duplicate", test.Place(id)));
    }

    [Fact]
    public void A_merge_by_hand_that_was_taken_apart_stays_apart_and_can_be_made_again()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        Merges.Merge(test.Review, ids, null);
        Merges.Unmerge(test.Review, ids[0]);
        Assert.Equal(0, Merges.Run(test.Review, Preset.Cautious).Merged);
        Merges.Merge(test.Review, ids, null);
        Merges.Run(test.Review, Preset.Cautious);
        Assert.Single(ids.Select(id => Reports.ReportOf(test.Review, id)).Distinct());
    }

    [Fact]
    public void An_import_undone_after_its_records_were_merged_leaves_the_others_merged_under_one_that_is_there()
    {
        using var test = new TestReview();
        var gone = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1))[0];
        var import = test.Review.Ledger.Newest(1)[0];
        var stay = test.Import("exports/b.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        Merges.Merge(test.Review, [gone, stay[0], stay[1]], null);
        Decisions.Undo(test.Review, import.Id);
        Assert.Equal(["awaiting@title-abstract", "duplicate"], stay.Select(test.Place));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void An_import_undone_can_be_read_again_as_of_another_source()
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        Decisions.Undo(test.Review, null);
        test.Import("exports/a.csv", "cnki", TestReview.Fitting(1));
        Assert.Equal("cnki", Assert.Single(Reports.Records(test.Review)).Source);
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Rounds_that_remove_leave_a_report_that_any_of_its_records_carries_through()
    {
        using var test = new TestReview(TestReview.Protocol.Replace("mode: verify, counted: search", "mode: remove, counted: automation", StringComparison.Ordinal));
        var ids = test.Import("exports/a.csv", "scopus",
            new Record { Title = "Smart city only", Abstract = "x" }, new Record { Title = "城市的政策", Abstract = "x" }, new Record { Title = "Smart-City policies", Abstract = "Policy." }, new Record { Title = "智慧城市", Abstract = "x" });
        Merges.Merge(test.Review, [ids[1], ids[3]], null);
        QueryRun.Of(test.Review);
        Assert.Equal(["automation:round-2", "awaiting@title-abstract", "awaiting@title-abstract", "duplicate"], ids.Select(test.Place));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void A_second_query_run_appends_nothing()
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        QueryRun.Of(test.Review);
        var events = test.Review.Ledger.All().Count();
        QueryRun.Of(test.Review);
        Assert.Equal(events, test.Review.Ledger.All().Count());
    }

    [Fact]
    public void A_merge_makes_the_criteria_stale_until_they_are_run_again()
    {
        using var test = new TestReview();
        var bare = test.Import("exports/a.csv", "scopus", new Record { Title = "Smart city policy" })[0];
        var full = test.Import("exports/b.net", "cnki", TestReview.Fitting(1))[0];
        QueryRun.Of(test.Review);
        Assert.False(QueryRun.IsStale(test.Review));
        Merges.Merge(test.Review, [bare, full], null);
        Assert.True(QueryRun.IsStale(test.Review));
        Assert.Equal("other:no-abstract", test.Place(bare));
        QueryRun.Of(test.Review);
        Assert.False(QueryRun.IsStale(test.Review));
        Assert.Equal("awaiting@title-abstract", test.Place(bare));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void The_ledger_refuses_changes_and_check_finds_those_made_behind_its_back()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => test.Review.Connection.Execute("update event set person = 'someone'"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => test.Review.Connection.Execute("delete from record"));
        test.Review.Connection.Execute("update state set place = 'included' where record_id = @id", new { id = ids[0] });
        Assert.Contains(Check.Of(test.Review), trouble => trouble.En.StartsWith("table state", StringComparison.Ordinal));
        test.Review.Connection.Execute("drop trigger event_kept");
        test.Review.Connection.Execute("update event set body = replace(body, 'scopus', 'wos') where kind = 'import'");
        Assert.Contains(Check.Of(test.Review), trouble => trouble.En.Contains("was changed after it was written", StringComparison.Ordinal));
    }

    [Fact]
    public void A_review_of_the_first_version_is_brought_up_to_this_one()
    {
        using var test = new TestReview();
        var ids = test.Import("甲.csv", "cnki", TestReview.Fitting(1));
        ReviewKit.Screening.Decisions.Decide(test.Review, ids[0], Verdict.Include, new ReviewKit.Screening.Said());
        test.Review.Connection.Execute(First);
        using var opened = Review.Open(test.Folder, TestReview.Author);
        Assert.Equal(3, opened.Connection.ExecuteScalar<long>("pragma user_version"));
        Assert.Empty(Check.Of(opened));
        Assert.Equal("awaiting@full-text", test.Place(ids[0]));
        using var fresh = new TestReview();
        Assert.Equal(Columns(fresh.Review), Columns(opened));
    }

    // What the schemas after the first added, taken out again.
    static string First => string.Concat(System.Text.RegularExpressions.Regex.Matches(Review.Resource("schema-2.sql") + Review.Resource("schema-3.sql"), @"create table (\w+)")
        .Select(match => match.Groups[1].Value).Where(table => table != "decision").Select(table => $"drop table {table};\n")) + """
        drop index event_kind;
        alter table decision rename to newer;
        drop index decision_report;
        create table decision (
            event_id text primary key, report_id text not null, stage text not null, reviewer text not null,
            verdict text not null, reason text, note text, time text not null, seq integer not null, live integer not null
        ) without rowid;
        insert into decision select * from newer;
        drop table newer;
        create index decision_report on decision (report_id, stage, seq);
        pragma user_version = 1;
        """;

    // Tables with their columns and keys, and indexes; the text of a statement differs when a table was altered.
    static IReadOnlyList<string> Columns(Review review) => [.. review.Connection.Query<string>("""
        select m.type || ' ' || m.name || ' ' || coalesce(group_concat(c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk, ', '), '')
        from sqlite_schema m left join pragma_table_xinfo(m.name) c where m.name not like 'sqlite_%' group by m.type, m.name order by 1
        """)];

    [Fact]
    public void A_newer_schema_is_refused_with_what_to_do()
    {
        using var test = new TestReview();
        test.Review.Connection.Execute("pragma user_version = 7");
        var refused = Assert.Throws<ReviewKitException>(() => Review.Open(test.Folder, TestReview.Author));
        Assert.Equal("review.db is from a newer ReviewKit (schema 7; this one knows 3). Install the newer one, or open a copy", refused.Message);
    }

    [Fact]
    public void A_second_writer_gets_a_clear_message()
    {
        using var test = new TestReview();
        using var other = Review.Open(test.Folder, TestReview.Author);
        other.Connection.DefaultTimeout = 1;
        test.Review.Write(() =>
        {
            var refused = Assert.Throws<ReviewKitException>(() => other.Ledger.Append("note", new NoteBody("r", "x")));
            Assert.Contains("is being written by another ReviewKit", refused.Message, StringComparison.Ordinal);
        });
        other.Ledger.Append("note", new NoteBody("r", "x"));
    }

    [Fact]
    public void A_step_that_fails_leaves_no_trace()
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        var before = test.Review.Ledger.All().Select(entry => entry.Hash).ToList();
        Assert.Throws<InvalidOperationException>(() => test.Review.Write(() =>
        {
            using var import = Imports.Begin(test.Review, new ImportedFile("f00d", "exports/b.csv", "scopus", "database", null, "test", "utf-8", 1));
            import.Add(TestReview.Fitting(2), 0, 1, null);
            throw new InvalidOperationException();
        }));
        Assert.Equal(before, test.Review.Ledger.All().Select(entry => entry.Hash));
        Assert.Equal(1, test.Review.Connection.ExecuteScalar<long>("select count(*) from record"));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void A_change_of_the_protocol_after_decisions_is_an_event_that_says_what_changed()
    {
        using var test = new TestReview();
        var id = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1))[0];
        Decisions.Decide(test.Review, id, Verdict.Include, new Said());
        File.WriteAllText(Path.Combine(test.Folder, "review.yaml"), TestReview.Protocol.Replace("id: quality", "id: weak", StringComparison.Ordinal));
        var change = test.Review.TakeProtocol()!;
        Assert.Equal(["stages: full-text changed"], change.Changed);
        Assert.Equal(1, change.DecisionsTouched);
        Assert.Null(test.Review.TakeProtocol());
    }

    [Fact]
    public void The_same_steps_give_the_same_ledger()
    {
        string[] Hashes()
        {
            using var test = new TestReview();
            var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
            Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said());
            return [.. test.Review.Ledger.All().Select(entry => entry.Hash)];
        }

        Assert.Equal(Hashes(), Hashes());
    }
}
