using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Words that databases and spreadsheets write where they have nothing.</summary>
static class Missing
{
    static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "na", "n/a", "nan", "null", "none", "nil", "unknown", "undefined", "not available", "not applicable", "no title", "untitled", "[no title]",
        "no pagination", "anonymous", "anon", "et al", "others", "等", "[anonymous]", "[no author]", "无", "不详", "未知", "佚名", "暂无", "无标题",
    };

    public static bool IsMissing(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return true;
        // The words are short; a long text need not be folded to be told apart from them.
        if (text.Length > 20) return false;
        var folded = Fold.Term(text).Trim('.', ' ', '-', '?', '(', ')');
        return folded.Length == 0 || Words.Contains(folded);
    }

    public static string? Keep(string? text) => IsMissing(text) ? null : text!.Trim();
}
