using ReviewKit.Screening.Ranking;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>In what order a stage shows the reports that wait.</summary>
/// <param name="Order">One of <see cref="Orders"/>.</param>
/// <param name="RandomMix">The share of reports drawn by chance from all that wait, 0..1: what the model overlooks is met now and then.</param>
/// <param name="Seed">Of the random order and the random mix; the same seed draws the same reports.</param>
/// <param name="Model">By which `ranked` ranks.</param>
public sealed record OrderOptions(string Order, double RandomMix, int Seed, RankingModel Model)
{
    /// <summary>ranked: the likeliest first, by what was decided so far; unranked: as imported; random; newest: the latest year first.</summary>
    public static readonly string[] Orders = StageOrder.Names;

    /// <summary>What review.yaml says for a stage.</summary>
    /// <exception cref="ReviewKitException">No model of that name.</exception>
    public static OrderOptions Of(Stage stage, int seed = 1)
    {
        var order = stage.Order;
        var model = RankingModel.Named(order.Model);
        return new OrderOptions(order.Name, order.RandomMix, seed, model with { TitleWeight = order.TitleWeight ?? model.TitleWeight, KeywordWeight = order.KeywordWeight ?? model.KeywordWeight });
    }
}
