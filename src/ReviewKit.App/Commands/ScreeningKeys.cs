using ReviewKit.App.Terminal;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What the keys of `screen` do.</summary>
sealed partial class ScreeningScreen
{
    static readonly Message None = new("", "");

    /// <summary>In the order of the help; those with a label are hints at the bottom, as many as there is room for.</summary>
    IEnumerable<Binding> Bindings()
    {
        yield return Bind("i", new("include", "纳入"), new("include this report", "纳入这篇报告"), () => Judge(Verdict.Include, null));
        yield return Bind("e", new("exclude", "排除"), queue.Stage.IsFullText && Reasons.Count > 0 ? new("exclude it; you are asked for the reason", "排除；将询问理由") : new("exclude it without a reason", "排除，不注明理由"), () => Exclude());
        yield return Bind("m", new("maybe", "不确定"), queue.Stage.IsFullText ? new("cannot say yet; it stays open", "暂不能定；保持未决") : new("cannot say; it goes on to the full text", "不能确定；进入全文阶段"), () => Judge(Verdict.Maybe, null));
        for (var i = 0; i < Math.Min(9, Reasons.Count); i++)
        {
            var reason = Reasons[i];
            yield return Bind(ScreenSide.ReasonKeys[i].ToString(), None, new($"exclude: {reason.Name.En}", $"排除：{reason.Name.Zh}"), () => Judge(Verdict.Exclude, reason.Id));
        }
        if (Reasons.Count > 0) yield return Bind("x", None, new("exclude with a reason chosen from the list", "从列表选择理由并排除"), AskReason);
        yield return Bind("u", new("undo", "撤销"), new("take the last step back, as often as you like, also those of earlier days", "撤销上一步，可连续撤销，也可撤销以前的判断"), Undo);
        yield return Bind("Ctrl+r U", None, new("make again what was taken back", "重做撤销的步骤"), Redo);
        yield return Bind("n Right", new("later", "稍后"), new("leave it for later and show the next", "留待以后，显示下一篇"), () => Move(queue.Skip));
        yield return Bind("p Left", None, new("the one shown before", "回到上一篇"), Back);
        yield return Bind("Esc", None, new("back from a report looked up, to the one you were at", "从查看的报告返回"), () => Move(queue.GoHome));
        yield return Bind("/", new("search", "搜索"), new("find reports by words", "按词查找报告"), AskSearch);
        yield return Bind("h", new("past", "历史"), new("your past decisions; Enter shows one, to change it", "以前的判断；回车查看并可修改"), () => Open(PastView));
        yield return Bind("Tab", new("lists", "列表"), new("lists: waiting, past, all, conflicts", "列表：待判断、历史、全部、分歧"), () => Open(WaitingView));
        yield return Bind("C", new("conflicts", "分歧"), new("reports on which reviewers differ, to settle them", "评阅人意见不一的报告，可在此解决"), () => Open(ConflictView));
        yield return Bind("A", new("agreement", "一致性"), new("how far reviewers agree: percent, kappa, PABAK", "评阅人的一致程度：百分比、kappa、PABAK"), ShowAgreement);
        yield return Bind("S", new("stop?", "可否停止"), new("whether it is time to stop: rules, what they are worth, the recall curve", "是否可以停止：各规则及其可靠性、召回曲线"), ShowStopping);
        yield return Bind("g", None, new("go to a number, an id or a DOI", "跳到序号、编号或 DOI"), AskJump);
        yield return Bind("l", new("label", "标签"), new("put labels on this report, or take them off", "给这篇报告加标签或取消标签"), AskLabel);
        yield return Bind("t", None, new("write a note on this report", "给这篇报告写备注"), AskNote);
        yield return Bind("c", None, new("the question, criteria and reasons in full", "完整显示研究问题、标准和理由"), () => panel = new ReadPanel(In(new("Criteria", "标准")), side.Criteria));
        yield return Bind("o", None, new("open its DOI, web address or PDF", "打开其 DOI、网址或 PDF"), () => Choose(new("Open", "打开"), OpenIt));
        yield return Bind("y", None, new("copy its DOI, address, title or id", "复制其 DOI、网址、题名或编号"), () => Choose(new("Copy", "复制"), CopyIt));
        if (queue.Stage.IsFullText) yield return Bind("r", new("retrieval", "获取"), new("sought, retrieved, not retrieved, attach the file", "全文：已查找、已获得、未获得、附上文件"), AskRetrieval);
        yield return Bind("v", None, new("read the text of the attached full text here", "在此阅读所附全文的文字"), ShowFullText);
        yield return Bind("Down Up PgDn PgUp", None, new("move through the text; also j, k and the space bar", "上下移动文字；也可用 j、k 和空格"), () => { });
        yield return Bind("G", None, new("decide reports of the same title and text together, or apart", "题名和内容相同的报告一并或分别判断"), () =>
        {
            isApart = !isApart;
            Show(keepsPlace: true);
        });
        yield return Bind("F", None, new("end screening only what was searched for", "结束“只筛选这些”"), () => Only(null));
        yield return Bind("O", None, new("in what order reports come: ranked, as imported, random, newest", "报告的顺序：排序、导入顺序、随机、最新在前"), AskOrder);
        yield return Bind("T", None, new("other colours", "换颜色"), () => outside.Recolour?.Invoke());
        yield return Bind("q Ctrl+c", new("quit", "退出"), new("leave; everything is saved", "退出；所有内容均已保存"), () => isDone = true);
        yield return Bind("? F1", new("help", "帮助"), new("this list; Enter runs the chosen key", "本列表；回车执行所选"), () => panel = new HelpPanel(In(new("Keys: j k move, Enter runs, any other key closes", "按键：j k 移动，回车执行，其他键关闭")), bindings));
    }

    IReadOnlyList<ExclusionReason> Reasons => queue.Stage.Reasons;

    Binding Bind(string keys, Message label, Message help, Action work) => new(keys, In(label), In(help), work);

    void Exclude()
    {
        if (queue.Stage.IsFullText && Reasons.Count > 0) AskReason();
        else Judge(Verdict.Exclude, null);
    }

    void AskReason() => panel = new ChoicePanel(In(new("Exclude because", "排除理由")),
        [.. Reasons.Take(ScreenSide.ReasonKeys.Length).Select((reason, i) => new Binding(ScreenSide.ReasonKeys[i].ToString(), In(reason.Name), "", () => Judge(Verdict.Exclude, reason.Id)))]);

    void Judge(Verdict verdict, string? reason)
    {
        if (report is null) return;
        if (IsConflict) AskWhose(verdict, reason);
        else Judge(verdict, reason, queue.Reviewer);
    }

    void Judge(Verdict verdict, string? reason, string by)
    {
        if (report is null) return;
        var wasConflict = IsConflict;
        string[] together = report.IsTogether ? [report.Id, .. report.Twins] : [report.Id];
        var title = report.Record.Title ?? report.Id;
        var overtaken = tally.Around(together, () => queue.Decide(together, verdict, reason, by));
        var word = PlaceText.Of(verdict);
        var why = reason is null ? default : queue.Stage.ReasonName(reason);
        var (and, andZh) = together.Length > 1 ? ($", {together.Length} reports", $"，共 {together.Length} 篇") : ("", "");
        Say(new($"{word.En}{(reason is null ? "" : $" ({why.En})")}{and}: {title}", $"{word.Zh}{(reason is null ? "" : $"（{why.Zh}）")}{andZh}：{title}"));
        if (overtaken is { } other)
            Say(new($"another window had just said {PlaceText.Of(other).En}; your last word, {word.En}, counts: {title}", $"另一窗口刚判为{PlaceText.Of(other).Zh}；以最后的判断（{word.Zh}）为准：{title}"));
        Show();
        if (wasConflict && queue.Lists.Conflicts().Count > 0) Open(ConflictView);
    }

    /// <summary>Two have judged and differ: whose word this is must be said.</summary>
    void AskWhose(Verdict verdict, string? reason)
    {
        List<Binding> choices = [new("1", In(new("agreed by those who differed: consensus", "双方商定：共识")), "", () => Judge(verdict, reason, LiveDecision.Consensus))];
        if (report!.Mine is not null) choices.Add(new("2", In(new($"{queue.Reviewer}: I change my own verdict", $"{queue.Reviewer}：修改我自己的判断")), "", () => Judge(verdict, reason, queue.Reviewer)));
        else if (queue.Stage.HasThirdVote) choices.Add(new("2", In(new($"{queue.Reviewer}: my vote as a third reviewer", $"{queue.Reviewer}：作为第三位评阅人投票")), "", () => Judge(verdict, reason, queue.Reviewer)));
        var word = PlaceText.Of(verdict);
        panel = new ChoicePanel(In(new($"Settle as {word.En}: whose word is it?", $"以“{word.Zh}”解决：这是谁的判断？")), choices);
    }

    void Undo()
    {
        Say(tally.Around(queue.ToUndo, queue.Undo) ? new("taken back", "已撤销") : new("nothing to take back", "没有可撤销的步骤"));
        Show();
    }

    void Redo()
    {
        Say(tally.Around(queue.ToRedo, queue.Redo) ? new("made again", "已重做") : new("nothing to make again", "没有可重做的步骤"));
        Show();
    }

    void Move(Action move)
    {
        move();
        Show();
    }

    void Back()
    {
        if (!queue.Back()) Say(new("this is the first", "这是第一篇"));
        Show();
    }

    void Welcome()
    {
        var stage = queue.Stage;
        Message[] lines =
        [
            new($"Stage: {stage.Name.En}. You are {queue.Reviewer}; {queue.WaitingCount} reports wait for you.", $"阶段：{stage.Name.Zh}。你是 {queue.Reviewer}；有 {queue.WaitingCount} 篇报告待判断。"),
            new("One report is shown at a time. Read it, then press", "每次显示一篇报告。读后按："),
            new("  i  include     e  exclude     m  maybe", "  i  纳入     e  排除     m  不确定"),
            new(Reasons.Count > 0 ? "  1-9  exclude for the reason with that number, listed at the right" : "", Reasons.Count > 0 ? "  1-9  按右侧所列编号的理由排除" : ""),
            new("  u  take the last step back", "  u  撤销上一步"),
            new("  h  your past decisions, to look at or change", "  h  查看或修改以前的判断"),
            new("  C  conflicts between reviewers     A  how far they agree", "  C  评阅人之间的分歧     A  一致程度"),
            new("  ?  all keys     q  leave", "  ?  全部按键     q  退出"),
            new("Each verdict is saved when you press its key; you can leave at any time and go on later.", "每个判断在按键时即已保存；可随时退出，以后继续。"),
            new("", ""),
            new("Enter begins.", "按回车键开始。"),
        ];
        panel = new ReadPanel(In(new("Screening", "筛选")), (width, look) => [.. lines.Where(line => line.En.Length > 0 || line == None).SelectMany(line => TextFlow.Wrap([new(In(line))], width, look.Width))]);
    }
}
