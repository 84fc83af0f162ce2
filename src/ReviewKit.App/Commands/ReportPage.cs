using System.Globalization;
using System.Text;
using System.Xml;
using Dapper;
using ReviewKit.CoWord;
using ReviewKit.Prisma;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>A review as one page that needs nothing else and prints as it is: no script, pictures in it.</summary>
sealed class ReportPage(Review review, Language language)
{
    readonly StringBuilder text = new("<!DOCTYPE html>\n");
    XmlWriter page = null!;

    public string Html() => review.Read(() =>
    {
        using (page = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false, NewLineHandling = NewLineHandling.None }))
        {
            var title = Say(review.Protocol.Title) is { Length: > 0 } named ? named : Say(new("Systematic review", "系统综述"));
            page.WriteStartElement("html");
            page.WriteAttributeString("lang", language == Language.Zh ? "zh-CN" : "en");
            page.WriteStartElement("head");
            page.WriteRaw("<meta charset=\"utf-8\"><title>");
            page.WriteString(Legal(title));
            page.WriteRaw($"</title><style>{Style}</style>");
            page.WriteEndElement();
            page.WriteStartElement("body");
            Line("h1", title);
            Line("p", Say(review.Protocol.Question));
            Line("p", string.Create(CultureInfo.InvariantCulture, $"ReviewKit {Author.Tool} · {review.Author.Time}"));
            Searches();
            Flow();
            Included();
            Exclusions();
            Agreement();
            Map();
            new ChecklistFacts(review).Fill(Checklist.Named("prisma2020")).Table(page, language);
            Protocol();
            Hashes();
            page.WriteEndElement();
            page.WriteEndElement();
        }
        return text.Append('\n').ToString();
    });

    void Searches()
    {
        Head(new("Searches", "检索"));
        if (SearchLogFile.Read(review) is { } log)
        {
            var table = QueryLogCommand.TableOf(review, log);
            Table([new("Database", "数据库"), new("Date", "日期"), new("Hits", "命中"), new("Exported", "导出"), new("Strategy as run", "检索式原文")],
                table.Ties.Searches.Select(tied => (string?[])[Say(table.NameOf(tied.Search.Platform)), tied.Search.Date, Number(tied.Search.Hits), Number(tied.Search.Exported), tied.Search.Text]));
        }
        else Line("p", Say(new("There is no search log (queries/search-log.yaml).", "尚无检索日志（queries/search-log.yaml）。")));
        if (review.Protocol.Query is { } query && Path.Combine(review.QueriesFolder, query.File) is var path && File.Exists(path)) Line("pre", TextFile.Read(path, query.File));
    }

    void Flow()
    {
        Head(new("Flow", "流程"));
        Figure(FlowDiagram.Svg(Prisma.Flow.Counts(review, language), DiagramOptions.Of(language, review.Protocol)));
    }

    void Included()
    {
        Head(new("Included", "纳入"));
        Table([new("Authors", "作者"), new("Year", "年份"), new("Title", "题名"), new("Journal", "期刊"), new("DOI", "DOI"), new("Found in", "来源")], Reports.Groups(review, "included").Select(group =>
        {
            var report = MergedRecord.Of(group).Record;
            return (string?[])[string.Join("; ", report.Authors.Select(author => author.ToString())), Number(report.Year), report.Title, report.Journal, report.Doi,
                string.Join(", ", group.Select(record => Say(review.Protocol.SourceName(record.Source))).Distinct())];
        }));
    }

    void Exclusions()
    {
        Head(new("Excluded at full text", "全文阶段排除"));
        var rows = Prisma.Flow.List(review, "db_ftexcluded").Concat(Prisma.Flow.List(review, "ot_ftexcluded")).ToList();
        foreach (var reason in rows.GroupBy(row => PrismaCommand.ReasonOf(review.Protocol, row) ?? new("No reason given", "未注明理由")).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.En, StringComparer.Ordinal))
        {
            Line("h3", string.Create(CultureInfo.InvariantCulture, $"{Say(reason.Key)} ({reason.Count()})"));
            Table([new("Title", "题名"), new("Year", "年份"), new("Record", "记录")], reason.Select(row => (string?[])[row.Title, row.Year?.ToString(CultureInfo.InvariantCulture), $"{row.File}:{row.Ordinal}"]));
        }
    }

    void Agreement()
    {
        var pairs = ReviewKit.Screening.Agreement.Of(review);
        if (pairs.Count == 0) return;
        Head(new("Agreement", "一致性"));
        Table([new("Stage", "阶段"), new("Reviewers", "评阅人"), new("Reports", "报告"), new("Agree %", "一致 %"), new("Cohen's kappa", "Cohen kappa"), new("PABAK", "PABAK")],
            pairs.Select(pair => (string?[])[pair.Stage, $"{pair.First}, {pair.Second}", Number(pair.Reports), Share(100 * pair.Observed, "0.0"), Share(pair.CohensKappa, "0.000"), Share(pair.Pabak, "0.000")]));
    }

    void Map()
    {
        if (Prisma.Flow.List(review, "included").Count == 0) return;
        var records = Reports.Groups(review, "included").Select(group =>
        {
            var report = MergedRecord.Of(group).Record;
            report.Id = group[0].Id;
            return report;
        }).ToList();
        var map = CoWordMap.Of(records, new CoWordOptions());
        if (map.Terms.Count == 0) return;
        Head(new("Keywords", "关键词"));
        using var stream = new MemoryStream();
        map.WriteSvg(stream, language);
        Figure(Encoding.UTF8.GetString(stream.ToArray()));
    }

    void Protocol()
    {
        Head(new("Protocol", "方案"));
        var path = Path.Combine(review.Folder, ProtocolFile.Name);
        if (File.Exists(path)) Line("pre", TextFile.Read(path, ProtocolFile.Name));
        Table([new("Changed", "修改时间"), new("What", "内容"), new("Decisions touched", "涉及的判断")], review.Ledger.Live("protocol")
            .Select(entry => (entry.Time, Body: EventJson.Read<ProtocolBody>(entry))).Select(change => (string?[])[change.Time, string.Join("; ", change.Body.Changed), Number(change.Body.DecisionsTouched)]));
    }

    void Hashes()
    {
        Head(new("Files and hashes", "文件与哈希"));
        Table([new("File", "文件"), new("Records", "记录"), new("SHA-256", "SHA-256")], review.Connection.Query<(string Name, long Records, string Sha)>("""
            select name, records, id from import i where exists (select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id) order by name
            """).Select(file => (string?[])[file.Name, file.Records.ToString(CultureInfo.InvariantCulture), file.Sha]));
        var newest = review.Ledger.Newest(1);
        if (newest.Count > 0) Line("p", Say(new($"Ledger: {newest[0].Seq} events, the last with hash {newest[0].Hash}", $"账本：{newest[0].Seq} 个事件，最后一个的哈希为 {newest[0].Hash}")));
    }

    string Say(Message text) => text.In(language) ?? "";

    void Head(Message text) => Line("h2", Say(text));

    void Line(string element, string text)
    {
        if (text.Length > 0) page.WriteElementString(element, Legal(text));
    }

    void Figure(string svg)
    {
        // A declaration belongs to a file of its own.
        page.WriteRaw("\n<figure>" + svg[svg.IndexOf("<svg", StringComparison.Ordinal)..] + "</figure>\n");
    }

    void Table(Message[] heads, IEnumerable<string?[]> rows)
    {
        page.WriteStartElement("table");
        Row("th", heads.Select(Say));
        foreach (var row in rows) Row("td", row);
        page.WriteEndElement();
    }

    void Row(string cell, IEnumerable<string?> cells)
    {
        page.WriteRaw("\n");
        page.WriteStartElement("tr");
        foreach (var text in cells)
        {
            page.WriteStartElement(cell);
            page.WriteString(Legal(text ?? ""));
            // HTML knows no <td/>.
            page.WriteFullEndElement();
        }
        page.WriteEndElement();
    }

    static string Legal(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'));

    static string? Number(int? n) => n?.ToString(CultureInfo.InvariantCulture);

    static string Share(double value, string form) => double.IsNaN(value) ? "-" : value.ToString(form, CultureInfo.InvariantCulture);

    const string Style = """
        body{font-family:Arial,Helvetica,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;margin:2em auto;max-width:60em;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top;overflow-wrap:break-word}pre{white-space:pre-wrap;background:#f4f4f4;padding:1em}figure{margin:0}svg{max-width:100%;height:auto}@media print{body{max-width:none;margin:0}h2{break-after:avoid}tr,figure{break-inside:avoid}}
        """;
}
