using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Which author of a record a name is that the source wrote elsewhere: "Qin, XS" is "Qin, Xiansheng", "陈, 梦园" is "Chen, Mengyuan".</summary>
sealed class AuthorIndex(List<PersonName> authors)
{
    /// <returns>The place among the authors; -1 for a name that is nobody's or may be several people's.</returns>
    public int Find(string name)
    {
        var exact = authors.FindIndex(a => a.Display == name);
        if (exact >= 0) return exact;
        var sought = name.Contains(',', StringComparison.Ordinal) ? name : PersonName.Parse(name).Display;
        var comma = sought.IndexOf(',', StringComparison.Ordinal);
        var (family, given) = comma < 0 ? (Fold.Letters(sought), "") : (Fold.Letters(sought[..comma]), Fold.Letters(sought[(comma + 1)..]));
        var found = -1;
        for (var i = 0; i < authors.Count; i++)
        {
            if (!AreOne(authors[i], family, given)) continue;
            if (found >= 0) return -1;
            found = i;
        }
        return found;
    }

    static bool AreOne(PersonName author, string family, string given)
    {
        var (ownFamily, ownGiven) = author.Literal is { } literal ? (Fold.Letters(literal), "") : (Fold.Letters(author.Family ?? ""), Fold.Letters(author.Given ?? ""));
        if (family.Length == 0 || ownFamily.Length == 0) return false;
        if (Fold.HasHan(family) && !Fold.HasHan(ownFamily)) return Pinyin.Spells(family, ownFamily) && (given.Length == 0 || Pinyin.Spells(given, ownGiven));
        if (author.Literal is not null) return ownFamily == family + given;
        return family == ownFamily && (given.Length == 0 || ownGiven.Length == 0 || given[0] == ownGiven[0] && (given.StartsWith(ownGiven, StringComparison.Ordinal) || ownGiven.StartsWith(given, StringComparison.Ordinal) || IsShort(author, given)));
    }

    // Initials, of all given names or of the first: "XS", "JM".
    static bool IsShort(PersonName author, string given)
    {
        var initials = string.Concat((author.Given ?? "").Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(word => Fold.Letters(word)).Where(word => word.Length > 0).Select(word => word[0]));
        return given.Length <= 3 && (initials.StartsWith(given, StringComparison.Ordinal) || given.StartsWith(initials, StringComparison.Ordinal));
    }
}
