using System.Globalization;
using System.Text;

namespace ReviewKit.App.Terminal;

/// <summary>Turns what terminals send (ECMA-48, xterm, VT220, the Linux console) into keys. Bytes may come in any portions.</summary>
sealed class KeyDecoder
{
    const byte Escape = 0x1b;
    const string PasteEnd = "\u001b[201~";

    static readonly Dictionary<char, string> Finals = new()
    {
        ['A'] = "Up",
        ['B'] = "Down",
        ['C'] = "Right",
        ['D'] = "Left",
        ['H'] = "Home",
        ['F'] = "End",
        ['P'] = "F1",
        ['Q'] = "F2",
        ['R'] = "F3",
        ['S'] = "F4",
        ['Z'] = "Shift+Tab",
    };

    /// <summary>The number before a tilde.</summary>
    static readonly Dictionary<int, string> Numbers = new()
    {
        [1] = "Home",
        [2] = "Insert",
        [3] = "Delete",
        [4] = "End",
        [5] = "PgUp",
        [6] = "PgDn",
        [7] = "Home",
        [8] = "End",
        [11] = "F1",
        [12] = "F2",
        [13] = "F3",
        [14] = "F4",
        [15] = "F5",
        [17] = "F6",
        [18] = "F7",
        [19] = "F8",
        [20] = "F9",
        [21] = "F10",
        [23] = "F11",
        [24] = "F12",
    };

    // The keys beside the arrows in application mode, which the runtime switches on.
    const string Keypad = "jklmnopqrstuvwxy";
    const string KeypadSigns = "*+,-./0123456789";

    readonly List<byte> waiting = [];

    /// <summary>True when what has come may be the beginning of something longer: a lone Esc, half of a character.</summary>
    public bool IsWaiting => waiting.Count > 0;

    /// <summary>The keys that are whole now.</summary>
    public IReadOnlyList<Key> Feed(ReadOnlySpan<byte> bytes)
    {
        waiting.AddRange(bytes);
        return Take(isEnd: false);
    }

    /// <summary>Nothing has followed for a while: an Esc that waits was the key.</summary>
    public IReadOnlyList<Key> Flush() => Take(isEnd: true);

    List<Key> Take(bool isEnd)
    {
        var keys = new List<Key>();
        var at = 0;
        while (at < waiting.Count)
        {
            var (key, length) = Next(at, isEnd);
            if (length == 0) break;
            at += length;
            if (key is { } known) keys.Add(known);
        }
        waiting.RemoveRange(0, at);
        return keys;
    }

    /// <returns>Null for what is no key; length 0 when more must come.</returns>
    (Key?, int) Next(int at, bool isEnd)
    {
        var first = waiting[at];
        if (first == Escape) return AfterEscape(at, isEnd);
        if (Control(first) is { } control) return (new Key(control), 1);
        return Sign(at, isEnd);
    }

    static string? Control(byte first) => first switch
    {
        (byte)'\r' or (byte)'\n' => "Enter",
        (byte)'\t' => "Tab",
        0x7f or 0x08 => "Backspace",
        0 => "Ctrl+Space",
        < 0x1b => "Ctrl+" + (char)(first + 0x60),
        < 0x20 => "Ctrl+" + (char)(first + 0x40),
        _ => null,
    };

    (Key?, int) Sign(int at, bool isEnd)
    {
        Span<byte> bytes = stackalloc byte[4];
        var there = Math.Min(4, waiting.Count - at);
        for (var i = 0; i < there; i++) bytes[i] = waiting[at + i];
        var status = Rune.DecodeFromUtf8(bytes[..there], out var rune, out var length);
        if (status == System.Buffers.OperationStatus.NeedMoreData && !isEnd) return (null, 0);
        return status == System.Buffers.OperationStatus.Done ? (Key.Of(rune.ToString()), length) : (null, Math.Max(1, length));
    }

    (Key?, int) AfterEscape(int at, bool isEnd)
    {
        if (at + 1 == waiting.Count) return isEnd ? (new Key("Esc"), 1) : (null, 0);
        switch (waiting[at + 1])
        {
            case (byte)'[': return Sequence(at, isEnd);
            case (byte)'O':
                if (at + 2 == waiting.Count) return isEnd ? (new Key("Alt+O"), 2) : (null, 0);
                return (KeypadKey((char)waiting[at + 2]), 3);
            case Escape: return (new Key("Esc"), 1);
            default:
                var (key, length) = Next(at + 1, isEnd);
                return length == 0 ? (null, 0) : (key is { } known ? new Key("Alt+" + known.Name) : null, 1 + length);
        }
    }

    static Key? KeypadKey(char final) =>
        final == 'M' ? new Key("Enter") : Keypad.IndexOf(final) is var index and >= 0 ? Key.Of(KeypadSigns[index].ToString())
        : Finals.TryGetValue(final, out var name) ? new Key(name) : null;

    (Key?, int) Sequence(int at, bool isEnd)
    {
        // The Linux console writes F1 to F5 as ESC [ [ A to E.
        var from = at + 2;
        if (from < waiting.Count && waiting[from] == '[')
            return from + 1 < waiting.Count ? (waiting[from + 1] is >= (byte)'A' and <= (byte)'E' and var letter ? new Key("F" + (char)(letter - 16)) : null, 4) : isEnd ? (null, 3) : (null, 0);
        var end = from;
        while (end < waiting.Count && waiting[end] is < 0x40 or > 0x7e)
        {
            // Something else begins inside: this one was never finished.
            if (waiting[end] is < 0x20 or > 0x7e) return (null, end - at);
            end++;
        }
        if (end == waiting.Count) return isEnd ? (end == from ? new Key("Alt+[") : null, end - at) : (null, 0);
        var final = (char)waiting[end];
        var text = string.Concat(waiting.GetRange(from, end - from).Select(b => (char)b));
        var length = end + 1 - at;
        if (final == '~' && text == "200") return Paste(end + 1, length);
        if (text.StartsWith('<')) return (Mouse(text[1..].Split(';'), isDown: final == 'M'), length);
        var parameters = text.Split(';');
        // Not Shift+F3, because the question is always asked in the second row.
        if (final == 'R' && parameters is ["2", _]) return (new Key("Cursor", text), length);
        var name = final == '~' ? Numbers.GetValueOrDefault(Number(parameters, 0)) : Finals.GetValueOrDefault(final);
        return (name is null ? null : new Key(Modifiers(Number(parameters, 1)) + name), length);
    }

    /// <summary>Everything up to the end mark is text, whatever it looks like and however long it takes: else a pasted word would be orders.</summary>
    (Key?, int) Paste(int from, int length)
    {
        for (var at = from; at < waiting.Count; at++)
        {
            if (waiting[at] != Escape || at + PasteEnd.Length > waiting.Count || !Enumerable.Range(0, PasteEnd.Length).All(i => waiting[at + i] == PasteEnd[i])) continue;
            return (new Key("Paste", Encoding.UTF8.GetString([.. waiting.GetRange(from, at - from)])), length + at - from + PasteEnd.Length);
        }
        return (null, 0);
    }

    /// <summary>SGR mouse reports (xterm, mode 1006): button, column and row. Only what a screen uses is a key.</summary>
    static Key? Mouse(string[] parameters, bool isDown) => (Number(parameters, 0), isDown) switch
    {
        (0, true) => new Key("Click", "", Number(parameters, 1) - 1, Number(parameters, 2) - 1),
        (64, _) => new Key("WheelUp", "", Number(parameters, 1) - 1, Number(parameters, 2) - 1),
        (65, _) => new Key("WheelDown", "", Number(parameters, 1) - 1, Number(parameters, 2) - 1),
        _ => null,
    };

    static int Number(string[] parameters, int index) =>
        index < parameters.Length && int.TryParse(parameters[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // xterm: one more than the sum of Shift 1, Alt 2, Ctrl 4.
    static string Modifiers(int number)
    {
        var bits = Math.Max(0, number - 1);
        return ((bits & 4) != 0 ? "Ctrl+" : "") + ((bits & 2) != 0 ? "Alt+" : "") + ((bits & 1) != 0 ? "Shift+" : "");
    }
}
