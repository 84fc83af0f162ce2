namespace ReviewKit.Screening.Ranking;

/// <summary>
/// Which record to show next, learnt anew from every decision. Until a relevant and an irrelevant record are known, the records come in their order.
/// </summary>
public sealed class Ranker
{
    readonly LinearSvm machine;
    readonly BoundedValues values;
    readonly List<int> rows = [];
    readonly List<bool> labels = [];
    readonly Dictionary<int, int> place = [];
    readonly bool[] isOpen;
    bool isFresh = true;

    public Ranker(FeatureMatrix x, RankingModel model)
    {
        machine = new LinearSvm(x, model);
        values = new BoundedValues(x, machine);
        isOpen = new bool[x.Rows];
        Array.Fill(isOpen, true);
    }

    public bool IsLabelled(int row) => !isOpen[row];

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
            isOpen[row] = false;
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
        isOpen[row] = true;
        isFresh = false;
    }

    /// <summary>Whether both kinds of record are known, so that there is something to learn from.</summary>
    public bool CanLearn => Relevant > 0 && Irrelevant > 0;

    /// <summary>How many rows are labelled as relevant.</summary>
    public int Relevant { get; private set; }

    /// <summary>How many as irrelevant.</summary>
    public int Irrelevant => rows.Count - Relevant;

    /// <summary>The unlabelled row with the highest decision value, the first of equals; the first unlabelled row before there is something to learn from; null when all are labelled.</summary>
    public int? Next() => Best(isOpen);

    /// <summary>As <see cref="Next"/>, among some rows only, labelled or not.</summary>
    /// <param name="among">Whether each row is one of them.</param>
    public int? Best(ReadOnlySpan<bool> among) => (Learn() ? values.Best(among) : among.IndexOf(true)) is >= 0 and var row ? row : null;

    /// <summary>The place of a row among some rows, from 1; null before there is something to learn from.</summary>
    public int? RankOf(int row, ReadOnlySpan<bool> among) => Learn() ? 1 + values.Before(row, among) : null;

    /// <summary>The unlabelled rows, best first; in their order before there is something to learn from.</summary>
    public IReadOnlyList<int> Order() => Order(isOpen);

    /// <summary>As <see cref="Order()"/>, of some rows only, labelled or not.</summary>
    public IReadOnlyList<int> Order(IReadOnlyList<bool> among)
    {
        var those = Enumerable.Range(0, isOpen.Length).Where(row => among[row]);
        return Learn() ? [.. those.OrderByDescending(values.Of)] : [.. those];
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
