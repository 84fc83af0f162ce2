using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>An event in words.</summary>
public static class EventText
{
    static readonly Dictionary<string, Func<Event, Message>> Words = new()
    {
        ["import"] = Of<ImportBody>(x => new($"import: {x.Records} records of {x.Name} ({x.Source}, {x.Format})", $"导入：{x.Name} 的 {x.Records} 条记录（{x.Source}，{x.Format}）")),
        ["merge"] = Of<MergeBody>(x => new($"merge: {x.Records.Count} records into {x.Report}: {x.En}", $"合并：{x.Records.Count} 条记录并入 {x.Report}：{x.Zh}")),
        ["unmerge"] = Of<UnmergeBody>(x => new($"unmerge: {string.Join(", ", x.Records)}", $"拆开：{string.Join("、", x.Records)}")),
        ["apart"] = Of<ApartBody>(x => new($"never one report: {string.Join(", ", x.Records)}{(x.Reason is null ? "" : $": {x.Reason}")}", $"不是同一篇报告：{string.Join("、", x.Records)}{(x.Reason is null ? "" : $"：{x.Reason}")}")),
        ["pin"] = Of<PinBody>(x => x.Value is null
            ? new($"{x.Field} of {x.Record} is again what the sources have", $"{x.Record} 的 {x.Field} 恢复为来源中的值")
            : new($"{x.Field} of {x.Record} is: {x.Value}", $"{x.Record} 的 {x.Field} 定为：{x.Value}")),
        ["link"] = Of<LinkBody>(x => new($"{(x.Removed ? "unlink" : "link")}: {x.A} {x.Type} {x.B}", $"{(x.Removed ? "取消关联" : "关联")}：{x.A} {x.Type} {x.B}")),
        ["round"] = Of<RoundBody>(x => new($"rounds of {x.Query}: {string.Join(", ", x.Counts)} ({x.Mode})", $"{x.Query} 各轮：{string.Join("、", x.Counts)}（{x.Mode}）")),
        ["criterion"] = Of<CriterionBody>(x => new($"criterion {x.Criterion}: {x.Reports.Count} reports fail ({x.Apply})", $"规则 {x.Criterion}：{x.Reports.Count} 篇报告不符（{x.Apply}）")),
        ["decision"] = Of<DecisionBody>(x => new(
            $"{x.Verdict.Word()} {x.Record} at {x.Stage} by {x.Reviewer}{(x.Reason is null ? "" : $", reason {x.Reason}")}{(x.Rank is null ? "" : $", ranked {x.Rank} by {x.Model}")}{(x.Note is null ? "" : $": {x.Note}")}",
            $"{x.Reviewer} 在 {x.Stage} 阶段对 {x.Record} 判断：{PlaceText.Of(x.Verdict).Zh}{(x.Reason is null ? "" : $"，理由 {x.Reason}")}{(x.Rank is null ? "" : $"，{x.Model} 排第 {x.Rank}")}{(x.Note is null ? "" : $"：{x.Note}")}")),
        ["decisions"] = Of<DecisionsBody>(x => new(
            $"{x.Verdict.Word()} {x.Records.Count} records at {x.Stage} by {x.Reviewer}{(x.Reason is null ? "" : $", reason {x.Reason}")}{(x.Where is null ? "" : $" where {x.Where}")}{(x.Note is null ? "" : $": {x.Note}")}",
            $"{x.Reviewer} 在 {x.Stage} 阶段对 {x.Records.Count} 条记录判断：{PlaceText.Of(x.Verdict).Zh}{(x.Reason is null ? "" : $"，理由 {x.Reason}")}{(x.Where is null ? "" : $"，条件 {x.Where}")}{(x.Note is null ? "" : $"：{x.Note}")}")),
        ["calibration"] = Of<CalibrationBody>(x => new($"calibration round {x.Round} at {x.Stage}: {x.Records.Count} records for {string.Join(", ", x.Reviewers)}", $"{x.Stage} 第 {x.Round} 轮校准：{x.Records.Count} 条记录，由 {string.Join("、", x.Reviewers)} 判断")),
        ["label"] = Of<LabelBody>(x => new($"{(x.Removed ? "unlabel" : "label")} {x.Name}: {Named(x.Records, " records")}", $"{(x.Removed ? "去掉标签" : "标签")} {x.Name}：{Named(x.Records, " 条记录")}")),
        ["opinion"] = Of<OpinionBody>(x => new($"opinion of {x.Reviewer} ({x.Model}) on {x.Record} at {x.Stage}: {x.Verdict?.Word() ?? "none"}", $"{x.Reviewer}（{x.Model}）在 {x.Stage} 阶段对 {x.Record} 的意见：{(x.Verdict is { } verdict ? PlaceText.Of(verdict).Zh : "无")}")),
        ["stop"] = Of<StopBody>(x => new($"screening at {x.Stage} stopped after {x.Screened} ({x.Relevant} kept), {x.Records.Count} left unscreened: {x.Rule}", $"{x.Stage} 阶段筛选 {x.Screened} 条（保留 {x.Relevant}）后停止，{x.Records.Count} 条未筛选：{x.Rule}")),
        ["undo"] = Of<UndoBody>(x => new($"undo of {x.Event[..8]}", $"撤销 {x.Event[..8]}")),
        ["retrieval"] = Of<RetrievalBody>(x => new($"{x.Status} {x.Record}{(x.Reason is null ? "" : $": {x.Reason}")}{(x.File is null ? "" : $": {x.File}")}", $"{x.Record} 全文：{x.Status}{(x.Reason is null ? "" : $"，{x.Reason}")}{(x.File is null ? "" : $"，{x.File}")}")),
        ["study"] = Of<StudyBody>(x => new($"study {x.Study ?? "(none)"}: {string.Join(", ", x.Reports)}", $"研究 {x.Study ?? "（无）"}：{string.Join("、", x.Reports)}")),
        ["protocol"] = Of<ProtocolBody>(x => new($"review.yaml: {string.Join("; ", x.Changed)}", $"review.yaml：{string.Join("；", x.Changed)}")),
        ["search-log"] = Of<SearchLogBody>(x => new($"search log: {x.Searches} searches", $"检索日志：{x.Searches} 次检索")),
        ["fill"] = Of<FillBody>(x => x.Values is [var one]
            ? one.Value is null ? new($"{one.Field} of {one.Record}: the value of {one.Source} is taken out again", $"{one.Record} 的 {one.Field}：取消 {one.Source} 的值") : new($"{one.Field} of {one.Record} filled from {one.Source}", $"{one.Record} 的 {one.Field} 由 {one.Source} 补充")
            : new($"{x.Values.Count} empty fields filled from {Sources(x)}", $"由 {Sources(x)} 补充 {x.Values.Count} 个空缺字段")),
        ["notice"] = Of<NoticeBody>(x => new($"{x.Kind} of {x.Record} ({x.Source}{(x.Notice is null ? "" : $", {x.Notice}")}{(x.Date is null ? "" : $", {x.Date}")})", $"{x.Record}：{NoticeText.Of(x.Kind).Zh}（{x.Source}{(x.Notice is null ? "" : $"，{x.Notice}")}{(x.Date is null ? "" : $"，{x.Date}")}）")),
        ["note"] = Of<NoteBody>(x => new($"note on {x.Record}: {x.Text}", $"{x.Record} 的备注：{x.Text}")),
    };

    public static Message Of(Event entry) => Words.TryGetValue(entry.Kind, out var words) ? words(entry) : Message.Verbatim(entry.Kind);

    static string Sources(FillBody body) => string.Join(", ", body.Values.Select(value => value.Source).Distinct().Order(StringComparer.Ordinal));

    static string Named(IReadOnlyList<string> records, string many) => records.Count > 5 ? records.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + many : string.Join(", ", records);

    static Func<Event, Message> Of<T>(Func<T, Message> words) => entry => words(EventJson.Read<T>(entry));
}
