using System.Text.Json;
using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>The formats in JSON, known by their keys.</summary>
static partial class JsonFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        Of("jsonl", "ReviewKit's own records (JSON lines)", "ReviewKit 记录（JSON Lines）", [".jsonl"], OwnJson.Recognises, OwnJson.Items),
        Of("openalex-json", "OpenAlex JSON", "OpenAlex JSON", [".json", ".jsonl"],
            head => head.Any(l => OpenAlexWork().IsMatch(l)) && head.Any(l => OpenAlexKey().IsMatch(l)), OpenAlexJson.Items),
        Of("csl-json", "CSL-JSON", "CSL-JSON", [".json"], head => head.Any(l => CslType().IsMatch(l)) && head.Any(l => CslKey().IsMatch(l)), CslJson.Items),
        Of("json", "JSON with a list of records (Publish or Perish and others)", "JSON 记录列表（Publish or Perish 等）", [".json"], head => head.Any(l => TitleKey().IsMatch(l)), FlatJson.Items),
    ];

    static Format Of(string name, string en, string zh, string[] extensions, Func<Head, bool> recognises, Func<Reading, JsonElement, RawRecord, IEnumerable<Item>> items) =>
        new(name, new Message(en, zh), extensions)
        {
            Recognises = head => Begins(head) && recognises(head),
            Reader = reading => JsonRecords.Read(reading, (json, raw) => items(reading, json, raw)),
        };

    static bool Begins(Head head) => Start().IsMatch(head.First + (head.Lines.Count > 1 ? head.Lines[1].TrimStart() : ""));

    [GeneratedRegex(@"^(?:\[\s*\{|\{\s*"")")]
    private static partial Regex Start();

    [GeneratedRegex(@"openalex\.org/W\d")]
    private static partial Regex OpenAlexWork();

    [GeneratedRegex(@"""(?:authorships|abstract_inverted_index|referenced_works|display_name|host_venue)""\s*:")]
    private static partial Regex OpenAlexKey();

    [GeneratedRegex(@"""type""\s*:\s*""(?:article|book|chapter|paper-conference|thesis|report|patent|webpage|manuscript|dataset|document|entry|journal-article|proceedings-article|posted-content|dissertation|monograph|post|speech|standard|legislation|legal_case|bill|software|review|motion_picture|song|map|graphic|figure|interview|pamphlet|periodical|broadcast|personal_communication|event|collection|classic|hearing|regulation|treaty|performance|musical_score)(?:-[a-z]+)*""")]
    private static partial Regex CslType();

    [GeneratedRegex(@"""(?:issued|container-title|author|DOI|citation-key|event-place|publisher-place)""\s*:")]
    private static partial Regex CslKey();

    [GeneratedRegex(@"""(?:title|Title|题名|标题)""\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex TitleKey();
}
