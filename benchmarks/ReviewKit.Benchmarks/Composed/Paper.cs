using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>A paper that does not exist, as one database describes it.</summary>
/// <param name="Number">The same for every description of one paper.</param>
/// <param name="Keywords">Chinese and English, in one order.</param>
/// <param name="Volume">Empty where the database has none, as are issue, pages and DOI.</param>
/// <param name="References">Cited works as Web of Science writes them.</param>
sealed record Paper(
    int Number, bool IsChinese, Pair Title, Pair Abstract, IReadOnlyList<Pair> Keywords, IReadOnlyList<Person> Authors, IReadOnlyList<Pair> Institutions,
    Journal Journal, int Year, string Volume, string Issue, string FirstPage, string LastPage, string Doi, IReadOnlyList<string> References)
{
    public string Pages => LastPage.Length == 0 ? FirstPage : $"{FirstPage}-{LastPage}";
}
