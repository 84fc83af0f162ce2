using ReviewKit.App.Terminal;
using ReviewKit.Dedup;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>`dedup --review`: two reports side by side, below each other where the terminal is narrow, and an answer by a key.</summary>
sealed class DedupReviewScreen
{
    // Narrower than this, columns hold a word or two a line.
    const int SideBySideFrom = 72;

    readonly QuestionQueue queue;
    readonly Language language;
    readonly TextPane pane;
    readonly ListBox types;
    readonly IReadOnlyList<Binding> bindings;
    HelpPanel? help;
    bool choosesType, isDone;
    Message said;

    public DedupReviewScreen(QuestionQueue queue, Language language)
    {
        (this.queue, this.language) = (queue, language);
        pane = new TextPane(Compare);
        bindings =
        [
            Bind("y", new("same", "同一篇"), new("they are one report: merge them", "两者是同一篇报告：合并"), () => Answer(queue.Same, new("merged", "已合并"))),
            Bind("n", new("different", "不同"), new("they are two reports; never ask again", "两者是不同报告；不再询问"), () => Answer(queue.Different, new("kept apart for good", "已记为不同报告"))),
            Bind("l", new("link", "关联"), new("two reports that belong together: preprint, erratum, part, …", "两篇相关的报告：预印本、更正、系列之一等"), () => choosesType = queue.Current is not null),
            Bind("s", new("skip", "跳过"), new("answer another time", "以后再答"), () => Answer(queue.Skip, new("skipped; it is asked again next time", "已跳过；下次再问"))),
            Bind("u", new("undo", "撤销"), new("take the last answer or skip back, as often as you like", "撤销上一次回答或跳过，可连续撤销"), Undo),
            Bind("q Ctrl+c", new("quit", "退出"), new("leave; every answer is kept, and the next run goes on here", "退出；所有回答均已保存，下次继续"), () => isDone = true),
            Bind("Down Up PgDn PgUp", new("scroll", "滚动"), new("move through the two records", "上下移动"), () => { }),
            Bind("? F1", new("help", "帮助"), new("all keys; Enter runs the chosen one", "全部按键；回车执行所选"), () => help = new HelpPanel(In(new("Keys", "按键")), bindings!)),
        ];
        types = new ListBox(i => [new(" " + In(Relation(i)))]) { Count = LinkWords.All.Length };
    }

    Binding Bind(string keys, Message label, Message text, Action work) => new(keys, In(label), In(text), work);

    string In(Message message) => message.In(language);

    public bool Handle(Key key)
    {
        if (help is { IsOpen: true }) help.Handle(key);
        else if (choosesType) Choose(key);
        else if (bindings.FirstOrDefault(binding => binding.Is(key)) is { } bound && bound.Shown != "Down") bound.Do();
        else pane.Handle(key.Name switch { "j" => new Key("Down"), "k" => new Key("Up"), _ => key });
        return !isDone;
    }

    void Answer(Action answer, Message done)
    {
        if (queue.Current is null) return;
        answer();
        said = done;
        pane.Compose = Compare;
    }

    void Undo()
    {
        said = queue.Undo() ? new("taken back", "已撤销") : new("nothing to take back", "没有可撤销的回答");
        pane.Compose = Compare;
    }

    void Choose(Key key)
    {
        if (types.Handle(key)) return;
        if (key.Name is "Wake" or "Paste") return;
        choosesType = false;
        if (key.Name == "Enter")
            Answer(() => queue.Link(LinkWords.All[types.Selected].Type, LinkWords.All[types.Selected].FromA), new("linked, and kept apart for good", "已关联，且不再合并"));
    }

    static Message Relation(int row) => LinkWords.All[row] is (var type, true) ? LinkWords.Of(type, "A", "B") : LinkWords.Of(LinkWords.All[row].Type, "B", "A");

    public void Draw(Surface surface)
    {
        var theme = surface.Look.Theme;
        Head(surface.Part(0, 0, surface.Width, 1));
        if (queue.Current is { } question)
        {
            var why = TextFlow.Wrap([new(In(new("why: ", "理由：")), theme.Faint), new(In(question.Reason))], surface.Width - 2, surface.Look.Width);
            var rows = Math.Min(why.Count, 2);
            for (var y = 0; y < rows; y++) surface.Put(1, 1 + y, why[y]);
            pane.Draw(surface.Part(1, 1 + rows, surface.Width - 1, surface.Height - 3 - rows));
        }
        else
        {
            surface.Put(1, 2, In(queue.Count == 0 ? new("Nothing is left to ask.", "没有待判断的记录对。") : new("All questions have been gone through.", "已全部过完。")), theme.Strong);
            surface.Put(1, 3, In(new($"{queue.Answered} answered, {queue.Skipped} skipped; q leaves, u takes the last one back", $"已答 {queue.Answered} 对，跳过 {queue.Skipped} 对；q 退出，u 撤销上一个")));
        }
        if (said != default) surface.Put(1, surface.Height - 2, In(said), theme.Good);
        if (choosesType) DrawTypes(surface);
        if (help is { IsOpen: true }) help.Draw(surface);
        Hints.Draw(surface.Part(0, surface.Height - 1, surface.Width, 1), bindings);
    }

    void Head(Surface line)
    {
        var theme = line.Look.Theme;
        line.Fill(theme.Bar);
        var left = In(new("Duplicates?", "是否重复？"));
        if (queue.Current is { } question)
        {
            var likely = QuestionPrompts.Percent(question);
            left += In(new($"  question {queue.Position + 1} of {queue.Count}, {likely} likely", $"  第 {queue.Position + 1}/{queue.Count} 对，可能性 {likely}"));
        }
        var right = In(new($"answered {queue.Answered}, skipped {queue.Skipped}", $"已答 {queue.Answered}，跳过 {queue.Skipped}"));
        line.Put(1, 0, left, theme.Bar);
        var at = line.Width - 1 - line.Look.Width.OfText(right);
        if (at > line.Look.Width.OfText(left) + 2) line.Put(at, 0, right, theme.Bar);
    }

    void DrawTypes(Surface surface)
    {
        var theme = surface.Look.Theme;
        var (width, height) = (Math.Min(surface.Width - 2, 52), Math.Min(types.Count + 2, surface.Height - 2));
        var box = surface.Part((surface.Width - width) / 2, (surface.Height - height) / 2, width, height);
        box.Fill(theme.Text);
        types.Draw(box.Box(In(new("How are they related? Enter, Esc", "两者是什么关系？回车确定，Esc 取消")), theme.Head, theme.Strong));
    }

    IReadOnlyList<IReadOnlyList<Styled>> Compare(int width, Look look)
    {
        if (queue.Current is null) return [];
        var (a, b) = queue.Reports();
        var rows = DuplicateFields.Rows(a, b, look.Theme).ToList();
        return width >= SideBySideFrom ? Columns(rows, width, look) : Stacked(rows, width, look);
    }

    List<IReadOnlyList<Styled>> Columns(List<(Message Label, IReadOnlyList<Styled> A, IReadOnlyList<Styled> B)> rows, int width, Look look)
    {
        var label = rows.Max(row => look.Width.OfText(In(row.Label))) + 1;
        var column = (width - label - 3) / 2;
        var line = new Styled($" {look.Borders.Down} ", look.Theme.Faint);
        var lines = new List<IReadOnlyList<Styled>> { (List<Styled>)[Blank(label), .. Padded([new("A", look.Theme.Strong)], column, look), line, new("B", look.Theme.Strong)] };
        foreach (var row in rows)
        {
            var (left, right) = (TextFlow.Wrap(row.A, column, look.Width), TextFlow.Wrap(row.B, column, look.Width));
            for (var y = 0; y < Math.Max(left.Count, right.Count); y++)
                lines.Add((List<Styled>)
                [
                    .. Padded(y == 0 ? [new(In(row.Label), look.Theme.Head)] : [], label, look),
                    .. Padded(y < left.Count ? left[y] : [], column, look), line, .. y < right.Count ? right[y] : []
                ]);
        }
        return lines;
    }

    List<IReadOnlyList<Styled>> Stacked(List<(Message Label, IReadOnlyList<Styled> A, IReadOnlyList<Styled> B)> rows, int width, Look look)
    {
        var lines = new List<IReadOnlyList<Styled>>();
        foreach (var row in rows)
        {
            lines.Add([new(In(row.Label), look.Theme.Head)]);
            foreach (var (name, side) in (ReadOnlySpan<(string, IReadOnlyList<Styled>)>)[("A ", row.A), ("B ", row.B)])
            {
                var isFirst = true;
                foreach (var line in TextFlow.Wrap(side, width - 2, look.Width))
                {
                    lines.Add([isFirst ? new Styled(name, look.Theme.Strong) : Blank(2), .. line]);
                    isFirst = false;
                }
            }
        }
        return lines;
    }

    static Styled Blank(int cells) => new(new string(' ', Math.Max(0, cells)));

    static IEnumerable<Styled> Padded(IReadOnlyList<Styled> line, int cells, Look look) => line.Append(Blank(cells - line.Sum(part => look.Width.OfText(part.Text))));
}
