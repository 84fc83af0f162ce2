using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Why a pair was judged as it was, in words.</summary>
static class Reasons
{
    static readonly (Func<Comparison, bool> Holds, Message Text)[] Agreements =
    [
        (pair => pair.Doi == Agreement.Equal, new("DOI", "DOI")),
        (pair => pair.Ids == Agreement.Equal, new("database id", "数据库编号")),
        (pair => pair.Title.Agreement == TitleAgreement.Equal, new("title", "标题")),
        (pair => pair.AuthorsAgree, new("authors", "作者")),
        (pair => pair.Year == Agreement.Equal, new("year", "年份")),
        (pair => pair.Container == Agreement.Equal, new("journal", "刊名")),
        (pair => pair.Volume == Agreement.Equal, new("volume", "卷")),
        (pair => pair.Issue == Agreement.Equal, new("issue", "期")),
        (pair => pair.Page == Agreement.Equal, new("first page", "起始页")),
        (pair => pair.Abstract == Agreement.Equal, new("abstract", "摘要")),
    ];

    static readonly (Func<Comparison, bool> Holds, Message Text)[] Disagreements =
    [
        (pair => pair.Title.Agreement is TitleAgreement.Near, new("title differs in spelling", "标题拼写略有不同")),
        (pair => pair.Title.Agreement is TitleAgreement.Extended, new("one title is longer", "其中一个标题更长")),
        (pair => pair.Title.Agreement is TitleAgreement.Substituted, new("titles differ in some words", "标题有个别词不同")),
        (pair => pair.Title.Agreement is TitleAgreement.Different, new("titles differ", "标题不同")),
        (pair => pair.A.IsGeneric || pair.B.IsGeneric, new("the title is one that many reports have", "标题过于通用")),
        (pair => pair.Doi is Agreement.Different, new("DOIs differ", "DOI 不同")),
        (pair => pair.AuthorsDiffer, new("no author in common", "没有共同作者")),
        (pair => pair.Year is Agreement.Close or Agreement.Different, new("years differ", "年份不同")),
        (pair => pair.Container == Agreement.Different, new("journals differ", "刊名不同")),
        (pair => pair.Volume == Agreement.Different, new("volumes differ", "卷不同")),
        (pair => pair.Issue == Agreement.Different, new("issues differ", "期不同")),
        (pair => pair.Page == Agreement.Different, new("first pages differ", "起始页不同")),
    ];

    /// <summary>"same title, authors, year; one title is longer".</summary>
    public static Message Of(Comparison pair)
    {
        var same = Agreements.Where(rule => rule.Holds(pair)).Select(rule => rule.Text).ToList();
        var other = Disagreements.Where(rule => rule.Holds(pair)).Select(rule => rule.Text).ToList();
        var en = new List<string>();
        var zh = new List<string>();
        if (same.Count > 0)
        {
            en.Add("same " + string.Join(", ", same.Select(text => text.En)));
            zh.Add(string.Join("、", same.Select(text => text.Zh)) + "相同");
        }
        en.AddRange(other.Select(text => text.En));
        zh.AddRange(other.Select(text => text.Zh));
        return new Message(string.Join("; ", en), string.Join("；", zh));
    }
}
