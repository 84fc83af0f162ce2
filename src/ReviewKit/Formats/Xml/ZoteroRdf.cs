namespace ReviewKit.Formats;

/// <summary>Zotero's RDF: items, and beside them their journals, notes and attachments, which the items refer to.</summary>
static class ZoteroRdf
{
    // Beyond this, what is referred to stays a name: the notes of a library are no reason to hold it in memory.
    const int MostResources = 200_000;

    static readonly XmlShape Shape = new(ZoteroRdfTable.Table) { Root = "rdf:RDF", Source = null };

    public static IEnumerable<Item> Read(Reading reading)
    {
        var resources = Resources(reading);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var shape = Shape with { Special = (element, path, fields) => Special(element, path, fields, resources, used) };
        var items = new Queue<Item>();
        foreach (var chunk in XmlRecords.Chunks(reading, shape, items))
        {
            while (items.TryDequeue(out var trouble)) yield return trouble;
            if (chunk is not { } whole) continue;
            var (root, unread) = Element.Parse(whole.Text);
            if (IsItem(root))
                foreach (var item in XmlRecords.Items(reading, shape, whole)) yield return item;
            // What is not closed may have swallowed items.
            else if (whole.IsOpen || unread is not null)
                yield return reading.Damaged(whole.Line, $"a part of the library is not well formed; what follows the error is left out: {Shown(unread ?? root.Value)}", $"文献库的一部分 XML 格式有误，错误之后的内容已略过：{Shown(unread ?? root.Value)}");
        }
        while (items.TryDequeue(out var trouble)) yield return trouble;
        var left = resources.Where(r => !used.Contains(r.Key)).Select(r => (r.Value.Element.Value.Replace('\n', ' '), r.Value.Line)).OrderBy(r => r.Line).ToList();
        if (left.Count > 0) yield return TaggedLines.Outside(reading, left);
    }

    static Dictionary<string, (Element Element, int Line)> Resources(Reading reading)
    {
        var found = new Dictionary<string, (Element, int)>(StringComparer.Ordinal);
        foreach (var chunk in XmlRecords.Chunks(reading, Shape, new Queue<Item>()))
        {
            if (chunk is not { } whole || found.Count >= MostResources) continue;
            var element = Element.Parse(whole.Text).Root;
            if (!IsItem(element)) found.TryAdd(element.Attributes.GetValueOrDefault("rdf:about") ?? $"line {whole.Line}", (element, whole.Line));
        }
        return found;
    }

    static bool IsItem(Element element) => element.At("z:itemType") is { } type
        ? type is not ("attachment" or "note" or "annotation")
        : element.Name is not ("bib:Journal" or "bib:Series" or "bib:Issue" or "bib:Memo" or "z:Collection" or "z:Attachment" or "z:UserItem")
            && element.Name.StartsWith("bib:", StringComparison.Ordinal) && element.Child("dc:title") is not null;

    static bool Special(Element element, string path, XmlFields fields, Dictionary<string, (Element Element, int Line)> resources, HashSet<string> used)
    {
        if (element.Name is "foaf:Person" or "foaf:Agent" && path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end)
        {
            fields.Add(path[..end], NameParts.Join(element.At("foaf:surname"), element.At("foaf:givenName") ?? element.At("foaf:givenname"), element.At("foaf:name")));
            return true;
        }
        if (path.Length == 0 || !element.Attributes.TryGetValue("rdf:resource", out var name)) return false;
        if (!resources.TryGetValue(name, out var resource)) return false;
        used.Add(name);
        // Each of these refers back to the item; one step is enough.
        if (path.Contains('/', StringComparison.Ordinal)) return false;
        fields.Take(resource.Element, $"{path}/{resource.Element.Name}", Shape with { Special = (inner, at, to) => inner.Name is "foaf:Person" && Person(inner, at, to) });
        return true;
    }

    static string Shown(string text) => text.Length > 2000 ? text[..2000] + "…" : text;

    static bool Person(Element person, string path, XmlFields fields)
    {
        fields.Add(path, NameParts.Join(person.At("foaf:surname"), person.At("foaf:givenName"), person.At("foaf:name")));
        return true;
    }
}
