using System.Text;

namespace ReviewKit.Query.Lints;

/// <summary>Applies the fixes that come with diagnostics.</summary>
public static class Fixes
{
    /// <summary>The text with every fix made; of two that overlap the first counts.</summary>
    public static string Apply(string text, IEnumerable<Diagnostic> diagnostics)
    {
        var written = new StringBuilder();
        var at = 0;
        foreach (var fix in diagnostics.Select(one => one.Fix).OfType<Fix>().Distinct().OrderBy(fix => fix.At.Start).ThenByDescending(fix => fix.At.Length))
        {
            if (fix.At.Start < at || fix.At.End > text.Length) continue;
            written.Append(text, at, fix.At.Start - at).Append(fix.Text);
            at = fix.At.End;
        }
        return written.Append(text, at, text.Length - at).ToString();
    }
}
