using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ReviewKit.Formats;

/// <summary>An element of XML with its names as they are written, prefixes included: Zotero's RDF is told apart by them.</summary>
sealed partial class Element(string name)
{
    // No bibliographic layout nests deeper; what does is taken as text, so that nothing is lost and no stack overflows.
    const int Deepest = 64;

    readonly List<object> _content = [];

    public string Name { get; } = name;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Element> Children => _content.OfType<Element>();

    public bool HasText => _content.OfType<string>().Any(t => !Blank.Is(t));

    /// <summary>All text in it, that of inner elements too; a line end is one that the source means, not where it wraps.</summary>
    public string Value
    {
        get
        {
            if (_content is [string only]) return Blank.Trim(only);
            var text = new StringBuilder();
            AddTo(text);
            return Blank.Trim(text.ToString());
        }
    }

    public Element? Child(string name) => Children.FirstOrDefault(c => c.Name == name);

    /// <summary>The text at a path of names ("Journal/Title"); null when there is none.</summary>
    public string? At(string path)
    {
        var element = this;
        foreach (var name in path.Split('/'))
        {
            if (element.Child(name) is not { } child) return null;
            element = child;
        }
        return element.Value is { Length: > 0 } value ? value : null;
    }

    /// <summary>Reads one element. Entities other than those of XML are taken as in HTML or as text; no DTD is read, nothing is fetched.</summary>
    /// <returns>The element as far as it can be read, and the text behind the first error, null without one.</returns>
    public static (Element Root, string? Unread) Parse(string xml)
    {
        var (root, error) = Read(Sound(xml));
        if (error is null) return (root, null);
        // Once more with stray signs taken as text: "p < 0.05", "R&D", <正>.
        var mended = Stray().Replace(xml, Mend);
        var (second, secondError) = Read(Sound(mended));
        return secondError is not { } place ? (second, null) : (second, Behind(mended, place));
    }

    void AddTo(StringBuilder text)
    {
        foreach (var part in _content)
        {
            if (part is Element element) element.AddTo(text);
            else text.Append((string)part);
        }
    }

    static (Element Root, (int Line, int Position)? Error) Read(string xml)
    {
        using var reader = new XmlTextReader(new StringReader(xml)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, Normalization = false };
        var open = new Stack<Element>();
        Element? root = null;
        var tooDeep = 0;
        var last = (0, 0);
        try
        {
            while (reader.Read())
            {
                last = (reader.LineNumber, reader.LinePosition);
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when open.Count >= Deepest:
                        if (!reader.IsEmptyElement) tooDeep++;
                        break;
                    case XmlNodeType.Element:
                        var element = Begin(reader);
                        if (root is null) root = element;
                        else if (open.TryPeek(out var parent)) parent._content.Add(element);
                        if (!reader.IsEmptyElement) open.Push(element);
                        break;
                    case XmlNodeType.EndElement when tooDeep > 0: tooDeep--; break;
                    case XmlNodeType.EndElement: open.Pop(); break;
                    // No entity is declared for us, so that a name is HTML's or just text.
                    case XmlNodeType.EntityReference when open.Count > 0: open.Peek()._content.Add(System.Net.WebUtility.HtmlDecode($"&{reader.Name};")); break;
                    case XmlNodeType.CDATA: open.Peek()._content.Add(reader.Value); break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                        // A line end is where the file wraps; one that is meant is written as a character reference.
                        open.Peek()._content.Add(Wrap().Replace(reader.Value, " ").Replace('\r', '\n'));
                        break;
                }
            }
        }
        catch (XmlException)
        {
            return (root ?? new Element(""), last);
        }
        return (root ?? new Element(""), null);
    }

    static Element Begin(XmlTextReader reader)
    {
        var element = new Element(reader.Name);
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            element.Attributes[reader.Name] = reader.Value;
        }
        reader.MoveToElement();
        return element;
    }

    // EndNote lets control characters through, which XML forbids.
    static string Sound(string xml)
    {
        xml = LineEnd().Replace(xml, "&#xD;");
        return xml.AsSpan().ContainsAnyInRange('\0', '\u001f') || xml.AsSpan().ContainsAny('\ufffe', '\uffff') ? Forbidden().Replace(xml, " ") : xml;
    }

    static string Mend(Match match)
    {
        if (match.Value.StartsWith("<!", StringComparison.Ordinal)) return match.Value;
        if (match.Value is "<") return "&lt;";
        var decoded = System.Net.WebUtility.HtmlDecode(match.Value);
        return decoded == match.Value ? "&amp;" + match.Value[1..] : decoded;
    }

    /// <summary>The text from the last node that could be read: what follows it may have been understood in part only.</summary>
    static string Behind(string xml, (int Line, int Position) last)
    {
        var at = 0;
        for (var line = 1; line < last.Line && xml.IndexOf('\n', at) is >= 0 and var end; line++) at = end + 1;
        at = Math.Clamp(at + last.Position - 1, 0, xml.Length);
        // The place of an element is that of its name.
        var open = at == 0 ? -1 : xml.LastIndexOf('<', at - 1);
        if (open >= 0 && xml.IndexOf('>', open, at - open) < 0) at = open;
        return Blank.Trim(Tag().Replace(xml[at..], " "));
    }

    [GeneratedRegex(@"[ \t]*\n\s*")]
    private static partial Regex Wrap();

    [GeneratedRegex("&#(?:10|0?13|x0*[aAdD]);")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,30};)?|<(?![/A-Za-z_!?])", RegexOptions.Singleline)]
    private static partial Regex Stray();

    [GeneratedRegex(@"</?[A-Za-z_][^<>]*>|<!\[CDATA\[|\]\]>")]
    private static partial Regex Tag();
}
