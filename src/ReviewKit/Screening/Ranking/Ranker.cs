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
            Relevant += isRelevant ? 1 : -1;
            labels[at] = isRelevant;
        }
        else
        {
            place[row] = rows.Count;
            rows.Add(row);
            labels.Add(isRelevant);
            Relevant += isRelevant ? 1 : 0;
        }
        isFresh = false;
    }

    /// <summary>Takes a decision back.</summary>
    public void Unlabel(int row)
    {
        if (!place.Remove(row, out var at)) return;
        machine.Forget(row, labels[at]);
        Relevant -= labels[at] ? 1 : 0;
        rows.RemoveAt(at);
        labels.RemoveAt(at);
        for (var i = at; i < rows.Count; i++) place[rows[i]] = i;
        isFresh = false;
    }

    /// <summary>Whether both kinds of record are known, so that there is something to learn from.</summary>
    public bool CanLearn => Relevant > 0 && Irrelevant > 0;

    /// <summary>How many rows are labelled as relevant.</summary>
    public int Relevant { get; private set; }

    /// <summary>How many as irrelevant.</summary>
    public int Irrelevant => rows.Count - Relevant;

    /// <summary>The decision value of an unlabelled row, by what was learnt last: the higher, the likelier relevant.</summary>
    public double Value(int row) => machine.Of(row);

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

    /// <summary>Learns from what was labelled since.</summary>
    /// <returns>Whether there is something to learn from.</returns>
    public bool Learn()
    {
        if (isFresh || !CanLearn) return CanLearn;
        machine.Fit(rows, labels);
        return isFresh = true;
    }
}
