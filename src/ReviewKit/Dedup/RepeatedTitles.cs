namespace ReviewKit.Dedup;

/// <summary>Titles that the records at hand show to be a column's or a yearly report's: no list of words knows them all.</summary>
static class RepeatedTitles
{
    // One report is dated in two ways by slips; in three years, and by three first authors, it is not one report.
    const int FewestYears = 3;
    const int FewestAuthors = 3;

    public static void Mark(IReadOnlyList<CanonicalForm> forms)
    {
        var bearers = new List<(ulong Title, int Form)>(forms.Count);
        for (var i = 0; i < forms.Count; i++)
            foreach (var title in forms[i].Titles) bearers.Add((title.Letters, i));
        bearers.Sort();
        for (int from = 0, to; from < bearers.Count; from = to)
        {
            for (to = from + 1; to < bearers.Count && bearers[to].Title == bearers[from].Title; to++) { }
            if (to - from >= FewestYears) MarkAll([.. bearers[from..to].Select(bearer => forms[bearer.Form])]);
        }
    }

    static void MarkAll(List<CanonicalForm> sharing)
    {
        if (sharing.Select(form => form.Year).OfType<int>().Distinct().Count() < FewestYears) return;
        var manyWrite = sharing.Where(form => form.Authors.Length > 0).Select(form => form.Authors[0].Words[0]).Distinct(StringComparer.Ordinal).Count() >= FewestAuthors;
        foreach (var form in sharing)
        {
            form.IsRecurring = true;
            form.IsGeneric |= manyWrite;
        }
    }
}
