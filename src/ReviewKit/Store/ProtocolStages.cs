using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>The parts of review.yaml that say who judges what, and how.</summary>
static class ProtocolStages
{
    public static Stage Stage(YamlMap map)
    {
        var id = map.Required("id");
        var reasons = map.Maps("reasons").Select(reason => new ExclusionReason(reason.Required("id"), reason.Has("name") ? reason.Both("name")!.Value : reason.AsMessage()));
        var stage = new Stage(id, map.OneOf("kind", "title-abstract", "full-text"), map.Both("name") ?? Message.Verbatim(id), map.Number("reviewers", 1), [.. reasons])
        {
            Overlap = map.Share("overlap", 0),
            Calibration = map.Number("calibration", 0),
            Allocation = Allocation(map),
            HasThirdVote = map.OneOf("conflicts", "consensus", "third-vote") == "third-vote",
            Order = Order(map),
        };
        // Where two judge the same report, the second should not know what the first said.
        var blind = stage.Reviewers > 1 || stage.Overlap > 0 || stage.Calibration > 0;
        stage = stage with { IsBlind = map.Has("blind") ? map.Flag("blind") : blind };
        map.Done();
        if (stage.Reviewers is < 1 or > 2)
            throw map.Error("reviewers", $"reviewers is {stage.Reviewers}, expected 1 or 2", $"reviewers 的值是 {stage.Reviewers}，应为 1 或 2");
        if (stage is { Reviewers: 2, Overlap: > 0 })
            throw map.Error("overlap", "overlap goes with reviewers: 1; with reviewers: 2 everything is judged twice", "overlap 用于 reviewers: 1；reviewers: 2 时每篇均由两人判断");
        if (stage.Calibration < 0) throw map.Error("calibration", $"calibration is {stage.Calibration}, expected a number of reports", $"calibration 的值是 {stage.Calibration}，应为报告数");
        return stage;
    }

    public static Reviewer Reviewer(YamlMap map)
    {
        var id = map.Required("id");
        var reviewer = new Reviewer(id, map.Both("name") ?? Message.Verbatim(id));
        if (map.OneOf("kind", "person", "model") == "model")
            reviewer = reviewer with { Model = new ReviewerModel(map.Required("url").TrimEnd('/'), map.Required("model"), Decimal(map, "temperature", 0, 2), map.Text("key-variable"), map.Text("allow-host")) };
        map.Done();
        return reviewer;
    }

    /// <summary>What only the whole protocol shows: names that nobody has.</summary>
    public static void Check(YamlMap root, Protocol protocol)
    {
        foreach (var stage in protocol.Stages)
        {
            if (stage.Allocation.By != "open" && protocol.People.Count == 0)
                throw root.Error("stages", $"stage {stage.Id}: allocation needs the reviewers, as in reviewers: [{{ id: li }}, {{ id: ann }}]", $"阶段 {stage.Id}：allocation 需要列出评阅人，如 reviewers: [{{ id: li }}, {{ id: ann }}]");
            if (stage.Calibration > 0 && protocol.People.Count < 2)
                throw root.Error("stages", $"stage {stage.Id}: calibration needs two reviewers or more, as in reviewers: [{{ id: li }}, {{ id: ann }}]", $"阶段 {stage.Id}：calibration 需要列出至少两位评阅人，如 reviewers: [{{ id: li }}, {{ id: ann }}]");
            if (stage.Allocation.To.Keys.FirstOrDefault(named => !protocol.People.Contains(named)) is { } stranger)
                throw root.Error("stages", $"stage {stage.Id}: allocation names {stranger}, who is not one of reviewers: {string.Join(", ", protocol.People)}", $"阶段 {stage.Id}：allocation 中的 {stranger} 不在 reviewers 中：{string.Join("、", protocol.People)}");
        }
        if (protocol.Reviewers.FirstOrDefault(reviewer => reviewer.Id == LiveDecision.Consensus) is not null)
            throw root.Error("reviewers", $"\"{LiveDecision.Consensus}\" is the name of agreed verdicts; a reviewer needs another id", $"“{LiveDecision.Consensus}”用于协商结果，评阅人请用其他 id");
    }

    static Allocation Allocation(YamlMap map)
    {
        // Texts would refuse a map and Map a text: which of the two stands there is for the values to say.
        if (map.Values("allocation") is not [var value]) return Store.Allocation.Open;
        if (value.Map is not { } detail)
            return new Allocation(map.OneOf("allocation", "open", "even"), Store.Allocation.Open.To);
        var by = detail.OneOf("by", "source", "label");
        var to = detail.Map("to") ?? throw map.Error("allocation", "allocation lacks `to`, as in { by: source, to: { li: [cnki], ann: [scopus, wos] } }", "allocation 缺少 to，如 { by: source, to: { li: [cnki], ann: [scopus, wos] } }");
        detail.Done();
        return new Allocation(by, to.Keys.ToDictionary(reviewer => reviewer, to.Texts));
    }

    static StageOrder Order(YamlMap map)
    {
        var usual = StageOrder.Of(map.OneOf("kind", "title-abstract", "full-text"));
        int? Weight(string key) => map.Has(key) ? map.Number(key, 0) is >= 0 and <= 9 and var weight ? weight
            : throw map.Error(key, $"{key} is {map.Text(key)}, expected 0 to 9", $"{key} 的值是 {map.Text(key)}，应为 0 到 9") : null;
        return new StageOrder(map.Has("order") ? map.OneOf("order", StageOrder.Names) : usual.Name, map.Share("random-mix", 0), map.Text("model") ?? usual.Model, Weight("title-weight"), Weight("keyword-weight"));
    }

    public static ProtocolStopping Stopping(YamlMap map)
    {
        var stopping = new ProtocolStopping(map.Share("recall", ProtocolStopping.UsualRecall), map.Texts("key-papers"));
        map.Done();
        return stopping.Recall is > 0 and < 1 ? stopping : throw map.Error("recall", $"recall is {map.Text("recall")}, expected a share above 0 and below 1, such as 0.95", $"recall 的值是 {map.Text("recall")}，应大于 0 且小于 1，如 0.95");
    }

    static double Decimal(YamlMap map, string key, double from, double to)
    {
        if (map.Text(key) is not { } text) return 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw map.Error(key, FormattableString.Invariant($"{key} is \"{text}\", expected a number from {from} to {to}"), FormattableString.Invariant($"{key} 的值是“{text}”，应为 {from} 到 {to} 之间的数"));
    }
}
