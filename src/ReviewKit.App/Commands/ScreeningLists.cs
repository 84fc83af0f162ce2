using System.Globalization;
using ReviewKit.App.Terminal;
using ReviewKit.Screening;
using ReviewKit.Screening.Simulation;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The lists and panels of `screen`: what waits, past decisions, conflicts, searching, agreement.</summary>
sealed partial class ScreeningScreen
{
    const int WaitingView = 0, PastView = 1, ConflictView = 3, LastView = int.MaxValue;

    IReadOnlyList<string> found = [];
    string sought = "", filter = "";

    ScreenList Lists(int view)
    {
        var empty = new Message("none", "没有");
        List<ScreenView> views =
        [
            new(new("waiting", "待判断"), () => queue.Coming, new("nothing waits for you at this stage", "本阶段没有你待判断的报告")),
            new(new("past", "已判断"), queue.Lists.Past, new("you have decided nothing yet", "你还没有作出判断")),
            new(new("all", "全部"), queue.Lists.All, empty),
            new(new("conflicts", "分歧"), queue.Lists.Conflicts, new("no conflicts: where two have judged a report, they agree", "没有分歧：两人都判断过的报告意见一致")),
        ];
        if (queue.Stage.IsFullText) views.Add(new(new("to retrieve", "待获取"), queue.Lists.ToRetrieve, new("the full text of every report is here", "全文均已获得")));
        if (sought.Length > 0) views.Add(new(new($"found: {sought}", $"搜索：{sought}"), () => found, new("nothing found", "没有找到")));
        ScreenList list = null!;
        return list = new ScreenList(queue, views, Math.Min(view, views.Count - 1), language, Visit,
            [new("/", In(new("search", "搜索")), "", AskSearch), new("f", In(new("screen only these", "只筛选这些")), "", () => Only(list))]);
    }

    /// <summary>From here on only what a list has; null: all.</summary>
    void Only(ScreenList? list)
    {
        filter = list is null ? "" : $"“{list.Name}”";
        queue.Only(list?.Reports.ToHashSet(StringComparer.Ordinal));
        Show();
        if (list is null) Say(new("all reports again", "恢复全部报告"));
    }

    void Open(int view) => panel = Lists(view);

    void Visit(string id)
    {
        queue.Go(id);
        Show();
    }

    void AskSearch() => panel = new PromptPanel(In(new("Search", "搜索")), In(new("words, all of them, anywhere in the record; or: year >= 2019 and source = cnki", "记录中的词，须全部出现；或：年份 >= 2019 且 来源 = cnki")), "", Search);

    void Search(string text)
    {
        sought = text;
        if (text.Length > 0) Later(new($"searching for {text} …", $"正在搜索 {text} ……"), () =>
        {
            var here = queue.Lists.All().ToHashSet(StringComparer.Ordinal);
            found = IsExpression(text) ? Where.Find(Review, text, here) : [.. ReportSearch.Find(Review, text).Concat(queue.Stage.IsFullText ? FullText.Find(Review, text).Select(full => full.Report) : []).Where(here.Contains).Distinct()];
            said = "";
            Open(LastView);
        });
    }

    // As `decide --where` takes it.
    static bool IsExpression(string text) => text.AsSpan().ContainsAny("=~<>") || text.StartsWith("set:", StringComparison.Ordinal) || text.EndsWith(" absent", StringComparison.Ordinal) || text.EndsWith(" present", StringComparison.Ordinal);

    void AskJump() => panel = new PromptPanel(In(new("Go to", "跳转")), In(new("a number of the list of all (Tab), an id, file:number or a DOI", "“全部”列表中的序号、编号、文件:序号或 DOI")), "", Jump);

    void Jump(string named)
    {
        if (named.Length == 0) return;
        if (int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var all = queue.Lists.All();
            if (number < 1 || number > all.Count) throw new ReviewKitException($"there is no number {number}: the list of all has {all.Count}", $"没有序号 {number}：列表共有 {all.Count} 篇");
            Visit(all[number - 1]);
        }
        else Visit(Reports.ReportOf(Review, Reports.Find(Review, named)));
    }

    void ShowAgreement() => panel = new ReadPanel(In(new("Agreement at this stage", "本阶段的一致性")), (width, look) =>
    {
        var lines = new List<IReadOnlyList<Styled>>();
        foreach (var pair in Agreement.Of(Review).Where(pair => pair.Stage == queue.Stage.Id))
        {
            lines.Add([new(In(new($"{pair.First} and {pair.Second}: {pair.Reports} reports judged by both", $"{pair.First} 与 {pair.Second}：共同判断 {pair.Reports} 篇")), look.Theme.Strong)]);
            Line(new($"  both let pass {pair.Both}, both exclude {pair.Neither}, only {pair.First} lets pass {pair.OnlyFirst}, only {pair.Second} {pair.OnlySecond}",
                $"  均通过 {pair.Both}，均排除 {pair.Neither}，仅 {pair.First} 通过 {pair.OnlyFirst}，仅 {pair.Second} 通过 {pair.OnlySecond}"));
            var percent = (100 * pair.Observed).ToString("0.0", CultureInfo.InvariantCulture);
            Line(new($"  agree in {percent} %", $"  一致率 {percent} %"));
            if (double.IsNaN(pair.CohensKappa)) Line(new("  Cohen's kappa says nothing here: both judged all alike", "  此处 Cohen kappa 无意义：两人的判断全部相同"));
            else Line(new($"  Cohen's kappa {Number(pair.CohensKappa)} (95 % interval {Number(pair.Interval.Low)} to {Number(pair.Interval.High)}), PABAK {Number(pair.Pabak)}",
                $"  Cohen kappa {Number(pair.CohensKappa)}（95 % 置信区间 {Number(pair.Interval.Low)} 至 {Number(pair.Interval.High)}），PABAK {Number(pair.Pabak)}"));
        }
        if (lines.Count == 0) Line(new("no two reviewers have judged the same report at this stage", "本阶段还没有两位评阅人判断过同一篇报告"));
        else if (Agreement.FleissKappa(Review, queue.Stage) is { } fleiss) Line(new($"all reviewers: Fleiss' kappa {Number(fleiss)}", $"全部评阅人：Fleiss kappa {Number(fleiss)}"));
        return lines;

        void Line(Message message) => lines.AddRange(TextFlow.Wrap([new(In(message))], width, look.Width));
    });

    /// <summary>Read when it is asked for, of this reviewer's own decisions where the stage is blind.</summary>
    void ShowStopping()
    {
        var progress = StageProgress.Read(Review, queue.Stage, queue.Reviewer);
        var found = FoundPlaces.Of(In(queue.Stage.Name), progress.Relevant, progress.Records);
        var lines = StoppingPanel.Of(progress);
        panel = new ReadPanel(In(new("Is it time to stop?", "可以停止了吗？")), (width, look) =>
        [
            .. lines.SelectMany(line => TextFlow.Wrap([new(line.IsDone switch { true => "[x] ", false => "[ ] ", null => "" }, look.Theme.Strong), new(In(line.Said), line.IsDone == true ? look.Theme.Good : look.Theme.Text)], width, look.Width)),
            .. RecallLines.Of(found, Math.Min(width, CurveWidth), CurveHeight, language, look.Borders == Borders.Ascii).Select(line => (IReadOnlyList<Styled>)[new(line)]),
        ]);
    }

    const int CurveWidth = 60, CurveHeight = 10;

    static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
