using ReviewKit.Text;

namespace ReviewKit.Query.Dialects;

/// <summary>The search in plain words, for the methods section.</summary>
public static class ProtocolSentence
{
    static readonly (SearchFields Field, Message Name)[] FieldNames =
    [
        (SearchFields.Title, new("title", "题名")), (SearchFields.Abstract, new("abstract", "摘要")), (SearchFields.AuthorKeywords, new("author keywords", "作者关键词")), (SearchFields.IndexTerms, new("index terms", "索引词")),
    ];

    /// <summary>One sentence for one platform; PRISMA-S item 8 asks for the string besides.</summary>
    public static Message Of(TermQuery query, Compiled compiled)
    {
        var asSent = query.For(compiled.Dialect.Name);
        var fields = TermQuery.FieldsOf(asSent.Fields);
        var named = FieldNames.Where(one => fields.HasFlag(one.Field)).Select(one => one.Name).ToList();
        var sets = asSent.Sets.Select(set => (set, Terms: set.Terms.Where(term => term.Language.Length == 0 || compiled.Terms.Contains(term.Language)).Select(term => term.Text).ToList())).ToList();
        var en = $"In {compiled.Dialect.Title.En}, {Listed([.. named.Select(name => name.En)], "and")} were searched for records that have "
            + string.Join(", and ", sets.Select(one => $"{Alternatives(one.Terms, "\"", "\"", "or")} (set {one.set.Id}, {one.set.Name.En})")) + Limits(asSent, compiled).En + ".";
        var zh = $"在{compiled.Dialect.Title.Zh}的{string.Join("、", named.Select(name => name.Zh))}中检索，要求"
            + string.Join("，且", sets.Select(one => $"含有{string.Join("、", one.Terms.Select(term => $"“{term}”"))}{(one.Terms.Count > 1 ? "之一" : "")}（{one.set.Id} {one.set.Name.Zh}）")) + Limits(asSent, compiled).Zh + "。";
        return new Message(en, zh);
    }

    static Message Limits(TermQuery query, Compiled compiled)
    {
        var (en, zh) = ("", "");
        if (query.From is not null || query.To is not null)
        {
            en += query switch { { From: { } a, To: { } b } => $"; published from {a} to {b}", { From: { } a } => $"; published from {a} on", _ => $"; published until {query.To}" };
            zh += query switch { { From: { } a, To: { } b } => $"；发表于 {a} 至 {b}", { From: { } a } => $"；发表于 {a} 及以后", _ => $"；发表于 {query.To} 及以前" };
        }
        if (query.Languages.Count > 0)
        {
            en += $"; in {Listed([.. query.Languages.Select(Dialects.Limits.LanguageCode).Select(Dialects.Limits.EnglishName)], "or")}";
            zh += $"；语种为{string.Join("或", query.Languages.Select(Dialects.Limits.LanguageCode).Select(Dialects.Limits.ChineseName))}";
        }
        if (query.Types.Count > 0) (en, zh) = ($"{en}; of type {Listed(query.Types, "or")}", $"{zh}；文献类型为{string.Join("、", query.Types)}");
        return new Message(en, zh);
    }

    static string Alternatives(List<string> terms, string open, string close, string word) => Listed([.. terms.Select(term => open + term + close)], word);

    /// <summary>a, b or c.</summary>
    static string Listed(IReadOnlyList<string> words, string last) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.SkipLast(1)) + $" {last} " + words[^1];
}
