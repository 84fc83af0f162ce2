using Dapper;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class CopiesTests
{
    /// <summary>A copy of a review folder, opened by someone else on another device.</summary>
    sealed class Copy : IDisposable
    {
        public Copy(TestReview of, string person, string device, Func<DateTimeOffset> now)
        {
            Folder = Directory.CreateTempSubdirectory("reviewkit-副本-").FullName;
            of.Review.Connection.Execute("pragma wal_checkpoint(truncate)");
            foreach (var file in Directory.EnumerateFiles(of.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal)))
            {
                var to = Path.Combine(Folder, Path.GetRelativePath(of.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
            Review = Review.Open(Folder, new Author(person, device, now));
        }

        public string Folder { get; }
        public Review Review { get; }

        public void Dispose()
        {
            Review.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }

    static DateTimeOffset At(int minute) => TestReview.Noon.AddMinutes(minute);

    static IReadOnlyList<string> Ids(Review review) => [.. review.Ledger.All().Select(entry => entry.Id)];

    static IReadOnlyList<string> Places(Review review) => [.. review.Connection.Query<string>("select record_id || ' ' || report_id || ' ' || place || coalesce(stage, '') || coalesce(reason, '') from state order by 1")];

    static void SameAndWhole(params Review[] reviews)
    {
        foreach (var review in reviews)
        {
            Assert.Empty(Check.Of(review));
            Assert.Equal(Ids(reviews[0]), Ids(review));
            Assert.Equal(Places(reviews[0]), Places(review));
        }
    }

    [Fact]
    public void Copies_that_took_one_another_in_are_the_same_and_nothing_is_lost()
    {
        using var test = new TestReview(TeamReview());
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2), TestReview.Fitting(3));
        var minute = 1;
        using var li = new Copy(test, "li", "desk", () => At(minute++));
        using var ann = new Copy(test, "ann", "laptop", () => At(minute++));
        Decisions.Decide(li.Review, ids[0], Verdict.Include, new Said());
        Decisions.Decide(ann.Review, ids[0], Verdict.Include, new Said());
        Decisions.Decide(ann.Review, ids[1], Verdict.Exclude, new Said(Reason: "topic"));
        Decisions.Decide(li.Review, ids[1], Verdict.Include, new Said());
        Decisions.Undo(ann.Review, null);
        Decisions.Decide(ann.Review, ids[1], Verdict.Maybe, new Said(Note: "要问作者"));
        li.Review.Ledger.Append("note", new NoteBody(ids[2], "只在此处"));
        Directory.CreateDirectory(Path.Combine(ann.Folder, "exports"));
        File.WriteAllText(Path.Combine(ann.Folder, "exports", "乙.txt"), "new");
        var more = Import(ann.Review, "exports/乙.txt", TestReview.Fitting(9));
        Decisions.Decide(ann.Review, more, Verdict.Include, new Said());

        var taken = Copies.Take(li.Review, ann.Folder);
        Assert.Equal([("ann", 6)], taken.Events);
        Assert.Empty(taken.Differences);
        Assert.Empty(taken.Conflicts);
        Assert.Equal(1, taken.Files);
        Assert.Equal("awaiting full-text", Where(li.Review, ids[0]));
        Assert.Equal("awaiting full-text", Where(li.Review, ids[1]));
        Assert.Equal("awaiting title-abstract", Where(li.Review, more));
        Copies.Take(ann.Review, Path.Combine(li.Folder, "review.db"));
        SameAndWhole(li.Review, ann.Review);
        Assert.Empty(Copies.Take(li.Review, ann.Folder).Events);
    }

    [Fact]
    public void What_one_person_said_differently_on_two_copies_is_told_and_the_later_word_stands()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        var minute = 1;
        // One person and one name of a device: both copies continue the same event of the chain.
        using var here = new Copy(test, "li", "desk", () => At(minute++));
        using var there = new Copy(test, "li", "desk", () => At(minute++));
        Decisions.Decide(there.Review, ids[0], Verdict.Include, new Said());
        Decisions.Decide(here.Review, ids[0], Verdict.Exclude, new Said(Reason: "topic"));
        Decisions.Decide(here.Review, ids[1], Verdict.Exclude, new Said(Reason: "topic"));
        Decisions.Decide(there.Review, ids[1], Verdict.Exclude, new Said(Reason: "topic"));
        var difference = Assert.Single(Copies.Take(here.Review, there.Folder).Differences);
        Assert.Equal((ids[0], "li", Verdict.Exclude, Verdict.Include), (difference.Record, difference.Reviewer, difference.Here.Verdict, difference.There.Verdict));
        Assert.Equal(Verdict.Exclude, difference.Stands);
        Copies.Take(there.Review, here.Folder);
        SameAndWhole(here.Review, there.Review);
    }

    [Fact]
    public void A_clock_that_is_slow_puts_no_decision_before_the_import_of_its_record()
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        using var li = new Copy(test, "li", "desk", () => At(100));
        using var slow = new Copy(test, "ann", "laptop", () => At(-1000));
        var record = Import(li.Review, "乙.csv", TestReview.Fitting(7));
        Copies.Take(slow.Review, li.Folder);
        Decisions.Decide(slow.Review, record, Verdict.Include, new Said());
        var undone = Decisions.Decide(slow.Review, record, Verdict.Exclude, new Said(Stage: "full-text", Reason: "quality"));
        Decisions.Undo(slow.Review, undone.Id);
        Copies.Take(li.Review, slow.Folder);
        Assert.Equal("awaiting full-text", Where(li.Review, record));
        Copies.Take(slow.Review, li.Folder);
        SameAndWhole(li.Review, slow.Review);
    }

    [Fact]
    public void The_same_file_imported_on_both_copies_counts_once()
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        using var li = new Copy(test, "li", "desk", () => At(1));
        using var ann = new Copy(test, "ann", "laptop", () => At(2));
        var record = Import(li.Review, "乙.csv", TestReview.Fitting(7));
        Assert.Equal(record, Import(ann.Review, "乙.csv", TestReview.Fitting(7)));
        Decisions.Decide(ann.Review, record, Verdict.Include, new Said());
        Copies.Take(li.Review, ann.Folder);
        Copies.Take(ann.Review, li.Folder);
        SameAndWhole(li.Review, ann.Review);
        Assert.Equal(2, Places(li.Review).Count);
    }

    [Fact]
    public void Three_copies_become_the_same_in_whatever_order_they_meet()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            using var test = new TestReview(TeamReview());
            var ids = test.Import("exports/a.csv", "scopus", [.. Enumerable.Range(1, 6).Select(TestReview.Fitting)]);
            var minute = 0;
            var copies = ((string, string)[])[("li", "desk"), ("ann", "laptop"), ("li", "laptop")] is var who ? who.Select(pair => new Copy(test, pair.Item1, pair.Item2, () => At(minute += random.Next(3) - 1))).ToList() : [];
            for (var step = 0; step < 40; step++)
            {
                var review = copies[random.Next(3)].Review;
                var record = ids[random.Next(6)];
                switch (random.Next(6))
                {
                    case 0: Copies.Take(review, copies.First(copy => copy.Review != review).Folder); break;
                    case 1: review.Ledger.Append("label", new LabelBody("city=北京", [record], random.Next(2) == 0)); break;
                    case 2: if (review.Ledger.LastUndoable() is { Kind: not "import" } last) Decisions.Undo(review, last.Id); break;
                    default: Decisions.Decide(review, record, random.Next(2) == 0 ? Verdict.Include : Verdict.Exclude, new Said("title-abstract")); break;
                }
            }
            foreach (var copy in copies)
                foreach (var other in copies)
                    if (other != copy) Copies.Take(copy.Review, other.Folder);
            SameAndWhole([.. copies.Select(copy => copy.Review)]);
            copies.ForEach(copy => copy.Dispose());
        }
    }

    [Fact]
    public void A_copy_that_was_tampered_with_is_refused_and_so_is_another_review()
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1));
        using var other = new Copy(test, "ann", "laptop", () => At(1));
        other.Review.Connection.Execute("drop trigger event_kept; update event set body = replace(body, 'scopus', 'wos') where kind = 'import'");
        Assert.Contains("was changed after it was written", Assert.Throws<ReviewKitException>(() => Copies.Take(test.Review, other.Folder)).Message, StringComparison.Ordinal);
        using var strange = new TestReview(TeamReview());
        strange.Import("exports/b.csv", "cnki", TestReview.Fitting(2));
        strange.Review.Ledger.Append("note", new NoteBody("x", "另一综述"), "王");
        Assert.Contains("nothing in common", Assert.Throws<ReviewKitException>(() => Copies.Take(test.Review, strange.Folder)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(test.Folder, "x.db"), "no database at all, but longer than a hundred bytes so that its head is read as one and found to be wrong");
        Assert.Contains("is no review, or damaged", Assert.Throws<ReviewKitException>(() => Copies.Take(test.Review, Path.Combine(test.Folder, "x.db"))).Message, StringComparison.Ordinal);
        Assert.Contains("is this review itself", Assert.Throws<ReviewKitException>(() => Copies.Take(test.Review, test.Folder)).Message, StringComparison.Ordinal);
    }

    static string TeamReview() => ReviewKit.Tests.Screening.TeamReview.Yaml("reviewers: 2");

    static string Where(Review review, string record) => review.Connection.QueryFirst<string>("select place || ' ' || coalesce(stage, '') from state where record_id = @record", new { record });

    static string Import(Review review, string name, ReviewKit.Records.Record record)
    {
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
        review.Write(() =>
        {
            using var import = Imports.Begin(review, new ImportedFile(sha, name, "cnki", "database", null, "test", "utf-8", 100));
            record.Source = "cnki";
            import.Add(record, 0, 10, null);
            import.Finish();
        });
        return record.Id;
    }
}
