namespace ReviewKit.Formats;

/// <summary>What is particular to NoteFirst's XML.</summary>
static class NoteFirstXml
{
    public static readonly XmlShape Shape = new(NoteFirstTable.Table)
    {
        Records = new HashSet<string> { "Bibliography" },
        Envelope = new HashSet<string> { "BibliographiesCount" },
        Special = (element, path, fields) =>
        {
            if (path.Length > 0) return false;
            Take(element, "", false, fields);
            return true;
        },
        Complete = Complete,
    };

    static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["keyword"] = "Keyword",
        ["url"] = "Url",
        ["link"] = "Url",
        ["DatabaseProvider"] = "Database Provider",
    };

    static void Take(Element element, string around, bool isEnglish, XmlFields fields)
    {
        if (element.Attributes.TryGetValue("Lang", out var language)) isEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        if (element.Attributes.TryGetValue("Responsibility", out var part)) around = part;
        foreach (var (attribute, value) in element.Attributes)
            if (!attribute.Equals("Lang", StringComparison.OrdinalIgnoreCase) && attribute != "Responsibility") fields.Add($"{element.Name}@{attribute}", value);
        if (element.HasText || !element.Children.Any())
        {
            var name = Names.GetValueOrDefault(element.Name, element.Name);
            // The title of the proceedings and the name of a supervisor stand in elements named like those of the paper and its authors.
            if (around == "MotherTitle" && name == "Title") name = "MotherTitle";
            else if (name is "Name" or "FullName" && around is not ("" or "Author" or "Authors")) name = around;
            fields.Add(isEnglish ? name + "@en" : name, element.Value);
            return;
        }
        foreach (var child in element.Children)
            Take(child, element.Name is "MotherTitle" or "Author" or "Authors" ? element.Name : around, isEnglish, fields);
    }

    // What is written in English alone is no translation.
    static void Complete(XmlFields fields, Element record)
    {
        foreach (var name in new[] { "Title", "FullName", "Media", "Keyword", "Abstract" })
            if (!fields.Has(name)) fields.Rename(name + "@en", name);
        foreach (var name in new[] { "Year", "Volume", "Issue", "PageScope", "DOI", "ISSN", "Language", "Type", "Url" }) fields.Rename(name + "@en", name);
    }
}
