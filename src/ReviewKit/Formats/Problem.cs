using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>One trouble in a source file: where, what was found, what was done about it.</summary>
/// <param name="File">The file as it is named in the records.</param>
/// <param name="Line">1-based line of the trouble; 0 when it is the whole file.</param>
/// <param name="IsDamage">True when the file itself is broken (cut off, bytes that are no text), so that fetching it again would help.</param>
public sealed record Problem(string File, int Line, Message Said, bool IsDamage = false)
{
    /// <summary>"wos-2024.ris:118: date "2019/13//" has month 13; kept the year only".</summary>
    public string In(Language language) => Line > 0 ? $"{File}:{Line}: {Said.In(language)}" : $"{File}: {Said.In(language)}";

    public override string ToString() => In(Language.En);
}
