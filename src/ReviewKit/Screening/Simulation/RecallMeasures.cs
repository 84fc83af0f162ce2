namespace ReviewKit.Screening.Simulation;

/// <summary>How early an order of screening finds the relevant records; priors are not counted. NaN throughout when there is none to find.</summary>
/// <param name="Relevant">R, the relevant records to find.</param>
/// <param name="Records">L, the records in the order.</param>
/// <param name="Wss95">Work saved over sampling at 95 % recall: .95 - n/L, n being the place at which ceil(.95 R) are found (Cohen 2006).</param>
/// <param name="Wss100">The same at full recall: 1 - n/L.</param>
/// <param name="Rrf10">The share of the relevant found in the first 10 % of the records.</param>
/// <param name="R100">The relevant among the first 100, a count.</param>
/// <param name="Atd">Average time to discovery: the mean place of the relevant, as a share of L (Ferdinands 2023).</param>
/// <param name="Loss">The area between the recall curve and the best one, as a share of that between the best and the worst: 0 is perfect, 1 the worst.</param>
/// <param name="Ndcg">Normalised discounted cumulative gain, 0..1.</param>
public sealed record RecallMeasures(int Relevant, int Records, double Wss95, double Wss100, double Rrf10, double R100, double Atd, double Loss, double Ndcg)
{
    /// <param name="found">Whether each record in the order of screening is relevant.</param>
    public static RecallMeasures Of(IReadOnlyList<bool> found)
    {
        var places = Enumerable.Range(1, found.Count).Where(place => found[place - 1]).ToList();
        double l = found.Count, r = places.Count;
        if (places.Count == 0) return new(0, found.Count, double.NaN, double.NaN, double.NaN, 0, double.NaN, double.NaN, double.NaN);
        var tenth = Math.Round(.1 * l, MidpointRounding.ToEven);
        var cumulative = places.Sum(place => l - place + 1);
        return new(
            places.Count, found.Count,
            Wss95: .95 - places[(int)Math.Ceiling(.95 * r) - 1] / l,
            Wss100: 1 - places[^1] / l,
            Rrf10: places.Count(place => place <= tenth) / r,
            R100: places.Count(place => place <= 100),
            Atd: places.Average() / l,
            Loss: r == l ? 0 : (r * (l - (r - 1) / 2) - cumulative) / (r * (l - r)),
            Ndcg: places.Sum(place => 1 / Math.Log2(place + 1)) / Enumerable.Range(1, places.Count).Sum(place => 1 / Math.Log2(place + 1)));
    }
}
