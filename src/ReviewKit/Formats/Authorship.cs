using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>ORCIDs and affiliations put to the authors to whom the source says they belong; where it is not plain whose they are, nobody gets them. What the source wrote stays where it was.</summary>
static partial class Authorship
{
    // Names with their ORCIDs: Web of Science's tags, its BibTeX fields and the columns of its workbooks.
    static readonly string[] NamedOrcids = ["OI", "RI", "orcid-numbers", "researcherid-numbers", "ORCIDs", "Researcher Ids"];

    // One for each author, in their order: OpenAlex.
    static readonly string[] ListedOrcids = ["authorships.author.orcid", "authorships.orcid"];

    static readonly string[] ScopusAddresses = ["Authors with affiliations", "带归属机构的作者"];

    public static void Complete(Record record)
    {
        if (record.Authors.Count == 0) return;
        AuthorIndex? index = null;
        foreach (var tag in NamedOrcids)
            if (record.Other.TryGetValue(tag, out var named))
                foreach (Match match in named.SelectMany(text => NamedOrcid().Matches(text))) PutOrcid(record, (index ??= new(record.Authors)).Find(Blank.Trim(match.Groups[1].Value)), match.Groups[2].Value);
        foreach (var tag in ListedOrcids)
            if (record.Other.TryGetValue(tag, out var listed)) PutListed(record, [.. listed.SelectMany(text => text.Split('|'))]);
        foreach (var address in record.Affiliations)
            if (address.StartsWith('[') && address.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
                foreach (var name in address[1..end].Split(';')) PutAffiliation(record, (index ??= new(record.Authors)).Find(Blank.Trim(name)), Blank.Trim(address[(end + 1)..]));
        foreach (var tag in ScopusAddresses)
            if (record.Other.TryGetValue(tag, out var addresses)) PutScopus(record, addresses[0].Split("; "));
    }

    /// <summary>PubMed writes an author's ORCID and addresses behind the author. Files where they stand elsewhere, all authors and then all addresses, do not say whose they are.</summary>
    public static void OfPubMed(RawRecord raw, Record record)
    {
        if (!IsInterleaved(raw)) return;
        var author = -1;
        var isBehind = false;
        foreach (var field in raw.Fields)
        {
            var isName = field.Tag is "FAU" or "CN";
            if (isName) author++;
            isBehind = isName || (isBehind && field.Tag is "AU" or "AUID" or "AD");
            if (!isBehind || author >= record.Authors.Count) continue;
            if (field.Tag == "AD") PutAffiliation(record, author, field.Joined(" "));
            else if (field.Tag == "AUID" && Orcid().Match(field.Joined(" ")) is { Success: true } match) PutOrcid(record, author, match.Value);
        }
    }

    // Every full name with the short one behind it, and as many names as authors.
    static bool IsInterleaved(RawRecord raw)
    {
        var (names, before) = (0, "");
        foreach (var field in raw.Fields)
        {
            if (before == "FAU" && field.Tag != "AU") return false;
            if (field.Tag is "FAU" or "CN") names++;
            before = field.Tag;
        }
        return names > 0 && before != "FAU";
    }

    static void PutListed(Record record, List<string> orcids)
    {
        if (orcids.Count != record.Authors.Count) return;
        for (var i = 0; i < orcids.Count; i++)
            if (Orcid().Match(orcids[i]) is { Success: true } match) PutOrcid(record, i, match.Value);
    }

    static void PutOrcid(Record record, int author, string orcid)
    {
        if (author >= 0 && record.Authors[author].Orcid is null) record.Authors[author] = record.Authors[author] with { Orcid = orcid.ToUpperInvariant() };
    }

    static void PutAffiliation(Record record, int author, string affiliation)
    {
        if (author < 0 || affiliation.Length == 0) return;
        var name = record.Authors[author];
        if (name.Affiliations?.Contains(affiliation) != true) record.Authors[author] = name with { Affiliations = [.. name.Affiliations ?? [], affiliation] };
    }

    // "Liu F., Department of Surgery, Some University, China; Li C., …": an address may hold semicolons itself, so that only a list with a part for each author is believed.
    static void PutScopus(Record record, string[] parts)
    {
        if (parts.Length != record.Authors.Count || !parts.Zip(record.Authors).All(pair => BeginsWith(pair.First, pair.Second))) return;
        for (var i = 0; i < parts.Length; i++)
        {
            // "Smith, J.M., Somewhere" until 2022, "Smith J.M., Somewhere" since.
            var rest = parts[i][FamilyOf(record.Authors[i]).Length..];
            var place = Blank.Trim(rest[Given().Match(rest).Length..]);
            if (place.Length == 0) continue;
            var known = record.Affiliations.Where(a => place.Contains(a, StringComparison.Ordinal)).OrderBy(a => place.IndexOf(a, StringComparison.Ordinal)).ToList();
            // Several addresses of one author follow each other with a comma between them.
            if (string.Join(", ", known) != place) known = [place];
            foreach (var one in known) PutAffiliation(record, i, one);
        }
    }

    static bool BeginsWith(string part, PersonName author) => FamilyOf(author) is { Length: > 0 } family && part.StartsWith(family, StringComparison.OrdinalIgnoreCase);

    static string FamilyOf(PersonName author) => author.Family ?? author.Literal ?? "";

    [GeneratedRegex(@"([^;/]+)/\s*(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")]
    private static partial Regex NamedOrcid();

    [GeneratedRegex(@"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")]
    private static partial Regex Orcid();

    // Behind the family name: initials with their points, then the comma before the address.
    [GeneratedRegex(@"^,?\s*(?:\p{L}{1,3}\.[\s-]*)*(?:,?\s*(?:Jr|Sr|II|III)\.?)?,?\s*")]
    private static partial Regex Given();
}
