using System.Text.Json;
using ReviewKit.Store;

namespace ReviewKit.Screening.Assist;

/// <summary>A model's answer, as far as it is one: exactly the object that was asked for, or no verdict at all.</summary>
/// <param name="Verdict">null: the answer is something else, and <see cref="Why"/> says what is wrong with it.</param>
public sealed record ModelReply(Verdict? Verdict, string? Reason, string? Why)
{
    const int LongestWhy = 2_000;

    static readonly string[] Keys = ["verdict", "reason", "why"];

    /// <param name="content">What the model wrote.</param>
    /// <param name="stage">Has the reasons that may be named.</param>
    public static ModelReply Parse(string content, Stage stage)
    {
        try
        {
            using var document = JsonDocument.Parse(content.Trim(), new JsonDocumentOptions { MaxDepth = 4 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return No("no JSON object");
            var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
                if (!Keys.Contains(property.Name) || !values.TryAdd(property.Name, property.Value)) return No($"key \"{property.Name}\" is unknown or there twice");
            return Of(values, stage);
        }
        catch (JsonException)
        {
            return No("no JSON");
        }
    }

    static ModelReply Of(Dictionary<string, JsonElement> values, Stage stage)
    {
        var word = values.TryGetValue("verdict", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        // The three words and no others: what people may write for them in files is wider.
        if (word is not ("include" or "exclude" or "maybe")) return No("no verdict");
        var verdict = VerdictText.Parse(word)!.Value;
        var reason = values.TryGetValue("reason", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        if (reason is not null && (verdict != Store.Verdict.Exclude || stage.Reasons.All(known => known.Id != reason))) return No("a reason that the stage does not have");
        var why = values.TryGetValue("why", out var words) && words.ValueKind == JsonValueKind.String ? words.GetString()! : "";
        return new ModelReply(verdict, reason, why.Length > LongestWhy ? why[..LongestWhy] : why);
    }

    static ModelReply No(string wrong) => new(null, null, wrong);
}
