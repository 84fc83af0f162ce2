using System.CommandLine;
using System.Globalization;
using System.Text;
using ReviewKit.Bibliometrics;
using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class DescribeCommand
{
    const int RowsShown = 10;

    // Too wide for a screen, or said better by another table.
    static readonly HashSet<string> OnlyInFiles = ["keyword_growth"];
    static readonly HashSet<string> ColumnsOnlyInFiles = ["records", "record", "title", "doi", "cited_by", "en", "zh", "figure"];

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "describe", new("Who published what, where and when: production, sources, authors, countries, citations, keywords, bursts", "发文年度、来源、作者、国家、被引、关键词与突现词的统计"),
            "reviewkit describe", "reviewkit describe savedrecs.txt scopus.csv --as-of 2026", "reviewkit describe savedrecs.txt --out figures --keywords all");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, without a review; default: the review's included reports", "任意导出文件（无需综述）；默认为综述纳入的报告"), ArgumentArity.ZeroOrMore);
        var asOf = verb.Option<int?>("--as-of", "YEAR", new("the year for ages, the m-index and citations a year; default: the present one (see --now)", "计算文献年龄、m 指数、年均被引的年份；默认为当年（见 --now）"));
        var keywords = verb.Option<string?>("--keywords", "F", new("author, index, plus or all, for growth, trends and bursts; default: author", "增长、趋势和突现所用关键词：author（作者）、index（标引）、plus 或 all；默认 author"));
        keywords.AcceptOnlyFromAmong([.. KeywordWords.Keys]);
        var top = verb.Option<int?>("--top", "N", new("keywords in the growth table; default: 10", "增长表中的关键词数；默认 10"));
        var minimum = verb.Option<int?>("--min", "N", new("reports a trend topic or burst must occur in; default: 2", "趋势主题与突现词至少出现的报告数；默认 2"));
        var gamma = verb.Option<double?>("--burst-gamma", "G", new("cost of a burst, the larger the fewer; default: 1", "突现代价，越大突现越少；默认 1"));
        var burstYears = verb.Option<int?>("--burst-years", "N", new("years a burst must last; default: 2", "突现最少持续年数；默认 2"));
        var thesaurus = ThesaurusOption.On(verb);
        var folder = verb.Option<string?>("--out", "DIR", new("tables (CSV), describe.json, production.svg, bursts.svg; default: out/describe of the review, nothing for files", "表格（CSV）、describe.json、production.svg、bursts.svg；默认写入综述的 out/describe，处理文件时不写"), "-o");
        var place = ReportSet.PlaceOption(verb);
        var columns = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var set = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(place));
            var bursts = new BurstOptions();
            var options = new DescribeOptions(parsed.GetValue(asOf) ?? int.Parse(session.Author.Time[..4], CultureInfo.InvariantCulture))
            {
                Fields = KeywordWords[parsed.GetValue(keywords) ?? "author"],
                Thesaurus = ThesaurusOption.Of(session, parsed, thesaurus),
                Bursts = bursts with { Gamma = parsed.GetValue(gamma) ?? bursts.Gamma, MinimumYears = parsed.GetValue(burstYears) ?? bursts.MinimumYears },
            };
            options = options with { Top = parsed.GetValue(top) ?? options.Top, MinimumOccurrences = parsed.GetValue(minimum) ?? options.MinimumOccurrences };
            if (set.Records.Count == 0) throw new ReviewKitException("there are no records in these files", "文件中没有记录");
            var description = Description.Of(set.Records, options);
            Print(session, description);
            if (set.Records.Count(record => record.TimesCited is not null) is var told && told < set.Records.Count)
                session.Tell($"{told} of {set.Records.Count} reports say how often they were cited; the others count as 0", $"{set.Records.Count} 篇报告中有 {told} 篇注明被引次数；其余按 0 计");
            var target = parsed.GetValue(folder) is { } named ? session.PathOf(named) : review is null ? null : Path.Combine(review.OutFolder, "describe");
            if (target is not null) Write(session, target, description, set);
            return 0;
        });
    }

    /// <summary>Kinds of keywords as they are named on the command line.</summary>
    public static Dictionary<string, KeywordFields> KeywordWords { get; } = new()
    {
        ["author"] = KeywordFields.Author,
        ["index"] = KeywordFields.Index,
        ["plus"] = KeywordFields.Plus,
        ["all"] = KeywordFields.All,
    };

    static void Print(Session session, Description description)
    {
        foreach (var table in DescriptionTables.Of(description).Where(table => table.Rows.Count > 0 && !OnlyInFiles.Contains(table.Name)))
        {
            session.Print("");
            session.Print(table.Title.In(session.Language));
            var shown = Enumerable.Range(0, table.Columns.Count).Where(column => !ColumnsOnlyInFiles.Contains(table.Columns[column])).ToList();
            if (table.Name == "main") shown.Insert(0, session.Language == Language.Zh ? 2 : 1);
            var text = new Table([.. shown.Select(column => table.Name == "main" ? "" : DescriptionTable.Head(table.Columns[column]).In(session.Language))]);
            // Keywords come by field, each with its own first ten.
            var rows = table.Name == "main" ? table.Rows : table.Name == "keywords" ? table.Rows.Where(row => (int)row[1]! <= RowsShown) : table.Name is "production" ? table.Rows.TakeLast(RowsShown) : table.Rows.Take(RowsShown);
            foreach (var row in rows) text.Add([.. shown.Select(column => row[column] is double number ? number.ToString("0.####", CultureInfo.InvariantCulture) : DescriptionTable.Text(row[column]))]);
            text.Write(session.Output, "  ");
            if (table.Name != "main" && table.Rows.Count > text.Count) session.Print($"  … {table.Rows.Count} in all", $"  … 共 {table.Rows.Count} 行");
        }
    }

    static void Write(Session session, string folder, Description description, ReportSet set)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in DescriptionTables.Of(description))
        {
            // Excel takes a CSV for UTF-8 only when it begins with a byte order mark.
            using var writer = new StreamWriter(Path.Combine(folder, table.Name + ".csv"), false, new UTF8Encoding(true));
            table.WriteCsv(writer);
        }
        using (var json = File.Create(Path.Combine(folder, "describe.json"))) DescriptionJson.Write(json, description, Store.Author.Tool, set.Inputs, set.From);
        using (var production = File.Create(Path.Combine(folder, "production.svg"))) DescriptionCharts.WriteProduction(production, description, set.Inputs, session.Language);
        using (var bursts = File.Create(Path.Combine(folder, "bursts.svg"))) DescriptionCharts.WriteBursts(bursts, description, set.Inputs, session.Language);
        session.Tell($"written: {folder}: a CSV for each table, describe.json, production.svg, bursts.svg", $"已写出：{folder}：各表 CSV、describe.json、production.svg、bursts.svg");
    }
}
