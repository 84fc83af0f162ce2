using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class AssignmentTests
{
    [Fact]
    public void With_one_reviewer_a_report_waits_for_whoever_comes_first()
    {
        using var test = TeamReview.Of("reviewers: 1", 3, out var ids);
        Assert.Equal(ids, test.Waiting("li"));
        test.Says("li", ids[1], Verdict.Include);
        Assert.Equal([ids[0], ids[2]], test.Waiting("li"));
        Assert.Equal([ids[0], ids[2]], test.Waiting("王"));
    }

    [Fact]
    public void With_two_reviewers_a_report_waits_for_any_second_person()
    {
        using var test = TeamReview.Of("reviewers: 2", 2, out var ids);
        test.Says("li", ids[0], Verdict.Exclude);
        Assert.Equal([ids[1]], test.Waiting("li"));
        Assert.Equal(ids, test.Waiting("ann"));
        test.Says("ann", ids[0], Verdict.Exclude);
        Assert.Equal([ids[1]], test.Waiting("王"));
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[0]));
    }

    [Fact]
    public void Of_a_sampled_share_two_judge_and_of_the_rest_one()
    {
        using var test = TeamReview.Of("overlap: 0.3", 200, out var ids);
        foreach (var id in ids) test.Says("li", id, Verdict.Include);
        var second = test.Waiting("王");
        // 200 draws of .3: 60, give or take three standard deviations of 6.5.
        Assert.InRange(second.Count, 41, 79);
        Assert.Empty(test.Waiting("li"));
        Assert.All(second, id => Assert.Equal("awaiting@title-abstract", test.Place(id)));

        var later = test.Import("exports/b.csv", "cnki", [.. Enumerable.Range(300, 20).Select(TestReview.Fitting)]);
        Assert.Equal(second, test.Waiting("王").Except(later));
    }

    [Fact]
    public void An_even_split_gives_every_report_to_as_many_as_it_needs()
    {
        using var test = TeamReview.Of("reviewers: 2\n    allocation: even", 90, out var ids);
        var desks = test.Review.Protocol.People.ToDictionary(person => person, test.Waiting);
        Assert.All(ids, id => Assert.Equal(2, desks.Values.Count(desk => desk.Contains(id))));
        // Each gets two of three reports: 60 of 90, give or take three standard deviations of 4.5.
        Assert.All(desks.Values, desk => Assert.InRange(desk.Count, 46, 74));
        Assert.Empty(test.Waiting("stranger"));
    }

    [Fact]
    public void When_a_reviewer_leaves_only_what_was_his_goes_to_the_others()
    {
        using var test = TeamReview.Of("allocation: even", 60, out _);
        var (li, ann, wang) = (test.Waiting("li"), test.Waiting("ann"), test.Waiting("王"));
        test.Says("li", li[0], Verdict.Include);
        test.Protocol(TeamReview.Yaml("allocation: even", "reviewers: [{ id: ann }, { id: 王 }]"));
        Assert.Empty(ann.Except(test.Waiting("ann")));
        Assert.Empty(wang.Except(test.Waiting("王")));
        Assert.Equal(li.Skip(1).Order(), test.Waiting("ann").Except(ann).Concat(test.Waiting("王").Except(wang)).Order());
    }

    [Fact]
    public void A_reviewer_who_joins_takes_from_each_of_the_others_and_nothing_moves_between_them()
    {
        using var test = TeamReview.Of("allocation: even", 120, out _);
        var before = test.Review.Protocol.People.ToDictionary(person => person, test.Waiting);
        test.Protocol(TeamReview.Yaml("allocation: even", "reviewers: [{ id: li }, { id: ann }, { id: 王 }, { id: 新 }]"));
        foreach (var (person, had) in before)
        {
            Assert.Empty(test.Waiting(person).Except(had));
            Assert.NotEmpty(had.Except(test.Waiting(person)));
        }
        // 30 of 120, give or take three standard deviations of 4.7.
        Assert.InRange(test.Waiting("新").Count, 16, 44);
    }

    [Fact]
    public void Reports_can_be_given_out_by_source_and_what_nobody_is_named_for_is_split()
    {
        using var test = new TestReview(TeamReview.Yaml("allocation: { by: source, to: { 王: [cnki], li: [scopus] } }"));
        var english = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        var chinese = test.Import("exports/b.csv", "cnki", TestReview.Fitting(3));
        var other = test.Import("exports/c.csv", "wos", [.. Enumerable.Range(10, 30).Select(TestReview.Fitting)]);
        Assert.Equal(english, test.Waiting("li").Except(other));
        Assert.Equal(chinese, test.Waiting("王").Except(other));
        Assert.Equal(other.Order(), test.Waiting("li").Concat(test.Waiting("ann")).Concat(test.Waiting("王")).Intersect(other).Order());
    }

    [Fact]
    public void Of_one_report_the_answer_is_that_of_the_whole_list()
    {
        foreach (var stage in (string[])["reviewers: 1", "reviewers: 2", "overlap: 0.5", "reviewers: 2\n    allocation: even", "allocation: even\n    overlap: 0.4", "calibration: 3"])
        {
            using var test = TeamReview.Of(stage, 20, out var ids);
            var random = new Random(7);
            for (var step = 0; step < 30; step++)
            {
                foreach (var person in test.Review.Protocol.People)
                {
                    var desk = Assignment.Of(test.Review, test.Stage(), person);
                    // While a round is open the list has only what is owed of it; one report is asked about without a look at the rest.
                    foreach (var id in ids)
                        if (desk.Calibration == 0) Assert.Equal(desk.Waiting.Contains(id), Assignment.IsWaiting(test.Review, test.Stage(), person, id));
                        else if (desk.Waiting.Contains(id)) Assert.True(Assignment.IsWaiting(test.Review, test.Stage(), person, id));
                }
                test.Says(test.Review.Protocol.People[random.Next(3)], ids[random.Next(20)], Verdict.Include);
            }
            Assert.Empty(Check.Of(test.Review));
        }
    }

    [Fact]
    public void The_calibration_round_is_judged_by_all_before_the_rest()
    {
        using var test = TeamReview.Of("calibration: 4", 20, out var ids);
        var round = test.Waiting("li");
        Assert.Equal(4, round.Count);
        Assert.Equal(round, test.Waiting("王"));
        foreach (var id in round) test.Says("li", id, Verdict.Include);
        var held = Assignment.Of(test.Review, test.Stage(), "li");
        Assert.Empty(held.Waiting);
        Assert.Equal(["ann", "王"], held.Owing);
        foreach (var id in round) test.Says("ann", id, id == round[0] ? Verdict.Exclude : Verdict.Include);
        foreach (var id in round) test.Says("王", id, Verdict.Include);
        Assert.Equal(ids.Except(round), test.Waiting("li"));
        Assert.Equal("conflict@title-abstract", test.Place(round[0]));
        Assert.Equal("awaiting@full-text", test.Place(round[1]));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void What_was_drawn_stays_drawn_when_more_arrives_and_a_round_that_is_short_is_filled_up()
    {
        using var test = TeamReview.Of("calibration: 4", 3, out var ids);
        Assert.Equal(ids, test.Waiting("ann"));
        test.Import("exports/b.csv", "cnki", [.. Enumerable.Range(50, 10).Select(TestReview.Fitting)]);
        var round = test.Waiting("ann");
        Assert.Equal(4, round.Count);
        Assert.Empty(ids.Except(round));
        test.Import("exports/c.csv", "cnki", [.. Enumerable.Range(80, 10).Select(TestReview.Fitting)]);
        Assert.Equal(round, test.Waiting("ann"));
    }

    [Fact]
    public void Who_left_the_review_holds_up_no_calibration()
    {
        using var test = TeamReview.Of("calibration: 2", 5, out var ids);
        foreach (var id in test.Waiting("li"))
        {
            test.Says("li", id, Verdict.Include);
            test.Says("ann", id, Verdict.Include);
        }
        Assert.Empty(test.Waiting("li"));
        test.Protocol(TeamReview.Yaml("calibration: 2", "reviewers: [{ id: li }, { id: ann }]"));
        Assert.Equal(3, test.Waiting("li").Count);
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Another_calibration_round_can_be_drawn()
    {
        using var test = TeamReview.Of("reviewers: 1", 10, out var ids);
        test.Says("li", ids[0], Verdict.Include);
        Assert.NotNull(Calibration.Again(test.Review, test.Stage(), 3));
        var round = test.Waiting("ann");
        Assert.Equal(3, round.Count);
        Assert.DoesNotContain(ids[0], round);
        Assert.Equal(round.Order(), Calibration.Rounds(test.Review, test.Stage())[1].Order());
        Assert.Null(Calibration.Again(test.Review, test.Stage(), 100) is null ? null : Calibration.Again(test.Review, test.Stage(), 1));
    }

    [Fact]
    public void At_full_text_a_maybe_comes_back_at_the_end()
    {
        using var test = TeamReview.Of("reviewers: 1", 3, out var ids);
        foreach (var id in ids) test.Says("li", id, Verdict.Include);
        test.Says("li", ids[0], Verdict.Maybe, "full-text");
        var stage = test.Review.Protocol.Stages[1];
        Assert.Equal([ids[1], ids[2], ids[0]], Assignment.Waiting(test.Review, stage, "li"));
        Assert.True(Assignment.IsWaiting(test.Review, stage, "li", ids[0]));
        Assert.Equal([ids[1], ids[2]], Assignment.Waiting(test.Review, stage, "ann"));
    }

    [Fact]
    public void A_third_vote_settles_a_conflict_where_the_protocol_says_so()
    {
        using var test = TeamReview.Of("reviewers: 2\n    conflicts: third-vote", 2, out var ids);
        test.Says("li", ids[0], Verdict.Include);
        test.Says("ann", ids[0], Verdict.Exclude);
        Assert.Empty(Assignment.Conflicts(test.Review, test.Stage(), "li"));
        Assert.Equal([ids[0]], Assignment.Conflicts(test.Review, test.Stage(), "王"));
        test.Says("王", ids[0], Verdict.Exclude);
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[0]));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Without_it_three_who_differ_stay_in_conflict_until_they_agree()
    {
        using var test = TeamReview.Of("reviewers: 2", 1, out var ids);
        test.Says("li", ids[0], Verdict.Include);
        test.Says("ann", ids[0], Verdict.Exclude);
        test.Says("王", ids[0], Verdict.Exclude);
        Assert.Equal("conflict@title-abstract", test.Place(ids[0]));
        Assert.Equal(ids, Assignment.Conflicts(test.Review, test.Stage(), "li"));
    }
}
