namespace ReviewKit.Dedup;

/// <summary>Titles that the records at hand show to be a column's or a yearly report's: no list of words knows them all.</summary>
static class RepeatedTitles
{
    // One report is dated in two ways by slips; in three years, and by three first authors, it is not one report.
    const int FewestYears = 3;
    const int FewestAuthors = 3;

    public static void Mark(List<CanonicalForm> forms)
    {
        foreach (var sharing in forms.Where(form => form.Titles.Length > 0).GroupBy(form => form.Titles[^1].Letters, StringComparer.Ordinal))
        {
            if (sharing.Select(form => form.Year).OfType<int>().Distinct().Count() < FewestYears) continue;
            var manyWrite = sharing.Where(form => form.Authors.Length > 0).Select(form => form.Authors[0].Words[0]).Distinct(StringComparer.Ordinal).Count() >= FewestAuthors;
            foreach (var form in sharing)
            {
                form.IsRecurring = true;
                form.IsGeneric |= manyWrite;
            }
        }
    }
}
