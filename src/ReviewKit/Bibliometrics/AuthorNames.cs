using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>Authors in the form in which they are counted: MERIGO JM for a name in Latin letters, a Chinese name as it is.</summary>
/// <remarks>Not identification: two people of one short name are one author here, as in every program that counts Web of Science's AU.</remarks>
public static class AuthorNames
{
    // A given name written as initials only: JM, J.-M., but not Jim.
    const int MostInitials = 4;

    /// <summary>In the source's order; two authors of one short name stand there twice. Web of Science's own short form where the record has it, for it knows compound family names.</summary>
    public static IReadOnlyList<string> Of(Record record)
    {
        var own = record.Other.TryGetValue("AU", out var given) ? given.SelectMany(names => names.Split(';')).Select(name => name.Trim()).Where(name => name.Length > 0).ToList() : [];
        // A merged record may have AU of one source and authors of another that knows more of them.
        var names = own.Count >= record.Authors.Count ? own.Select(Upper) : record.Authors.Select(Short);
        return [.. names.Where(name => name.Length > 0)];
    }

    static string Short(PersonName name)
    {
        if (name.Family is null) return Upper(name.Literal ?? "");
        if (name.Given is null || Fold.HasHan(name.Family)) return Upper(name.Family + name.Given);
        return Upper(name.Family) + " " + Initials(name.Given);
    }

    static string Initials(string given)
    {
        var letters = Fold.Term(given).ToUpperInvariant().Split(' ', '-', '.').Where(part => part.Length > 0).ToList();
        if (letters.Count == 1 && letters[0].Length <= MostInitials && given.Trim() == given.Trim().ToUpperInvariant()) return letters[0];
        return string.Concat(letters.Select(part => part[0]));
    }

    static string Upper(string name) => Fold.Term(name.Replace(",", "", StringComparison.Ordinal)).ToUpperInvariant();
}
