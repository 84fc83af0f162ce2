using System.Globalization;
using Dapper;
using ReviewKit.App.Terminal;
using ReviewKit.Enrichment;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The report on the screen, read when it is shown, and how it is written there: in full, with the words to look out for marked.</summary>
sealed class ScreenReport
{
    readonly Review review;
    readonly Stage stage;
    readonly Highlights highlights;
    readonly ILookup<(string Field, int Part), Evidence> evidence;

    public ScreenReport(Review review, Stage stage, string reviewer, string id, Highlights highlights)
    {
        (this.review, this.stage, this.highlights, Id) = (review, stage, highlights, id);
        Members = Reports.Group(review, id);
        Record = MergedRecord.Of(Members).Record;
        evidence = highlights.In(Record).ToLookup(found => (found.Field, found.Part));
        Place = Reports.PlaceOf(review, id);
        var words = review.Connection.Query<Word>("""
            select d.stage, d.reviewer, d.verdict, d.reason, d.note, d.time from decision d join state s on s.record_id = d.report_id
            where s.report_id = @id and d.live = 1 order by d.seq
            """, new { id }).ToList();
        Mine = words.LastOrDefault(word => word.Stage == stage.Id && word.Reviewer == reviewer);
        var blinding = Blinding.Of(review, reviewer);
        Words = [.. words.Where(word => !blinding.Hides(id, word.Stage, word.Reviewer))];
        Notes = [.. review.Connection.Query<(string Person, string Text)>("""
            select person, json_extract(body, '$.text') from event where kind = 'note' and json_extract(body, '$.record') in @members order by seq
            """, new { members = Members.Select(member => member.Id) }).Where(note => !blinding.Hides(id, note.Person))];
        Labels = Screening.Labels.Of(review, id, blinding);
        Retrieval = review.Connection.QueryFirstOrDefault<(string? Status, string? Reason, string? File)>("select status, reason, file from retrieval where report_id in @members", new { members = Members.Select(member => member.Id) });
        notices = Retractions.Of(review, id);
        Flags = [.. review.Connection.Query<string>("select criterion from criterion_report where report_id = @id order by ordinal", new { id })];
    }

    /// <summary>Retractions and the like; a reviewer who reads on must know.</summary>
    readonly IReadOnlyList<ReportNotice> notices;

    public string Id { get; }
    public IReadOnlyList<Record> Members { get; }
    public Record Record { get; }
    public Place Place { get; }

    /// <summary>This reviewer's own verdict at this stage; null while there is none.</summary>
    public Word? Mine { get; }

    /// <summary>Verdicts that may be seen, oldest first.</summary>
    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<(string Person, string Text)> Notes { get; }
    public (string? Status, string? Reason, string? File) Retrieval { get; }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Others that are the same and wait as well.</summary>
    public IReadOnlyList<string> Twins { get; set; } = [];

    /// <summary>Whether a verdict is said of the twins too.</summary>
    public bool IsTogether { get; init; } = true;

    /// <summary>Criteria it fails that only flag.</summary>
    public IReadOnlyList<string> Flags { get; }

    /// <summary>A verdict that stands.</summary>
    public sealed record Word(string Stage, string Reviewer, string Verdict, string? Reason, string? Note, string Time);

    /// <summary>"li: exclude, Off topic".</summary>
    public Message Said(Word word)
    {
        var verdict = PlaceText.Of(VerdictText.Parse(word.Verdict)!.Value);
        var at = review.Protocol.FindStage(word.Stage);
        var reason = word.Reason is null ? default : at?.ReasonName(word.Reason) ?? Message.Verbatim(word.Reason);
        var (stageEn, stageZh) = word.Stage == stage.Id ? ("", "") : ($" ({at?.Name.En ?? word.Stage})", $"（{at?.Name.Zh ?? word.Stage}）");
        return new($"{word.Reviewer}: {verdict.En}{(word.Reason is null ? "" : ", " + reason.En)}{stageEn}{(word.Note is null ? "" : " — " + word.Note)}",
            $"{word.Reviewer}：{verdict.Zh}{(word.Reason is null ? "" : "，" + reason.Zh)}{stageZh}{(word.Note is null ? "" : "——" + word.Note)}");
    }

    public IReadOnlyList<IReadOnlyList<Styled>> Lines(int width, Look look, Language language)
    {
        var theme = look.Theme;
        var lines = new List<IReadOnlyList<Styled>>();
        var titles = QueryFields.Texts(Record, "title");
        if (titles.Count == 0) Add([new(new Message("(no title)", "（无题名）").In(language), theme.Faint)]);
        for (var i = 0; i < titles.Count; i++) Add(Marked("title", i, titles[i], theme, i == 0 ? theme.Strong : theme.Text));
        Add([new(string.Join("; ", Record.Authors.Select(author => author.Display)), theme.Text)]);
        Add([new(Source(), theme.Head)]);
        foreach (var notice in notices) Add([new(EnrichRetractionsCommand.Said(notice).In(language), theme.Bad)]);
        Add([new(Numbers(language), theme.Faint)]);
        if (Twins.Count > 0)
            Add([new((IsTogether ? new Message($"With {Twins.Count} more of the same title and text, decided together (G: apart): ", $"另有 {Twins.Count} 篇题名和内容相同，将一并判断（G：分开）：") : new Message($"{Twins.Count} more have the same title and text, decided apart (G: together): ", $"另有 {Twins.Count} 篇题名和内容相同，分别判断（G：一并）：")).In(language), theme.Head), new(string.Join(", ", Twins))]);
        if (Labels.Count > 0) Add([new(new Message("Labels: ", "标签：").In(language), theme.Head), new(string.Join(", ", Labels))]);
        foreach (var word in Words) Add([new(Said(word).In(language), theme.Good)]);
        if (Retrieval.Status is { } status) Add([new(new Message($"full text: {status}{Tail(", ")}", $"全文：{RetrievalWord(status)}{Tail("，")}").In(language), theme.Good)]);
        foreach (var (person, text) in Notes) Add([new(new Message($"note ({person}): ", $"备注（{person}）：").In(language), theme.Head), new(text)]);
        foreach (var (field, name) in (ReadOnlySpan<(string, Message)>)[("keywords", new("Keywords: ", "关键词：")), ("index-keywords", new("Index terms: ", "索引词："))])
            if (QueryFields.Texts(Record, field) is { Count: > 0 } keywords)
                Add([new(name.In(language), theme.Head), .. keywords.SelectMany((word, i) => Marked(field, i, word, theme, theme.Text).Prepend(new Styled(i > 0 ? "; " : "")))]);
        lines.Add([]);
        var abstracts = QueryFields.Texts(Record, "abstract");
        if (abstracts.Count == 0) Add([new(new Message("(no abstract)", "（无摘要）").In(language), theme.Faint)]);
        for (var i = 0; i < abstracts.Count; i++)
        {
            if (i > 0) lines.Add([]);
            Add(Marked("abstract", i, abstracts[i], theme, theme.Text));
        }
        return lines;

        void Add(IEnumerable<Styled> parts)
        {
            List<Styled> all = [.. parts];
            if (all.Any(part => part.Text.Length > 0)) lines.AddRange(TextFlow.Wrap(all, width, look.Width));
        }

        string Tail(string comma) => (Retrieval.Reason is null ? "" : comma + Retrieval.Reason) + (Retrieval.File is null ? "" : comma + Retrieval.File);
    }

    static string RetrievalWord(string status) => status switch { "sought" => "已查找", "retrieved" => "已获得", _ => "未获得" };

    string Source() => string.Join(", ", new[]
    {
        Record.Journal ?? Record.Institution ?? Record.Publisher, Record.Year?.ToString(CultureInfo.InvariantCulture) ?? Record.Date,
        Record.Volume is null ? null : Record.Issue is null ? Record.Volume : $"{Record.Volume}({Record.Issue})", Record.Pages ?? Record.FirstPage ?? Record.ArticleNumber,
    }.Where(part => !string.IsNullOrEmpty(part)));

    string Numbers(Language language)
    {
        var sources = Members.Select(member => review.Protocol.SourceName(member.Source).In(language)).Distinct();
        var merged = Members.Count > 1 ? new Message($" ({Members.Count} records merged)", $"（{Members.Count} 条记录合并）").In(language) : "";
        return string.Join("  ", new[] { Record.SourceType ?? Record.Type, Record.Language, Record.Doi is null ? null : "doi:" + Record.Doi, string.Join(" + ", sources) + merged, Id }.Where(part => !string.IsNullOrEmpty(part)));
    }

    IEnumerable<Styled> Marked(string field, int part, string text, Theme theme, Style plain) => Marked(text, evidence[(field, part)], highlights, theme, plain);

    /// <summary>A text with what was found in it marked.</summary>
    public static IEnumerable<Styled> Marked(string text, IEnumerable<Evidence> found, Highlights highlights, Theme theme, Style plain)
    {
        // Where words overlap, those for and against come before the query's, and the earlier set before the later.
        var styles = new Style?[text.Length];
        foreach (var one in found.OrderBy(one => one.Set < highlights.Wanted).ThenBy(one => one.Set))
            for (var i = one.Offset; i < Math.Min(text.Length, one.Offset + one.Length); i++) styles[i] ??= StyleOf(one.Set, highlights, theme);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && styles[end] == styles[at]) end++;
            yield return new Styled(text[at..end], styles[at] ?? plain);
            at = end;
        }
    }

    /// <summary>How a set's words are marked.</summary>
    public static Style StyleOf(int set, Highlights highlights, Theme theme) =>
        set == highlights.Wanted ? theme.Wanted : set > highlights.Wanted ? theme.Unwanted : theme.Marks[set % theme.Marks.Count];
}
