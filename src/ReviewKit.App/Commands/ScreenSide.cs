using System.Globalization;
using ReviewKit.App.Terminal;
using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What is always in view beside the report: what the review asks, the reasons with their keys, what the colours mean, and the flow so far.</summary>
sealed class ScreenSide(Protocol protocol, Stage stage, Highlights highlights, Language language)
{
    /// <summary>Keys of the reasons in their order; those behind the digits only where reasons are asked for.</summary>
    public const string ReasonKeys = "123456789abcdefghijklmnopqrstuvwxyz";

    static readonly (string[] Boxes, Message Name, bool AtTitle, bool AtFullText)[] Flow =
    [
        (["db_screened"], new("Records screened", "筛选的记录"), true, false),
        (["db_excluded"], new("Records excluded", "排除的记录"), true, false),
        (["db_sought", "ot_sought"], new("Reports sought", "寻求获取的报告"), true, true),
        (["db_notretrieved", "ot_notretrieved"], new("  not retrieved", "  未获取到"), false, true),
        (["db_assessed", "ot_assessed"], new("Reports assessed", "评估的报告"), false, true),
        (["db_ftexcluded", "ot_ftexcluded"], new("Reports excluded", "排除的报告"), false, true),
        (["included.reports"], new("Reports included", "纳入的报告"), true, true),
    ];

    public static int WidthFor(int width) => Math.Clamp(width * 32 / 100, 26, 46);

    public void Draw(Surface surface, FlowTally tally, ScreenReport? report)
    {
        var (theme, cells) = (surface.Look.Theme, surface.Look.Width);
        var width = surface.Width;
        var flow = Flow.Where(row => surface.Height >= 32 || (stage.IsFullText ? row.AtFullText : row.AtTitle)).ToList();
        var bottom = surface.Height - flow.Count;
        surface.Put(0, bottom - 1, In(new("PRISMA so far", "PRISMA 流程")), theme.Head);
        for (var i = 0; i < flow.Count; i++)
        {
            var number = flow[i].Boxes.Sum(box => tally[box]).ToString("N0", CultureInfo.InvariantCulture);
            surface.Put(0, bottom + i, cells.Cut(In(flow[i].Name), width - number.Length - 1));
            surface.Put(width - number.Length, bottom + i, number, theme.Strong);
        }
        // The question gives way first, then the blank lines between the parts, then what stands last.
        var flags = (report?.Flags ?? []).Select(flag => (IReadOnlyList<Styled>)[new("! " + In(protocol.Criteria.FirstOrDefault(known => known.Id == flag)?.Label ?? Message.Verbatim(flag)), theme.Bad)]);
        List<IReadOnlyList<Styled>> lines = [.. flags.SelectMany(flag => TextFlow.Wrap(flag, width, cells)), .. Reasons(width, surface.Look), .. Legend(width, surface.Look)];
        var y = Question(surface, Math.Max(3, bottom - 2 - lines.Count));
        if (y > 0 && y + lines.Count < bottom - 2) y++;
        foreach (var line in lines)
        {
            if (y >= bottom - 1) break;
            surface.Put(0, y++, line);
        }
        if (y >= bottom - 1 && lines.Count > 0) surface.Put(0, bottom - 2, In(new("… c shows all", "…… 按 c 看全部")).PadRight(width), theme.Faint);
    }

    int Question(Surface surface, int most)
    {
        if (In(protocol.Question) is not { Length: > 0 } question) return 0;
        surface.Put(0, 0, In(new("Question", "研究问题")), surface.Look.Theme.Head);
        var lines = TextFlow.Wrap([new(question)], surface.Width, surface.Look.Width);
        var shown = Math.Min(lines.Count, most - 1);
        for (var i = 0; i < shown; i++) surface.Put(0, 1 + i, lines[i]);
        if (shown < lines.Count) surface.Put(surface.Width - 2, shown, "… ", surface.Look.Theme.Faint);
        return shown + 1;
    }

    List<IReadOnlyList<Styled>> Reasons(int width, Look look)
    {
        if (stage.Reasons.Count == 0) return [];
        List<IReadOnlyList<Styled>> lines = [[new(In(new("Exclude because", "排除理由")), look.Theme.Head)]];
        for (var i = 0; i < stage.Reasons.Count; i++)
        {
            var key = i < ReasonKeys.Length ? ReasonKeys[i] : ' ';
            foreach (var line in TextFlow.Wrap([new(In(stage.Reasons[i].Name))], width - 2, look.Width))
            {
                lines.Add([new($"{key} ", look.Theme.Strong), .. line]);
                key = ' ';
            }
        }
        return lines;
    }

    IReadOnlyList<IReadOnlyList<Styled>> Legend(int width, Look look)
    {
        if (highlights.Sets.Count == 0) return [];
        var parts = new List<Styled> { new(In(new("Marked: ", "标记：")), look.Theme.Faint) };
        for (var i = 0; i < highlights.Sets.Count; i++)
        {
            parts.Add(new(In(highlights.Sets[i].Name), ScreenReport.StyleOf(i, highlights, look.Theme)));
            parts.Add(new(" "));
        }
        return TextFlow.Wrap(parts, width, look.Width);
    }

    /// <summary>All of it, for a panel.</summary>
    public IReadOnlyList<IReadOnlyList<Styled>> Criteria(int width, Look look)
    {
        var (theme, lines) = (look.Theme, new List<IReadOnlyList<Styled>>());
        if (In(protocol.Question) is { Length: > 0 } question)
        {
            lines.Add([new(In(new("Question", "研究问题")), theme.Head)]);
            lines.AddRange(TextFlow.Wrap([new(question)], width, look.Width));
        }
        if (protocol.Criteria.Count > 0) lines.Add([new(In(new("Rules applied before screening", "筛选前应用的规则")), theme.Head)]);
        foreach (var criterion in protocol.Criteria)
            lines.AddRange(TextFlow.Wrap([new(In(criterion.Apply == "flag" ? new("! marks: ", "! 仅标出：") : new("removed: ", "已移除："))), new(In(criterion.Label))], width, look.Width));
        lines.AddRange(Reasons(width, look));
        lines.AddRange(Legend(width, look));
        return lines;
    }

    string In(Message message) => message.In(language) ?? "";
}
