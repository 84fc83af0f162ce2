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

    public static void Print(IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, WriteOptions options)
    {
        var separator = "[\n";
        foreach (var (record, raw) in records)
        {
            stream.Write(Encoding.UTF8.GetBytes(separator));
            separator = ",\n";
            using var json = new Utf8JsonWriter(stream, Options);
            Item(json, record, raw);
        }
        stream.Write(Encoding.UTF8.GetBytes(separator == "[\n" ? "[]\n" : "\n]\n"));
    }

    static void Item(Utf8JsonWriter json, Record record, RawRecord raw)
    {
        json.WriteStartObject();
        foreach (var tag in raw.Fields.Select(f => f.Tag).Distinct())
        {
            if (tag == "author") Names(json, tag, record.Authors);
            else if (tag == "editor") Names(json, tag, record.Editors);
            else if (tag == "translator") Names(json, tag, record.Contributors.Where(c => c.Role == tag).Select(c => c.Name));
            else if (tag == "issued") Date(json, raw.First(tag)!);
            else if (tag == RestOfRecord.Plain) Rest(json, raw.First(tag)!);
            else json.WriteString(tag, raw.Fields.Find(f => f.Tag == tag)!.Joined("\n"));
        }
        json.WriteEndObject();
    }

    static void Names(Utf8JsonWriter json, string tag, IEnumerable<PersonName> names)
    {
        json.WriteStartArray(tag);
        foreach (var name in names)
        {
            json.WriteStartObject();
            foreach (var (part, text) in ((string, string?)[])[("family", name.Family), ("given", name.Given), ("literal", name.Literal)])
                if (text is not null) json.WriteString(part, CleanText.Of(text));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Date(Utf8JsonWriter json, string iso)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        foreach (var part in iso.Split('-')) json.WriteNumberValue(int.Parse(part, CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Rest(Utf8JsonWriter json, string rest)
    {
        json.WriteStartObject("custom");
        json.WritePropertyName(RestOfRecord.Plain);
        json.WriteRawValue(rest);
        json.WriteEndObject();
    }
}
