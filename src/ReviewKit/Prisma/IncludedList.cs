using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>A paper in a list of included studies.</summary>
/// <param name="Group">What the list is split by, a city for example; null when it is not split.</param>
/// <param name="Label">How the list tells it apart: its number, else its row.</param>
public sealed record IncludedPaper(string? Group, string Label, string Title);

/// <summary>The table of included studies of a paper, against the number of them that is declared.</summary>
public sealed record IncludedList(string Name, IReadOnlyList<IncludedPaper> Papers)
{
    static readonly string[] TitleColumns = ["title", "article title", "document title", "题名", "标题", "题目", "篇名", "文献题名"];
    static readonly string[] NumberColumns = ["no", "no.", "number", "id", "序号", "编号"];
    static readonly string[] GroupColumns = ["group", "city", "country", "region", "province", "site", "分组", "组别", "城市", "国家", "地区", "省份"];

    /// <param name="text">CSV with a head; the title column is found by its name, the group column by its name or, if given, <paramref name="group"/>.</param>
    /// <exception cref="ReviewKitException">No title column, or no column of that name.</exception>
    public static IncludedList Parse(string text, string name, string? group = null)
    {
        using var csv = CsvReader.FromText(text.TrimStart('\ufeff'), CsvReaderOptions.Default);
        csv.ReadHeader();
        var titles = Column(csv, TitleColumns) ?? throw new ReviewKitException($"{name} has no column title (or 题名)", $"{name} 没有题名列（title 或 题名）");
        var numbers = Column(csv, NumberColumns);
        var groups = group is null ? Column(csv, GroupColumns) : Column(csv, [group]) ?? throw new ReviewKitException($"{name} has no column {group}", $"{name} 没有列 {group}");
        var papers = new List<IncludedPaper>();
        for (var row = 2; csv.Read(); row++)
        {
            string? Cell(int? column) => column is { } at && at < csv.FieldCount && csv.GetString(at).Trim() is { Length: > 0 } cell ? cell : null;
            if (Cell(titles) is { } title) papers.Add(new(Cell(groups), Cell(numbers) ?? $"#{row}", title));
        }
        return new(name, papers);
    }

    static int? Column(CsvReader csv, string[] names)
    {
        foreach (var name in names)
            foreach (var written in (string[])[name, name.ToUpperInvariant(), char.ToUpperInvariant(name[0]) + name[1..]])
                if (csv.TryGetFieldIndex(written, out var at)) return at;
        return null;
    }

    /// <summary>Titles listed more than once, letters and digits compared: each with its papers, in the order of the list.</summary>
    public IReadOnlyList<IReadOnlyList<IncludedPaper>> Repeated =>
        [.. Papers.GroupBy(paper => Fold.Letters(paper.Title)).Where(group => group.Key.Length > 0 && group.Count() > 1).Select(group => (IReadOnlyList<IncludedPaper>)[.. group])];

    /// <summary>Papers that differ in title.</summary>
    public int Distinct => Papers.Select(paper => Fold.Letters(paper.Title)).Distinct().Count();

    /// <param name="declared">Studies or reports included, as declared; null when not.</param>
    public IReadOnlyList<Finding> Check(int? declared)
    {
        var findings = new List<Finding>();
        var groups = Papers.GroupBy(paper => paper.Group).Where(group => group.Key is not null).ToList();
        var sum = groups.Count > 1 ? string.Join(" + ", groups.Select(group => group.Count())) + " = " : "";
        var of = groups.Count > 1 ? $" ({string.Join(", ", groups.Select(group => group.Key))})" : "";
        if (declared is { } n && Papers.Count != n)
            findings.Add(new("E-LISTED", "included", Papers.Count, n, new(
                $"included: {n} is declared, but {Name} lists {sum}{Papers.Count}{of}, of which {Distinct} differ in title",
                $"included：声明为 {n}，但 {Name} 列出 {sum}{Papers.Count}{of}，其中题名不同的有 {Distinct} 篇")));
        foreach (var repeated in Repeated)
        {
            var places = string.Join(", ", repeated.Select(paper => paper.Group is null ? paper.Label : $"{paper.Group} {paper.Label}"));
            findings.Add(new("W-TITLE-REPEATED", "included", 1, repeated.Count, new(
                $"{Name} lists \"{repeated[0].Title}\" {repeated.Count} times: {places}",
                $"{Name} 中“{repeated[0].Title}”出现 {repeated.Count} 次：{places}")));
        }
        return findings;
    }
}
