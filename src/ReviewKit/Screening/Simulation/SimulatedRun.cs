using ReviewKit.Screening.Ranking;

namespace ReviewKit.Screening.Simulation;

/// <summary>The records that are known to a model before it begins (0-based rows).</summary>
public sealed record Priors(IReadOnlyList<int> Inclusions, IReadOnlyList<int> Exclusions);

/// <summary>One screening of a labelled set as a model would have ordered it, with the measures of how early the relevant records came.</summary>
/// <param name="DataSet">The file's name without its endings.</param>
/// <param name="Number">Which of the set's priors, from 0.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Order">0-based rows in the order of screening, priors left out.</param>
/// <param name="RelevantPlaces">1-based places of the relevant records in the order.</param>
/// <param name="Recall">The measures.</param>
public sealed record SimulatedRun(string DataSet, int Number, string Model, IReadOnlyList<int> Order, IReadOnlyList<int> RelevantPlaces, RecallMeasures Recall)
{
    public static SimulatedRun Of(LabelledFile file, int number, Priors priors, FeatureMatrix x, RankingModel model)
    {
        var ranker = new Ranker(x, model);
        foreach (var row in priors.Inclusions) ranker.Label(row, true);
        foreach (var row in priors.Exclusions) ranker.Label(row, false);
        var order = new List<int>(x.Rows);
        while (ranker.Next() is { } row)
        {
            ranker.Label(row, file.Records[row].IsRelevant);
            order.Add(row);
        }
        List<bool> found = [.. order.Select(row => file.Records[row].IsRelevant)];
        return new SimulatedRun(file.Name, number, model.Name, [.. order.Select(row => file.Records[row].Row)], [.. Enumerable.Range(1, found.Count).Where(place => found[place - 1])], RecallMeasures.Of(found));
    }
}
