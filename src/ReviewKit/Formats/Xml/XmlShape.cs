namespace ReviewKit.Formats;

/// <summary>What is particular to one layout of XML: which elements are records, and how their parts are called in its table.</summary>
sealed record XmlShape(TagTable Table)
{
    /// <summary>Names of the elements that are records.</summary>
    public IReadOnlySet<string> Records { get; init; } = new HashSet<string>();

    /// <summary>Name of the root whose children all are records, whatever they are called; null where records have names of their own.</summary>
    public string? Root { get; init; }

    /// <summary>Elements outside the records that say nothing of them.</summary>
    public IReadOnlySet<string> Envelope { get; init; } = new HashSet<string>();

    /// <summary>Elements within text: their names are not part of a path.</summary>
    public IReadOnlySet<string> Inline { get; init; } = new HashSet<string>();

    /// <summary>Attributes that say nothing of the document.</summary>
    public IReadOnlySet<string> Silent { get; init; } = new HashSet<string>();

    /// <summary>Takes elements that are more than a path and a text, by their path; false leaves one to be taken apart like any other.</summary>
    public Func<Element, string, XmlFields, bool> Special { get; init; } = (_, _, _) => false;

    /// <summary>What several fields of a record say together.</summary>
    public Action<XmlFields, Element> Complete { get; init; } = (_, _) => { };

    /// <summary>The source for which the layout speaks, where a record does not say.</summary>
    public string? Source { get; init; }
}

/// <summary>The parts of one record as tags and texts, in order.</summary>
sealed class XmlFields
{
    readonly List<(string Tag, string Text)> _all = [];

    public IReadOnlyList<(string Tag, string Text)> All => _all;

    public void Add(string tag, string? text)
    {
        if (text is not null && !Blank.Is(text)) _all.Add((tag, text));
    }

    public bool Has(string tag) => _all.Exists(f => f.Tag == tag);

    public string? First(string tag) => _all.Find(f => f.Tag == tag).Text;

    public void Rename(string tag, string to)
    {
        for (var i = 0; i < _all.Count; i++)
            if (_all[i].Tag == tag) _all[i] = (to, _all[i].Text);
    }

    /// <summary>Takes an element apart: each element with text becomes a tag, which is its path below the record; attributes stand behind an @.</summary>
    public void Take(Element element, string path, XmlShape shape)
    {
        if (shape.Special(element, path, this)) return;
        foreach (var (name, value) in element.Attributes)
            if (!shape.Silent.Contains(name)) Add($"{path}@{name}", value);
        if (element.HasText || element.Children.All(c => shape.Inline.Contains(c.Name))) Add(path, element.Value);
        else
            foreach (var child in element.Children) Take(child, path.Length == 0 ? child.Name : $"{path}/{child.Name}", shape);
    }

    /// <summary>The record as the tables read it; lines of a text are values of a list.</summary>
    public void PutInto(RawRecord raw)
    {
        foreach (var (tag, text) in _all)
        {
            var lines = text.Split('\n');
            raw.Add(tag, lines[0], raw.Line);
            for (var i = 1; i < lines.Length && !raw.IsCut; i++) raw.Continue(lines[i]);
        }
    }
}
