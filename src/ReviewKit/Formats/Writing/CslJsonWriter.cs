using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>CSL-JSON: an array of items, one a line. What CSL has no variable for is in `custom`, which the schema leaves to programs.</summary>
static class CslJsonWriter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Path of the object with what CSL has no variable for.</summary>
    public const string Rest = "custom.reviewkit";

    public static void Print(IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, WriteOptions options)
    {
        var separator = "[" + options.NewLine;
        var isEmpty = true;
        foreach (var (_, raw) in records)
        {
            stream.Write(Encoding.UTF8.GetBytes(separator));
            stream.Write(Item(raw).Span);
            separator = "," + options.NewLine;
            isEmpty = false;
        }
        stream.Write(Encoding.UTF8.GetBytes((isEmpty ? "[" : options.NewLine) + "]" + options.NewLine));
    }

    /// <summary>The record as its reader will have it: by way of the JSON that is written.</summary>
    public static RawRecord Printed(RawRecord raw)
    {
        var printed = new RawRecord(1, 0);
        using var json = JsonDocument.Parse(Item(raw));
        CslJson.Take(json.RootElement, printed);
        return printed;
    }

    /// <summary>As <see cref="CleanText.Of"/>; what stands between the parts of a name goes no further than this file.</summary>
    public static string Clean(string text) => string.Join(NameParts.Separator, text.Split(NameParts.Separator).Select(CleanText.Of));

    static ReadOnlyMemory<byte> Item(RawRecord raw)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        foreach (var fields in raw.Fields.GroupBy(f => f.Tag))
        {
            var texts = fields.Select(f => f.Joined("\n"));
            if (CslTable.Names.Contains(fields.Key)) Names(json, fields.Key, texts);
            else if (fields.Key == "issued") Date(json, texts.First());
            else if (fields.Key == RestOfRecord.Plain) Custom(json, texts.First());
            else json.WriteString(fields.Key, Text(texts.First()));
        }
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    static void Names(Utf8JsonWriter json, string tag, IEnumerable<string> names)
    {
        json.WriteStartArray(tag);
        foreach (var name in names)
        {
            var (family, given, literal) = NameParts.Split(name);
            json.WriteStartObject();
            foreach (var (part, text) in ((string, string)[])[("family", family), ("given", given), ("literal", literal)])
                if (text.Length > 0) json.WriteString(part, text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Date(Utf8JsonWriter json, string iso)
    {
        var parts = iso.Split('-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        json.WriteStartObject("issued");
        if (parts.Contains(0)) json.WriteString("raw", iso);
        else
        {
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            foreach (var part in parts) json.WriteNumberValue(part);
            json.WriteEndArray();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void Custom(Utf8JsonWriter json, string rest)
    {
        json.WriteStartObject("custom");
        json.WritePropertyName(RestOfRecord.Plain);
        json.WriteRawValue(rest);
        json.WriteEndObject();
    }

    static string Text(string text) => text.Replace(NameParts.Separator.ToString(), "", StringComparison.Ordinal);
}
