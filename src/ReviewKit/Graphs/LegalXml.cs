using System.Text;
using System.Xml;

namespace ReviewKit.Graphs;

/// <summary>Text on its way into an XML file.</summary>
static class LegalXml
{
    /// <summary>Without the characters that XML cannot hold even escaped: control characters out of PDF text, halves of surrogate pairs.</summary>
    public static string Text(string text)
    {
        var isLegal = true;
        for (var i = 0; i < text.Length && isLegal; i++) isLegal = XmlConvert.IsXmlChar(text[i]);
        if (isLegal) return text;
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) legal.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) legal.Append(text[i]).Append(text[++i]);
        }
        return legal.ToString();
    }
}
