using System.Globalization;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>A person who does not exist. Zh is empty for a name known in Latin script only; Given is empty for a body or a pen name.</summary>
/// <param name="Given">Syllables of the given name in Latin letters, capitalised apart: "Xiao", "Ming".</param>
sealed record Person(string Zh, string Family, IReadOnlyList<string> Given)
{
    public string GivenName => Given.Count == 0 ? "" : Given[0] + string.Concat(Given.Skip(1)).ToLowerInvariant();

    public string Initials => string.Concat(Given.Select(syllable => syllable[0]));
}

/// <summary>An invented journal, newspaper or series of proceedings.</summary>
sealed record Journal(string Zh, string En, string Abbreviation, string Code, bool IsCore, string Kind, string Issn, string Cn);

/// <summary>A paper as all databases together would describe it.</summary>
sealed class Report
{
    public required int Number { get; init; }
    public required Fate Fate { get; init; }
    public required Shape Shape { get; init; }
    public required Scene Scene { get; init; }
    public required Pair Title { get; init; }

    /// <summary>Absent when no database has one.</summary>
    public Pair? Abstract { get; init; }

    public List<Pair> Keywords { get; init; } = [];
    public List<Person> Authors { get; init; } = [];
    public List<Pair> Institutions { get; init; } = [];
    public required Place Place { get; init; }
    public string? Doi { get; init; }

    /// <summary>Language of the text in English: Chinese, English, German, ….</summary>
    public required string Language { get; init; }

    /// <summary>article, conference, review, editorial, book-review, news.</summary>
    public required string Kind { get; init; }

    /// <summary>Rows of the thesis's tables, or "composed"; empty for neighbours.</summary>
    public string Listed { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>One of its records lacks the abstract the others have.</summary>
    public bool IsHalved { get; init; }
}

/// <summary>Where and when a report appeared.</summary>
/// <param name="Sequence">Position within the issue, 1-based; part of the databases' own file names.</param>
/// <param name="ArticleNumber">Given instead of pages by journals that appear online only.</param>
sealed record Place(Journal Journal, int Year, int Month, int Day, int? Volume, string Issue, int Sequence, int FirstPage, int LastPage, string? ArticleNumber)
{
    /// <summary>As CNKI and Wanfang name their files: journal, year, issue (of newspapers the day), position; no other report has it.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Journal.Code}{Year}{(Journal.Kind == "newspaper" ? $"{Month:00}{Day:00}" : Issue.PadLeft(2, '0'))}{Sequence:000}");

    public string Pages => FirstPage == LastPage ? $"{FirstPage}" : $"{FirstPage}-{LastPage}";
}

/// <summary>What the blanks of a report's sentences are filled with.</summary>
sealed record Scene(Pair City, Pair District, Pair Other, Pair Other2, Pair Topic, Pair Technology, Pair Method, Pair Subject, int Year, string Dimension, string SecondDimension, IReadOnlyList<Pair> TopicKeywords);
