using System.Globalization;
using ReviewKit.Dedup;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>`dedup --review` where there is no terminal: the questions as text, the answers line by line.</summary>
sealed class QuestionPrompts(QuestionQueue queue, TextReader input, TextWriter output, Language language)
{
    static readonly Message Ask = new("same (y), different (n), link TYPE (l TYPE), skip (s), undo (u), quit (q)? ", "同一篇（y）、不同（n）、关联（l 类型）、跳过（s）、撤销（u）、退出（q）？");

    /// <summary>Until the questions, or the lines, end.</summary>
    public void Run()
    {
        while (queue.Current is { } question)
        {
            output.WriteLine(new Message($"-- {queue.Position + 1}/{queue.Count}: {question.Reason.En} ({Percent(question)})", $"-- {queue.Position + 1}/{queue.Count}：{question.Reason.Zh}（{Percent(question)}）").In(language));
            var (a, b) = queue.Reports();
            foreach (var row in DuplicateFields.Rows(a, b, Terminal.Theme.Mono))
            {
                var label = Width.Pad(row.Label.In(language), 12);
                output.WriteLine($"{label}A  {string.Concat(row.A.Select(part => part.Text)).ReplaceLineEndings(" ")}");
                output.WriteLine($"{Width.Pad("", 12)}B  {string.Concat(row.B.Select(part => part.Text)).ReplaceLineEndings(" ")}");
            }
            output.Write(Ask.In(language));
            if (input.ReadLine() is not { } line)
            {
                output.WriteLine();
                return;
            }
            if (!Answer(line.Trim())) return;
        }
        output.WriteLine(new Message($"no question left: {queue.Answered} answered, {queue.Skipped} skipped", $"没有剩余问题：已答 {queue.Answered} 对，跳过 {queue.Skipped} 对").In(language));
    }

    /// <returns>False when the person leaves.</returns>
    bool Answer(string line)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["y"]: queue.Same(); break;
            case ["n"]: queue.Different(); break;
            case ["s"]: queue.Skip(); break;
            case ["q"]: return false;
            case ["u"]:
                if (!queue.Undo()) output.WriteLine(new Message("nothing to take back", "没有可撤销的回答").In(language));
                break;
            case ["l", var type, .. var rest] when Merges.LinkTypes.Contains(type): queue.Link(type, fromA: rest is not ["ba"]); break;
            default:
                var types = string.Join(", ", Merges.LinkTypes);
                output.WriteLine(new Message($"expected y, n, s, u, q or l and one of {types} (A of B; `l TYPE ba` for B of A)", $"请输入 y、n、s、u、q，或 l 加以下之一：{types}（A 对 B；`l 类型 ba` 表示 B 对 A）").In(language));
                break;
        }
        return true;
    }

    /// <summary>How likely the fields alone make it; nothing that has to be asked is certain.</summary>
    public static string Percent(Question question) => question.Probability > .99 ? ">99%" : question.Probability.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
