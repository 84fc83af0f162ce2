using System.Globalization;
using System.Text;
using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>Writes papers as a database would, one after the other: a file of any length takes no more memory than one paper.</summary>
sealed record PaperFile(string Format, string Name, string Head, Action<StringBuilder, Paper> Add)
{
    static readonly string[] ScopusColumns =
    [
        "Authors", "Author full names", "Title", "Year", "Source title", "Volume", "Issue", "Page start", "Page end", "Cited by", "DOI", "Affiliations", "Abstract", "Author Keywords",
        "References", "ISSN", "Language of Original Document", "Abbreviated Source Title", "Document Type", "Publication Stage", "Source", "EID",
    ];

    public static readonly IReadOnlyList<PaperFile> All =
    [
        new("ris", "composed.ris", "", Ris),
        new("wos-tagged", "composed-wos.txt", "\uFEFFFN Clarivate Analytics Web of Science\nVR 1.0\n", WebOfScience),
        new("noteexpress", "composed.net", "", NoteExpress),
        new("scopus-csv", "composed-scopus.csv", "\uFEFF" + string.Join(',', ScopusColumns.Select(ScopusFile.Quoted)) + "\n", Scopus),
    ];

    /// <param name="name">As `--format` takes it: a format's name, or its beginning.</param>
    public static PaperFile Find(string name) => All.FirstOrDefault(file => file.Format.StartsWith(name, StringComparison.Ordinal)) ?? throw new ArgumentException($"no format {name}");

    public void Write(IEnumerable<Paper> papers, string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16);
        writer.Write(Head);
        var text = new StringBuilder();
        foreach (var paper in papers)
        {
            text.Clear();
            Add(text, paper);
            writer.Write(text);
        }
    }

    /// <summary>Writes papers from the first on until the file has about this length.</summary>
    /// <returns>How many.</returns>
    public int WriteBytes(long bytes, string path)
    {
        var (length, count) = (0L, 0);
        Write(Papers.Compose(int.MaxValue).TakeWhile(paper =>
        {
            if (length >= bytes) return false;
            var text = new StringBuilder();
            Add(text, paper);
            length += Encoding.UTF8.GetByteCount(text.ToString());
            count++;
            return true;
        }), path);
        return count;
    }

    static void Ris(StringBuilder text, Paper paper)
    {
        void Line(string tag, string value)
        {
            if (value.Length > 0) text.Append(tag).Append("  - ").Append(value).Append('\n');
        }
        string Said(Pair pair) => paper.IsChinese ? pair.Zh : pair.En;
        Line("TY", "JOUR");
        Line("TI", Said(paper.Title));
        foreach (var author in paper.Authors) Line("AU", paper.IsChinese && author.Zh.Length > 0 ? author.Zh : Names.Full(author));
        foreach (var institution in paper.Institutions) Line("AD", Said(institution));
        Line("PY", Number(paper.Year));
        Line("JO", paper.IsChinese ? paper.Journal.Zh : paper.Journal.En);
        Line("VL", paper.Volume);
        Line("IS", paper.Issue);
        Line("SP", paper.FirstPage);
        Line("EP", paper.LastPage);
        Line("SN", paper.Journal.Issn);
        Line("DO", paper.Doi);
        foreach (var keyword in paper.Keywords) Line("KW", Said(keyword));
        Line("AB", Said(paper.Abstract));
        foreach (var cited in paper.References.Take(6)) Line("N1", cited);
        Line("UR", $"https://library.example.org/records/{Number(paper.Number)}");
        text.Append("ER  - \n\n");
    }

    static void WebOfScience(StringBuilder text, Paper paper)
    {
        void Field(string tag, params IEnumerable<string> values)
        {
            foreach (var value in values.Where(value => value.Length > 0))
            {
                text.Append(tag).Append(' ').Append(value).Append('\n');
                tag = "  ";
            }
        }
        Field("PT", "J");
        Field("AU", paper.Authors.Select(Names.WosShort));
        Field("AF", paper.Authors.Select(Names.Full));
        Field("TI", paper.Title.En);
        Field("SO", paper.Journal.En.ToUpperInvariant());
        Field("LA", paper.IsChinese ? "Chinese" : "English");
        Field("DT", "Article");
        Field("DE", string.Join("; ", paper.Keywords.Select(keyword => keyword.En)));
        Field("AB", paper.Abstract.En);
        Field("C1", paper.Institutions.Select((place, i) => $"[{Names.Full(paper.Authors[i % paper.Authors.Count])}] {place.En}."));
        Field("CR", paper.References);
        Field("NR", Number(paper.References.Count));
        Field("SN", paper.Journal.Issn);
        Field("JI", paper.Journal.Abbreviation);
        Field("PY", Number(paper.Year));
        Field("VL", paper.Volume);
        Field("IS", paper.Issue);
        Field("BP", paper.FirstPage);
        Field("EP", paper.LastPage);
        Field("DI", paper.Doi);
        Field("UT", string.Create(CultureInfo.InvariantCulture, $"WOS:{paper.Number:000000000000000}"));
        text.Append("ER\n\n");
    }

    static void NoteExpress(StringBuilder text, Paper paper)
    {
        void Line(string tag, string value)
        {
            if (value.Length > 0) text.Append('{').Append(tag).Append("}: ").Append(value).Append('\n');
        }
        Line("Reference Type", "Journal Article");
        Line("Title", paper.IsChinese ? paper.Title.Zh : paper.Title.En);
        Line("Author", string.Concat(paper.Authors.Select(author => (paper.IsChinese && author.Zh.Length > 0 ? author.Zh : Names.Full(author)) + ";")));
        Line("Author Address", string.Concat(paper.Institutions.Select(place => (paper.IsChinese ? place.Zh : place.En) + ";")));
        Line("Journal", paper.IsChinese ? paper.Journal.Zh : paper.Journal.En);
        Line("Year", Number(paper.Year));
        Line("Volume", paper.Volume);
        Line("Issue", paper.Issue.PadLeft(2, '0'));
        Line("Pages", paper.Pages);
        Line("Keywords", string.Join(";;", paper.Keywords.Select(keyword => paper.IsChinese ? keyword.Zh : keyword.En)));
        Line("Abstract", paper.IsChinese ? paper.Abstract.Zh : paper.Abstract.En);
        Line("ISBN/ISSN", paper.Journal.Issn);
        Line("Notes", paper.Journal.Cn);
        if (!paper.IsChinese) Line("DOI", paper.Doi);
        Line("URL", $"https://cnki.example.org/kcms/detail/detail.aspx?dbcode=CJFD&filename={paper.Journal.Code}{Number(paper.Year)}{paper.Issue.PadLeft(2, '0')}{Number(paper.Number)}");
        Line("Database Provider", "CNKI");
        text.Append("\n\n");
    }

    static void Scopus(StringBuilder text, Paper paper)
    {
        string[] cells =
        [
            string.Join("; ", paper.Authors.Select(Names.ScopusShort)), string.Join("; ", paper.Authors.Select(author => $"{Names.Full(author)} ({Names.Number(author)})")),
            paper.Title.En, Number(paper.Year), paper.Journal.En, paper.Volume, paper.Issue, paper.FirstPage, paper.LastPage, Number(paper.References.Count), paper.Doi,
            string.Join("; ", paper.Institutions.Select(place => place.En)), paper.Abstract.En, string.Join("; ", paper.Keywords.Select(keyword => Prose.Capitalised(keyword.En))),
            string.Join("; ", paper.References.Take(10)), paper.Journal.Issn.Replace("-", "", StringComparison.Ordinal), paper.IsChinese ? "Chinese" : "English", paper.Journal.Abbreviation,
            "Article", "Final", "Scopus", string.Create(CultureInfo.InvariantCulture, $"2-s2.0-{paper.Number:00000000000}"),
        ];
        text.AppendJoin(',', cells.Select(ScopusFile.Quoted)).Append('\n');
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
