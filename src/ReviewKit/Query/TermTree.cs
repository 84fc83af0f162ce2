namespace ReviewKit.Query;

/// <summary>An <see cref="Expression"/> made ready to be asked of record after record.</summary>
abstract class TermTree
{
    /// <summary>True when the record has it.</summary>
    public abstract bool Holds(Findings findings);

    /// <summary>Adds where the record has what this asks for, once it is known that it holds.</summary>
    public abstract void AddPlaces(Findings findings, ISet<(int Field, int Part, int Offset, int Length)> places);

    /// <exception cref="ArgumentException">A part that records cannot be checked for, such as a subject heading.</exception>
    public static TermTree Of(Expression expression, TermLeaves leaves) => expression switch
    {
        SearchTerm term => new Leaf(leaves.NumberOf(term)),
        Conjunction all => new All([.. all.Parts.Select(part => Of(part, leaves))]),
        Disjunction any => new Any([.. any.Parts.Select(part => Of(part, leaves))]),
        Negation none => new None(Of(none.Part, leaves)),
        Proximity { Unit: ProximityUnit.Words } near => new NearTree(near, leaves),
        _ => throw new ArgumentException($"{expression.GetType().Name} cannot be matched on records", nameof(expression)),
    };

    sealed class Leaf(int number) : TermTree
    {
        public override bool Holds(Findings findings) => findings.Has(number);

        public override void AddPlaces(Findings findings, ISet<(int Field, int Part, int Offset, int Length)> places)
        {
            foreach (var found in findings.All)
                if (found.Leaf == number) places.Add((found.Field, found.Part, found.Offset, found.Length));
        }
    }

    sealed class All(TermTree[] parts) : TermTree
    {
        public override bool Holds(Findings findings) => Array.TrueForAll(parts, part => part.Holds(findings));

        public override void AddPlaces(Findings findings, ISet<(int Field, int Part, int Offset, int Length)> places)
        {
            foreach (var part in parts) part.AddPlaces(findings, places);
        }
    }

    sealed class Any(TermTree[] parts) : TermTree
    {
        public override bool Holds(Findings findings) => Array.Exists(parts, part => part.Holds(findings));

        public override void AddPlaces(Findings findings, ISet<(int Field, int Part, int Offset, int Length)> places)
        {
            foreach (var part in parts)
                if (part.Holds(findings)) part.AddPlaces(findings, places);
        }
    }

    sealed class None(TermTree part) : TermTree
    {
        public override bool Holds(Findings findings) => !part.Holds(findings);

        public override void AddPlaces(Findings findings, ISet<(int Field, int Part, int Offset, int Length)> places) { }
    }
}
