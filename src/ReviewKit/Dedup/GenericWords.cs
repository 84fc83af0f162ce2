using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Words of titles that hundreds of reports share: an equal title of such words alone proves nothing.</summary>
static partial class GenericWords
{
    static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "editorial", "editorials", "editor", "editors", "introduction", "introductory", "preface", "foreword", "letter", "letters", "comment", "comments", "commentary",
        "reply", "response", "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections", "retraction", "news", "notes", "note", "notice", "guest",
        "special", "issue", "section", "issues", "volume", "number", "part", "paper", "papers", "minitrack", "track", "session", "book", "books", "review", "reviews", "reviewer", "reviewers",
        "acknowledgement", "acknowledgements", "acknowledgment", "acknowledgments", "abstract", "abstracts", "proceedings", "contents", "table", "index", "author", "authors",
        "announcement", "announcements", "call", "obituary", "perspective", "perspectives", "viewpoint", "opinion", "discussion", "conclusion", "conclusions", "summary",
        "overview", "welcome", "message", "remarks", "reflections", "this", "our", "new", "chief", "chair", "chairs", "program", "programme", "committee",
        "front", "back", "matter", "cover", "masthead", "supplement", "appendix", "annual", "report", "conference", "international", "journal", "column", "highlights",
        "about", "presentation", "editoriale", "editors'", "leitartikel", "vorwort", "einleitung", "prologue", "epilogue", "afterword", "untitled", "article", "research",
    };

    static readonly HashSet<string> HanTitles = new(StringComparer.Ordinal)
    {
        "编者按", "编者的话", "卷首语", "卷首", "前言", "序", "序言", "引言", "绪论", "导言", "后记", "结语", "勘误", "勘误表", "更正", "更正启事", "声明", "书评", "书讯", "简讯", "消息",
        "目录", "总目次", "总目录", "封面", "封底", "征稿启事", "征稿简则", "征订启事", "稿约", "会议通知", "会议纪要", "会讯", "主编寄语", "主持人语", "编辑部公告", "致谢", "致读者", "本刊启事",
        "本期导读", "读者来信", "投稿须知", "动态", "新闻", "资讯", "综述", "述评", "社论", "寄语", "发刊词", "专题导读", "专栏导语",
    };

    /// <summary>True when every word is generic, a number, or from the name of the container.</summary>
    public static bool Only(TitleForm title, IReadOnlyList<JournalName> journal) =>
        title.IsHan ? title.IsGeneric : Array.TrueForAll(title.Tokens, token => IsGeneric(token) || journal.Any(name => Array.IndexOf(name.Words, token) >= 0));

    public static bool IsHanTitle(string letters) => HanTitles.Contains(letters.TrimEnd([.. "0123456789"]));

    public static bool IsGeneric(string token) => Words.Contains(token) || token.All(char.IsAsciiDigit);

    /// <summary>True when the title begins as those of introductions, editorials and yearly reports do.</summary>
    public static bool IsRecurring(string? title) => title is not null && RecurringTitle().IsMatch(Fold.Term(title));

    [GeneratedRegex(@"^(?:the )?(?:guest )?(?:editors?'?s?'? )?(?:introduction to|editorial|editor's|preface|foreword|special (?:issue|section)|minitrack|mini-track|message from|call for papers|in this issue|annual report|report of|report on the|proceedings of|news)\b|\beditor'?s?'? (?:comments?|notes?|column|page|corner|message|letter)\b|^(?:第.{1,4}届|.{0,8}(?:年度报告|编者按|卷首语|导读))")]
    private static partial Regex RecurringTitle();
}
