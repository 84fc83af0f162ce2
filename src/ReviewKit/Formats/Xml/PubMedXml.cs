using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>PubMed's XML, told in the tags of its tagged format, so that one table reads both; what that format lacks stays under its path.</summary>
static partial class PubMedXml
{
    const string Article = "MedlineCitation/Article";

    public static readonly XmlShape Shape = new(PubMedTable.Table)
    {
        Records = new HashSet<string> { "PubmedArticle", "PubmedBookArticle" },
        Inline = new HashSet<string> { "i", "b", "u", "sub", "sup", "em", "strong", "mml:math", "DispFormula" },
        Silent = new HashSet<string> { "Version", "ValidYN", "CompleteYN", "MajorTopicYN", "Owner", "Status", "IndexingMethod", "UI", "PubModel", "CitedMedium" },
        Special = Special,
        Complete = Complete,
        Source = "pubmed",
    };

    /// <summary>Paths that say the same as a tag.</summary>
    static readonly Dictionary<string, string> Tags = new()
    {
        ["MedlineCitation/PMID"] = "PMID",
        [Article + "/ArticleTitle"] = "TI",
        [Article + "/VernacularTitle"] = "TT",
        [Article + "/Journal/Title"] = "JT",
        [Article + "/Journal/ISOAbbreviation"] = "TA",
        [Article + "/Journal/ISSN"] = "IS",
        [Article + "/Journal/JournalIssue/Volume"] = "VI",
        [Article + "/Journal/JournalIssue/Issue"] = "IP",
        [Article + "/Language"] = "LA",
        [Article + "/PublicationTypeList/PublicationType"] = "PT",
        ["MedlineCitation/MedlineJournalInfo/MedlineTA"] = "TA",
        ["MedlineCitation/MedlineJournalInfo/ISSNLinking"] = "IS",
        ["BookDocument/PMID"] = "PMID",
        ["BookDocument/ArticleTitle"] = "TI",
        ["BookDocument/Book/BookTitle"] = "BTI",
        ["BookDocument/Book/Publisher/PublisherName"] = "PB",
        ["BookDocument/Book/Isbn"] = "ISBN",
        ["BookDocument/Language"] = "LA",
        ["BookDocument/PublicationType"] = "PT",
    };

    static bool Special(Element element, string path, XmlFields fields)
    {
        if (Tags.TryGetValue(path, out var tag))
        {
            fields.Add(tag, element.Value);
            return true;
        }
        switch (element.Name)
        {
            case "AuthorList":
                foreach (var author in element.Children) Author(author, element.Attributes.GetValueOrDefault("Type") == "editors" ? "editor" : "author", fields);
                return true;
            case "AbstractText":
                fields.Add(path.Contains("Other", StringComparison.Ordinal) ? "OAB" : "AB", element.Attributes.TryGetValue("Label", out var label) ? $"{label}: {element.Value}" : element.Value);
                return true;
            case "Pagination": Pages(element, path, fields); return true;
            case "PubDate": fields.Add("DP", Date(element)); return true;
            case "ArticleDate": fields.Add("DEP", Date(element)); return true;
            case "MeshHeading": Heading(element, fields); return true;
            case "Keyword": fields.Add("OT", element.Value); return true;
            case "ELocationID": fields.Add("LID", $"{element.Value} [{element.Attributes.GetValueOrDefault("EIdType")}]"); return true;
            case "ArticleId": Identifier(element, path, fields); return true;
            case "Reference": Reference(element, fields); return true;
            case "DateCompleted" or "DateRevised" or "DateCreated" or "PubMedPubDate": fields.Add($"{path}{Kind(element, "PubStatus")}", Date(element)); return true;
            default: return false;
        }
    }

    static void Complete(XmlFields fields, Element record)
    {
        // Of an article that was never translated PubMed has the original title alone.
        if (!fields.Has("TI") && !fields.Has("BTI")) fields.Rename("TT", "TI");
    }

    static void Author(Element author, string tag, XmlFields fields)
    {
        var given = author.At("ForeName") ?? author.At("Initials");
        if (author.At("Suffix") is { } suffix) given = given is null ? suffix : $"{given}, {suffix}";
        var orcid = author.Children.FirstOrDefault(c => c.Name == "Identifier" && c.Attributes.GetValueOrDefault("Source") == "ORCID")?.Value;
        var places = author.Children.Where(c => c.Name is "AffiliationInfo" or "Affiliation").Select(place => place.At("Affiliation") ?? place.Value).ToList();
        fields.Add(tag, NameParts.Join(author.At("LastName"), given, author.At("CollectiveName"), Orcid(orcid), places));
        foreach (var place in places) fields.Add("AD", place);
    }

    // "http://orcid.org/0000-0001-…", "0000-0001-…", "0000000112345678".
    static string? Orcid(string? text)
    {
        if (text is null) return null;
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is 'X'));
        return digits.Length == 16 ? $"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}" : null;
    }

    // MEDLINE shortens "132-142" to "132-42" and newer files say both pages beside it.
    static void Pages(Element pagination, string path, XmlFields fields)
    {
        var medline = pagination.At("MedlinePgn") ?? pagination.At("StartPage");
        var (first, last) = Records.Pages.Split(medline);
        last = pagination.At("EndPage") ?? last;
        if (last is null || medline is null || !Short().IsMatch(medline)) fields.Add("PG", medline);
        else
        {
            fields.Add("PG", $"{first}-{last}");
            if (medline != $"{first}-{last}") fields.Add($"{path}/MedlinePgn", medline);
        }
    }

    static void Heading(Element heading, XmlFields fields)
    {
        var descriptor = heading.At("DescriptorName");
        fields.Add("MH", descriptor);
        foreach (var qualifier in heading.Children.Where(c => c.Name == "QualifierName"))
            fields.Add("MeshHeading/QualifierName", $"{descriptor}/{qualifier.Value}");
    }

    static void Identifier(Element id, string path, XmlFields fields)
    {
        var kind = id.Attributes.GetValueOrDefault("IdType");
        if (!path.EndsWith("Data/ArticleIdList/ArticleId", StringComparison.Ordinal) && !path.StartsWith("BookDocument/ArticleIdList", StringComparison.Ordinal)) fields.Add($"{path}[{kind}]", id.Value);
        else if (kind == "pubmed") fields.Add("PMID", id.Value);
        else if (kind == "pmc") fields.Add("PMC", id.Value);
        else fields.Add("AID", $"{id.Value} [{kind}]");
    }

    static void Reference(Element reference, XmlFields fields)
    {
        var ids = reference.Child("ArticleIdList")?.Children.Select(i => $"{i.Attributes.GetValueOrDefault("IdType")}: {i.Value}") ?? [];
        var text = string.Join("; ", ids.Prepend(reference.At("Citation") ?? ""));
        fields.Add("references", text.TrimStart(';', ' '));
    }

    // "2008 Feb 09" or "2008-02-09"; MedlineDate is free text such as "2010 Jan-Feb".
    static string Date(Element date)
    {
        if (date.At("MedlineDate") is { } free) return free;
        var parts = new[] { "Year", "Month", "Season", "Day" }.Select(date.At).OfType<string>();
        var text = string.Join(date.At("Month") is [>= '0' and <= '9', ..] ? '-' : ' ', parts);
        return date.At("Hour") is { } hour ? $"{text} {hour}:{date.At("Minute")}" : text;
    }

    static string Kind(Element element, string attribute) => element.Attributes.TryGetValue(attribute, out var kind) ? $"[{kind}]" : "";

    [GeneratedRegex(@"^[A-Za-z]*\d+-\d+$")]
    private static partial Regex Short();
}
