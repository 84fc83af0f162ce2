namespace ReviewKit.Formats;

/// <summary>What is particular to the XML of Wanfang and VIP.</summary>
static class ResourceListXml
{
    public static readonly XmlShape Shape = new(ResourceListTable.Table)
    {
        Records = ResourceListTable.Records,
        Special = Special,
        Complete = (fields, record) => fields.Add(ResourceListTable.Type, record.Name),
    };

    static bool Special(Element element, string path, XmlFields fields)
    {
        // A translation has the path of its original and is told by its attribute.
        if (!element.HasText || !element.Attributes.TryGetValue("Lang", out var language) && !element.Attributes.TryGetValue("Language", out language)) return false;
        fields.Add(language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? path + "@en" : path, element.Value);
        return true;
    }
}
