using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>Why a number may be off, where the gap is another number of the same flow.</summary>
static class FlowCauses
{
    // Mistakes that are known, some of them made by programs: which equation, the number the gap equals, its sign, what it means.
    static readonly (string Code, string Box, int Sign, Message Cause)[] Known =
    [
        ("E-SCREENED", "ot_identified", 1, new("records of other methods do not enter the screening box", "其他方法的记录不进入筛选框")),
        ("E-IDENTIFIED", "ot_identified", 1, new("records of other methods have a box of their own", "其他方法的记录有单独的框")),
        ("E-IDENTIFIED", "previous.studies", 1, new("previous studies are never identified again", "既往研究不会被再次识别")),
        ("E-IDENTIFIED", "previous.reports", 1, new("previous studies are never identified again", "既往研究不会被再次识别")),
        ("E-SCREENED", "previous.studies", 1, new("previous studies are never screened again", "既往研究不会被再次筛选")),
        ("E-SCREENED", "previous.reports", 1, new("previous studies are never screened again", "既往研究不会被再次筛选")),
        ("E-SOUGHT", "ot_sought", 1, new("reports of other methods are sought in their own column", "其他方法的报告在其自己的列中获取")),
        ("E-ASSESSED", "ot_assessed", 1, new("reports of other methods are assessed in their own column", "其他方法的报告在其自己的列中评估")),
        ("E-ASSESSED", "db_notretrieved", 1, new("reports not retrieved were not taken off", "未获取到的报告没有减去")),
        ("E-INCLUDED", "previous.reports", 1, new("previous studies go straight to the total", "既往研究直接计入总数")),
        ("E-INCLUDED", "previous.studies", 1, new("previous studies go straight to the total", "既往研究直接计入总数")),
    ];

    /// <returns>To be put after a message, with its own punctuation; null when the gap is no other number.</returns>
    public static Message? Of(string code, string box, int gap, FlowCounts counts)
    {
        if (Named(code, gap, counts) is { } named) return named;
        foreach (var (other, count) in counts.Stated)
        {
            if (other.Key == box) continue;
            if (count.Total is { } n && Math.Abs(gap) == n) return Equal(other.Key, n);
            foreach (var part in count.Parts)
                if (Math.Abs(gap) == part.N) return Equal($"{other.Key}.{part.Name}", part.N);
        }
        return null;
    }

    /// <summary>Only the known mistakes.</summary>
    public static Message? Named(string code, int gap, FlowCounts counts)
    {
        foreach (var (known, box, sign, cause) in Known)
            if (known == code && counts.Total(box) * sign == gap) return new($"; equals {box}: {cause.En}", $"；等于 {box}：{cause.Zh}");
        return null;
    }

    static Message Equal(string box, int n) => new($"; equals {box} {n}: left out, or counted twice?", $"；等于 {box} {n}：是遗漏还是重复计算？");
}
