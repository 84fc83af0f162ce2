using ReviewKit.Screening.Simulation;

namespace ReviewKit.Tests.Screening.Ranking;

public class RecallMeasuresTests
{
    [Fact]
    public void Measures_are_those_of_a_hand_sum()
    {
        // Ten records, the relevant ones at places 1 and 3.
        var measures = RecallMeasures.Of([true, false, true, .. Enumerable.Repeat(false, 7)]);
        Assert.Equal((2, 10), (measures.Relevant, measures.Records));
        Assert.Equal(.95 - 3 / 10.0, measures.Wss95, 12);
        Assert.Equal(1 - 3 / 10.0, measures.Wss100, 12);
        Assert.Equal(1 / 2.0, measures.Rrf10, 12);
        Assert.Equal(2, measures.R100);
        Assert.Equal((1 + 3) / 2.0 / 10, measures.Atd, 12);
        // Cumulative counts 1,1,2,2,2,2,2,2,2,2 sum to 18; the best order's to 19; best less worst is 2 * 8.
        Assert.Equal((19 - 18) / 16.0, measures.Loss, 12);
        Assert.Equal((1 + 1 / 2.0) / (1 + 1 / Math.Log2(3)), measures.Ndcg, 12);
    }

    [Fact]
    public void The_95_percent_are_rounded_up()
    {
        // ceil(.95 * 20) = 19: the twentieth, at the very end, is not needed.
        var measures = RecallMeasures.Of([.. Enumerable.Repeat(true, 19), .. Enumerable.Repeat(false, 80), true]);
        Assert.Equal(.95 - 19 / 100.0, measures.Wss95, 12);
        Assert.Equal(0, measures.Wss100, 12);
    }

    [Fact]
    public void The_best_order_has_no_loss_and_the_worst_all()
    {
        Assert.Equal(0, RecallMeasures.Of([true, true, false, false, false]).Loss, 12);
        Assert.Equal(1, RecallMeasures.Of([false, false, false, true, true]).Loss, 12);
        Assert.Equal(1, RecallMeasures.Of([true, true, false]).Ndcg, 12);
    }

    [Fact]
    public void Nothing_to_find_gives_no_measures() => Assert.True(double.IsNaN(RecallMeasures.Of([false, false]).Wss95));
}
