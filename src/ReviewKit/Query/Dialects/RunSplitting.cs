namespace ReviewKit.Query.Dialects;

/// <summary>Cuts a search that is too long for a box into searches that together find the same: the longest set is halved until each fits.</summary>
static class RunSplitting
{
    const int MostRuns = 2000;

    /// <param name="box">Characters; 0 is without limit.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Expression> sets, IReadOnlyList<Expression> limits, Dialect dialect, Writing writing, int box)
    {
        var runs = new List<string>();
        Add(sets);
        return runs;

        void Add(IReadOnlyList<Expression> parts)
        {
            var text = DialectWriter.Write(Compilation.Whole(parts, limits), dialect, writing).Text;
            var lengths = parts.Select(part => part is Disjunction { Parts.Count: > 1 } ? DialectWriter.Write(part, dialect, writing).Text.Length : 0).ToList();
            var longest = lengths.Count == 0 ? -1 : lengths.IndexOf(lengths.Max());
            var crowded = dialect.MaxTermsInBracket == 0 ? -1 : parts.Select(TermsWritten).ToList().FindIndex(terms => terms > dialect.MaxTermsInBracket);
            if (crowded >= 0) longest = crowded;
            else if (box == 0 || text.Length <= box || longest < 0 || lengths[longest] == 0 || runs.Count > MostRuns)
            {
                runs.Add(text);
                return;
            }
            var alternatives = ((Disjunction)parts[longest]).Parts;
            var half = (alternatives.Count + 1) / 2;
            foreach (var share in (IReadOnlyList<Expression>[])[[.. alternatives.Take(half)], [.. alternatives.Skip(half)]])
                Add([.. parts.Select((part, i) => i != longest ? part : share.Count == 1 ? share[0] : new Disjunction(share))]);
        }

        // IEEE names the field before every term, so a term in three fields counts three times.
        int TermsWritten(Expression part) => part is Disjunction { Parts.Count: > 1 } any ? any.Parts.Sum(term => Normal.FieldsOf(term) is { } fields ? Math.Max(1, FieldCover.Of(fields, dialect, writing.Separate).Codes.Count) : 1) : 0;
    }
}
