namespace ReviewKit.Query;

/// <summary>Operands near each other in one text: the first and the second within the gap, the second and the third, and so on; without order, any operand may stand next to any.</summary>
sealed class NearTree : TermTree
{
    readonly Operand[] operands;
    readonly int gap;
    readonly bool isOrdered;

    public NearTree(Proximity near, TermLeaves leaves)
    {
        (gap, isOrdered, leaves.HasNearness) = (near.Gap, near.Ordered, true);
        operands = [.. near.Operands.Select(operand => OperandOf(operand, leaves))];
    }

    public override bool Holds(Findings findings) => Array.TrueForAll(operands, operand => operand.MayHold(findings)) && Chains(findings).Any();

    public override void AddPlaces(Findings findings, ISet<(int Field, int Part, int Offset, int Length)> places)
    {
        foreach (var chain in Chains(findings))
            foreach (var found in chain.Parts) places.Add((found.Field, found.Part, found.Offset, found.Length));
    }

    /// <summary>Every way of taking one finding of each operand so that neighbours are within the gap.</summary>
    IEnumerable<Chain> Chains(Findings findings)
    {
        var chains = operands[0].Find(findings).ToList();
        if (operands.Length == 2 || isOrdered)
        {
            foreach (var operand in operands.Skip(1))
            {
                var next = operand.Find(findings).ToList();
                chains = [.. chains.SelectMany(chain => next.Where(one => IsNear(chain, one, isOrdered)).Select(one => chain.With(one)))];
            }
            return chains;
        }
        // Three and more in any order: each must be near what was put together so far, whichever comes first.
        return Gather([.. operands.Select(operand => operand.Find(findings).ToList())]);
    }

    IEnumerable<Chain> Gather(List<Chain>[] found) =>
        from order in Orders(found.Length)
        from chain in order.Skip(1).Aggregate(found[order[0]].AsEnumerable(), (chains, next) => chains.SelectMany(chain => found[next].Where(one => IsNear(chain, one, ordered: true)).Select(one => chain.With(one))))
        select chain;

    static IEnumerable<int[]> Orders(int count)
    {
        if (count == 0) return [[]];
        return Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => (int[])[.. order[..at], count - 1, .. order[at..]]));
    }

    bool IsNear(Chain a, Chain b, bool ordered)
    {
        if (a.Field != b.Field || a.Part != b.Part) return false;
        if (a.End <= b.Start) return b.FirstWord - a.EndWord <= gap;
        return !ordered && b.End <= a.Start && a.FirstWord - b.EndWord <= gap;
    }

    static Operand OperandOf(Expression expression, TermLeaves leaves) => expression switch
    {
        SearchTerm term => new Operand([leaves.NumberOf(term)], []),
        Disjunction any => any.Parts.Select(part => OperandOf(part, leaves)).Aggregate((a, b) => new Operand([.. a.Leaves, .. b.Leaves], [.. a.Nested, .. b.Nested])),
        Proximity near => new Operand([], [new NearTree(near, leaves)]),
        _ => throw new ArgumentException($"{expression.GetType().Name} cannot stand near something", nameof(expression)),
    };

    /// <summary>Alternatives, any of which may be the neighbour.</summary>
    sealed record Operand(int[] Leaves, NearTree[] Nested)
    {
        public bool MayHold(Findings findings) => Array.Exists(Leaves, findings.Has) || Nested.Length > 0;

        public IEnumerable<Chain> Find(Findings findings) =>
            findings.All.Where(found => Leaves.Contains(found.Leaf)).Select(found => new Chain(found.Field, found.Part, found.Start, found.End, found.FirstWord, found.EndWord, [found]))
                .Concat(Nested.SelectMany(near => near.Chains(findings)));
    }

    /// <summary>Findings put together, and the stretch they cover.</summary>
    sealed record Chain(int Field, int Part, int Start, int End, int FirstWord, int EndWord, IReadOnlyList<Finding> Parts)
    {
        public Chain With(Chain other) => new(Field, Part, Math.Min(Start, other.Start), Math.Max(End, other.End), Math.Min(FirstWord, other.FirstWord), Math.Max(EndWord, other.EndWord), [.. Parts, .. other.Parts]);
    }
}
