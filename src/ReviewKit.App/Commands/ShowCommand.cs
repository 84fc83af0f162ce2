using Dapper;
using ReviewKit.Enrichment;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Screening.Assist;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class ShowCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "show", new("A record in full; without ID the next one that waits", "显示一条记录全文；不给 ID 则显示下一条待判断的"), "reviewkit show WOS:990000000000362", "reviewkit show WOS:990000000000362 --fields", "reviewkit show WOS:990000000000362 --text", "reviewkit show --find \"smart meter\"", "reviewkit show");
        var id = verb.Argument<string?>("ID", new("a record; default: the next that waits for a decision", "一条记录；默认为下一条待判断的"), System.CommandLine.ArgumentArity.ZeroOrOne);
        var fields = verb.Option<bool>("--fields", null, new("every value of every field, and which records have it; the first is used", "每个字段的所有取值及其来源记录；第一个为采用值"));
        var text = verb.Option<bool>("--text", null, new("the text of its full text", "全文文字"));
        var find = verb.Option<string?>("--find", "WORDS", new("reports whose attached full text has all these words; default: none", "列出全文含有这些词的报告；默认无"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            if (parsed.GetValue(find) is { } words) return Find(session, review, words);
            var report = parsed.GetValue(id) is { } named ? Reports.ReportOf(review, Reports.Find(review, named)) : Next(review);
            if (report is null)
            {
                session.Print("nothing waits for a decision", "没有待判断的记录");
                return 0;
            }
            if (parsed.GetValue(text)) return PrintText(session, FullText.Of(review, report));
            if (parsed.GetValue(fields)) PrintFields(session, Reports.Group(review, report));
            else Print(session, review, report);
            return 0;
        });
    }

    static int PrintText(Session session, FullText full)
    {
        if (full.WhyNot is { } why) throw new ReviewKitException(why);
        session.Print(full.Text!.Replace("\f", "\n\n", StringComparison.Ordinal));
        return 0;
    }

    static int Find(Session session, Review review, string words)
    {
        var found = FullText.Find(review, words);
        foreach (var (report, around) in found) session.Print($"{report}  {Width.Cut(Reports.Read(review, report).Title ?? "", 70)}\n    … {around} …");
        session.Print($"{found.Count} full texts have these words", $"{found.Count} 篇全文含有这些词");
        return 0;
    }

    static string? Next(Review review) => review.Connection.QueryFirstOrDefault<string>("""
        select s.record_id from state s join record r on r.id = s.record_id join import i on i.id = r.import_id
        where s.place = 'awaiting' and s.record_id = s.report_id order by i.name, r.ordinal limit 1
        """);

    static void PrintFields(Session session, IReadOnlyList<Record> members)
    {
        var sources = members.ToDictionary(member => member.Id, member => $"{member.Source} {member.Id}");
        sources[MergedRecord.Pinned] = session.Language == Language.Zh ? "人工指定" : "said by hand";
        sources[MergedRecord.Filled] = session.Language == Language.Zh ? "联网补充" : "filled from an open interface";
        foreach (var (field, values) in MergedRecord.Variants(members))
            for (var i = 0; i < values.Count; i++)
                session.Print($"{Width.Pad(i == 0 ? field : "", 18)}{(i == 0 ? "* " : "  ")}{values[i].Value}  [{string.Join(", ", values[i].Records.Select(record => sources[record]))}]");
    }

    static void Print(Session session, Review review, string report)
    {
        var members = Reports.Group(review, report);
        var merged = MergedRecord.Of(members).Record;
        var zh = session.Language == Language.Zh;
        Line(zh ? "编号" : "id", string.Join("  ", members.Select(member => member.Id)));
        Line(zh ? "题名" : "title", merged.Title);
        Line(zh ? "译名" : "translated", merged.TranslatedTitle);
        Line(zh ? "作者" : "authors", string.Join("; ", merged.Authors.Select(author => author.Display)));
        Line(zh ? "出处" : "in", string.Join(", ", new[] { merged.Journal, merged.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), merged.Volume, merged.Issue is null ? null : $"({merged.Issue})", merged.Pages }.Where(part => !string.IsNullOrEmpty(part))));
        Line(zh ? "关键词" : "keywords", string.Join("; ", merged.Keywords));
        Line("DOI", merged.Doi);
        Line("URL", merged.Url);
        Line(zh ? "来源" : "from", string.Join("  ", members.Select(member => $"{member.File}:{Reports.OrdinalOf(review, member.Id)}")));
        foreach (var member in members)
            if (PlatformOnly.Lacking(review, member.Id) is { Count: > 0 } lacking)
                Line(zh ? "轮次" : "rounds", zh ? $"{member.Id} 在此缺少第 {string.Join("、", lacking.Select(set => set + 1))} 组" : $"{member.Id} lacks set {string.Join(", ", lacking.Select(set => set + 1))} here");
        Line(zh ? "现状" : "now", PlaceText.Of(Reports.PlaceOf(review, report), review.Protocol).In(session.Language));
        var blinding = Blinding.Of(review, session.Author.Person);
        Line(zh ? "标签" : "labels", string.Join("; ", Labels.Of(review, report, blinding)));
        foreach (var (person, note) in Notes.Of(review, report, blinding)) Line(zh ? "备注" : "note", $"{person}: {note}");
        foreach (var opinion in Opinions.Of(review, report, blinding))
            Line(zh ? "模型意见" : "opinion", $"{opinion.Reviewer} ({opinion.Stage}): {(opinion.Verdict is { } verdict ? PlaceText.Of(verdict).In(session.Language) : zh ? "无" : "none")}{(opinion.Reason is null ? "" : $", {opinion.Reason}")}; {opinion.Why}");
        foreach (var notice in Retractions.Of(review, report)) Line(zh ? "注意" : "notice", EnrichRetractionsCommand.Said(notice).In(session.Language));
        if (merged.Abstract is { } text) session.Print(Environment.NewLine + text);

        void Line(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value)) session.Print($"{Width.Pad(label, 10)}  {value.ReplaceLineEndings(" ")}");
        }
    }
}
