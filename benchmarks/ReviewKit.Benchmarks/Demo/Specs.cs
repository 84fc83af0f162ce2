namespace ReviewKit.Benchmarks.Demo;

/// <summary>What is decided of a report before it is written.</summary>
/// <param name="Listed">The row of included.txt, for the included.</param>
/// <param name="HalfAbstract">One of its records comes without the abstract the others have.</param>
/// <param name="PartOne">The number of the report this is the second part of.</param>
sealed record Spec(int Number, Shape Shape, Fate Fate, string[]? Listed = null, bool HalfAbstract = false, int? PartOne = null);

/// <summary>Deals the plan's shapes to the plan's fates.</summary>
static class Specs
{
    public static IReadOnlyList<Spec> Deal()
    {
        var specs = new List<Spec>();
        foreach (var side in new[] { Side.En, Side.Zh, Side.Twin })
        {
            var fates = Plan.Fates.SelectMany(row => Enumerable.Repeat(row.Fate, side switch { Side.En => row.En, Side.Zh => row.Zh, _ => row.Twin })).ToList();
            var shapes = new Dice("shapes " + side).Shuffled(Plan.Shapes.Where(row => row.Shape.Side == side).SelectMany(row => Enumerable.Repeat(row.Shape, row.Reports)));
            if (shapes.Count != fates.Count) throw new InvalidOperationException($"{side}: {shapes.Count} shapes for {fates.Count} fates");
            // Only Wanfang prints an English title beside the Chinese one, and the listed title must be somewhere.
            if (side == Side.Zh) shapes = [.. shapes.Where(s => s.Wanfang > 0).Take(fates.Count(f => f == Fate.Included)), .. Rest(shapes, fates.Count(f => f == Fate.Included))];
            var listed = new Queue<string[]>(Words.Rows("included").Where(row => row[3] == side.ToString().ToLowerInvariant()));
            for (var i = 0; i < fates.Count; i++)
                specs.Add(new(specs.Count + 1, shapes[i], fates[i], fates[i] == Fate.Included ? listed.Dequeue() : null));
        }
        return WithSeries(WithHalfAbstracts(specs));
    }

    static IEnumerable<Shape> Rest(List<Shape> shapes, int taken)
    {
        foreach (var shape in shapes)
        {
            if (shape.Wanfang > 0 && taken > 0) taken--;
            else yield return shape;
        }
    }

    static List<Spec> WithHalfAbstracts(List<Spec> specs)
    {
        var several = specs.Where(s => s.Fate is not (Fate.NoAbstract or Fate.Included) && Records(s.Shape) > 1 && !s.Shape.Bridge);
        var chosen = new Dice("half abstracts").Shuffled(several).Take(Plan.AbstractFromTwin).Select(s => s.Number).ToHashSet();
        return specs.ConvertAll(s => chosen.Contains(s.Number) ? s with { HalfAbstract = true } : s);
    }

    static List<Spec> WithSeries(List<Spec> specs)
    {
        var pairs = 0;
        for (var i = 1; i < specs.Count && pairs < Plan.SeriesPairs; i++)
        {
            // Spread over both sides: every fortieth non-core report gets a second part.
            if (i % 40 != 0 || specs[i].Fate != Fate.NonCoreJournal || specs[i - 1].Fate != Fate.NonCoreJournal || specs[i].Shape.Side == Side.Twin) continue;
            specs[i] = specs[i] with { PartOne = specs[i - 1].Number };
            pairs++;
        }
        if (pairs != Plan.SeriesPairs) throw new InvalidOperationException($"only {pairs} pairs of parts");
        return specs;
    }

    static int Records(Shape shape) => shape.Scopus + shape.Wos + shape.Cnki + shape.Wanfang;
}
