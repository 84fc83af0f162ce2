namespace ReviewKit.Screening.Ranking;

/// <summary>
/// Which record to show next, learnt anew from every decision. Until a relevant and an irrelevant record are known, the records come in their order.
/// </summary>
public sealed class Ranker(FeatureMatrix x, RankingModel model)
{
    readonly LinearSvm machine = new(x, model);
    readonly List<int> rows = [];
    readonly List<bool> labels = [];
    readonly Dictionary<int, int> place = [];
    bool isFresh = true;

    public bool IsLabelled(int row) => place.ContainsKey(row);

    /// <summary>A decision on a row; the last one counts.</summary>
    public void Label(int row, bool isRelevant)
    {
        if (place.TryGetValue(row, out var at))
        {
            if (labels[at] == isRelevant) return;
            machine.Forget(row, labels[at]);
            labels[at] = isRelevant;
        }
        else
        {
            place[row] = rows.Count;
            rows.Add(row);
            labels.Add(isRelevant);
        }
        isFresh = false;
    }

    /// <summary>Takes a decision back.</summary>
    public void Unlabel(int row)
    {
        if (!place.Remove(row, out var at)) return;
        machine.Forget(row, labels[at]);
        rows.RemoveAt(at);
        labels.RemoveAt(at);
        for (var i = at; i < rows.Count; i++) place[rows[i]] = i;
        isFresh = false;
    }

    /// <summary>Whether both kinds of record are known, so that there is something to learn from.</summary>
    public bool CanLearn => labels.Contains(true) && labels.Contains(false);

    /// <summary>The unlabelled row with the highest decision value, the first of equals; the first unlabelled row before there is something to learn from; null when all are labelled.</summary>
    public int? Next()
    {
        Learn();
        var (best, highest) = (default(int?), double.NegativeInfinity);
        for (var row = 0; row < x.Rows; row++)
        {
            if (place.ContainsKey(row)) continue;
            if (!CanLearn) return row;
            if (machine.Of(row) is var value && value > highest) (best, highest) = (row, value);
        }
        return best;
    }

    /// <summary>The unlabelled rows, best first; in their order before there is something to learn from.</summary>
    public IReadOnlyList<int> Order()
    {
        Learn();
        var unlabelled = Enumerable.Range(0, x.Rows).Where(row => !place.ContainsKey(row));
        return CanLearn ? [.. unlabelled.Select(row => (row, value: machine.Of(row))).OrderByDescending(pair => pair.value).ThenBy(pair => pair.row).Select(pair => pair.row)] : [.. unlabelled];
    }

    void Learn()
    {
        if (isFresh || !CanLearn) return;
        machine.Fit(rows, labels);
        isFresh = true;
    }
}
