using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>How an abstract begins; databases cut and head abstracts differently, so their ends are not compared.</summary>
/// <param name="Short">Of its first 60 letters; 0 where the abstract is absent or too short to tell abstracts apart.</param>
/// <param name="Long">Of its first 120 letters; 0 where it has fewer.</param>
readonly record struct Beginning(ulong Short, ulong Long)
{
    const int TitleLetters = 12, FewLetters = 60, ManyLetters = 120;

    public bool IsKnown => Short != 0;

    public bool IsLike(Beginning other) => Short == other.Short && (Long == other.Long || Long == 0 || other.Long == 0);

    public static ulong OfTitle(string title)
    {
        var letters = Fold.Letters(title[..Math.Min(title.Length, TitleLetters * 3)]);
        return Hash.Of(letters[..Math.Min(letters.Length, TitleLetters)]);
    }

    public static Beginning Of(string? text)
    {
        if (text is null || Missing.IsMissing(text)) return default;
        var letters = Fold.Letters(text[..Math.Min(text.Length, ManyLetters * 2)]);
        return letters.Length < FewLetters ? default : new(Hash.Of(letters[..FewLetters]), letters.Length < ManyLetters ? 0 : Hash.Of(letters[..ManyLetters]));
    }
}
