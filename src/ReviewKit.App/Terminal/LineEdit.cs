using System.Globalization;
using System.Text;

namespace ReviewKit.App.Terminal;

/// <summary>A line of text that is being typed; the cursor moves by graphemes, a text that is too long moves under it.</summary>
sealed class LineEdit
{
    int cursor, first;

    public string Text { get; private set; } = "";

    public void Set(string text) => (Text, cursor, first) = (text, text.Length, 0);

    /// <returns>False when the key does not edit: Enter, Esc and the like are the caller's.</returns>
    public bool Handle(Key key)
    {
        switch (key.Name)
        {
            case "Left" or "Ctrl+b": cursor = Before(cursor); return true;
            case "Right" or "Ctrl+f": cursor = After(cursor); return true;
            case "Home" or "Ctrl+a": cursor = 0; return true;
            case "End" or "Ctrl+e": cursor = Text.Length; return true;
            case "Backspace": return Remove(Before(cursor), cursor);
            case "Delete" or "Ctrl+d": return Remove(cursor, After(cursor));
            case "Ctrl+u": return Remove(0, cursor);
            case "Ctrl+k": return Remove(cursor, Text.Length);
            case "Ctrl+w": return Remove(WordStart(), cursor);
            default: return key.Text.Length > 0 && Insert(key.Text);
        }
    }

    bool Insert(string typed)
    {
        // Pasted lines become one.
        var clean = new StringBuilder();
        foreach (var c in typed.ReplaceLineEndings(" ")) clean.Append(char.IsControl(c) ? ' ' : c);
        Text = Text.Insert(cursor, clean.ToString());
        cursor += clean.Length;
        return true;
    }

    bool Remove(int from, int to)
    {
        Text = Text.Remove(from, to - from);
        cursor = from;
        return true;
    }

    int After(int at) => at >= Text.Length ? Text.Length : at + StringInfo.GetNextTextElementLength(Text, at);

    int Before(int at)
    {
        var before = 0;
        for (var i = 0; i < at; i = After(i)) before = i;
        return before;
    }

    int WordStart()
    {
        var at = cursor;
        while (at > 0 && Text[at - 1] == ' ') at--;
        while (at > 0 && Text[at - 1] != ' ') at--;
        return at;
    }

    public void Draw(Surface surface, Style style = default)
    {
        var width = surface.Look.Width;
        // One cell is kept for the cursor behind the last sign.
        if (cursor < first) first = cursor;
        while (first < cursor && width.OfText(Text[first..cursor]) > surface.Width - 1) first = After(first);
        surface.Fill(style);
        surface.Put(0, 0, Text[Math.Min(first, Text.Length)..], style);
        surface.ShowCursor(width.OfText(Text[first..cursor]), 0);
    }
}
