using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReviewKit.Prisma;

/// <summary>One of the four official PRISMA 2020 forms, as templates.json has it (Page MJ et al., BMJ 2021;372:n71, CC BY 4.0).</summary>
/// <param name="Headers">By column: prev, db, other.</param>
/// <param name="Edges">The arrows, from box to box.</param>
public sealed record FlowTemplate(string Title, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<TemplateBox> Boxes, IReadOnlyList<IReadOnlyList<string>> Edges)
{
    static readonly Lazy<TemplateFile> File = new(() => Resource("templates.json", TemplateJsonContext.Default.TemplateFile));

    public bool IsUpdate => Headers.ContainsKey("prev");

    public bool HasOther => Headers.ContainsKey("other");

    /// <summary>new-v1, new-v2, updated-v1, updated-v2.</summary>
    public static IReadOnlyList<string> Names { get; } = ["new-v1", "new-v2", "updated-v1", "updated-v2"];

    internal static IReadOnlyList<string> Footnotes => File.Value.Footnotes;

    internal static string Attribution => File.Value.Attribution;

    /// <exception cref="ReviewKitException">No template has this name.</exception>
    public static FlowTemplate Named(string name) => File.Value.Templates.GetValueOrDefault(name) ?? throw new ReviewKitException(
        $"no PRISMA template \"{name}\"; there are {string.Join(", ", Names)}",
        $"没有名为“{name}”的 PRISMA 模板；可用的有 {string.Join("、", Names)}");

    /// <summary>The form these counts need: v2 when anything came by other methods, updated when there was a previous version.</summary>
    public static FlowTemplate For(FlowCounts counts)
    {
        var update = counts.Stated.Any(stated => stated.Box.Drawn is "prev" or "new_included" or "total_included");
        var other = counts.Stated.Any(stated => stated.Box.IsOther);
        return Named((update ? "updated-" : "new-") + (other ? "v2" : "v1"));
    }

    internal static T Resource<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var stream = typeof(FlowTemplate).Assembly.GetManifestResourceStream("ReviewKit.Prisma." + name)!;
        return JsonSerializer.Deserialize(stream, type)!;
    }
}

/// <summary>A box of a template.</summary>
/// <param name="Phase">identification, screening or included.</param>
/// <param name="Column">prev, db or other.</param>
/// <param name="Kind">main, or side: what leaves the flow.</param>
/// <param name="En">The head, "(n = )" standing for the number; null when there are only lines.</param>
/// <param name="Optional">May be left out when nothing was removed there.</param>
public sealed record TemplateBox(string Id, string Phase, string Column, string Kind, string? En, bool Optional, IReadOnlyList<string>? Lines, string? SideOf)
{
    /// <summary>Of the boxes of one stage of screening, which of <see cref="FlowCounts.Steps"/> it is; null for all other boxes.</summary>
    internal int? Step { get; init; }
}

sealed record TemplateFile(IReadOnlyList<string> PhaseLabels, IReadOnlyList<string> Footnotes, string Attribution, IReadOnlyDictionary<string, FlowTemplate> Templates);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TemplateFile))]
[JsonSerializable(typeof(Dictionary<string, Checklist>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, Dictionary<string, string>>>))]
sealed partial class TemplateJsonContext : JsonSerializerContext;
