using System.Text;
using System.Text.Json;

namespace ReviewKit.Store;

/// <summary>
/// The order of the events of several copies of a review: by time and id, but none before the event it follows in its chain, before the import of a record it names,
/// or before the event it takes back. It depends on the events alone, so that copies that have taken in one another are the same.
/// </summary>
static class EventOrder
{
    /// <param name="events">All of them, each once, in any order.</param>
    /// <param name="importOf">The import (its id) a record came by; null for what is no record.</param>
    public static List<Event> Of(IReadOnlyCollection<Event> events, Func<string, string?> importOf)
    {
        var byId = events.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var byHash = events.ToDictionary(entry => entry.Hash, StringComparer.Ordinal);
        // A file can be imported, taken back and imported again: what names its records comes after the first time.
        var imports = events.Where(entry => entry.Kind == "import").GroupBy(entry => EventJson.Read<ImportBody>(entry).Import).ToDictionary(group => group.Key, group => group.MinBy(Key)!, StringComparer.Ordinal);
        var waitsFor = new Dictionary<string, int>(events.Count, StringComparer.Ordinal);
        var next = new Dictionary<string, List<Event>>(StringComparer.Ordinal);
        foreach (var entry in events)
        {
            var before = Named(entry, byId, imports, importOf);
            if (byHash.TryGetValue(entry.Previous, out var previous)) before.Add(previous.Id);
            before.Remove(entry.Id);
            waitsFor[entry.Id] = before.Count;
            foreach (var id in before)
            {
                if (!next.TryGetValue(id, out var after)) next[id] = after = [];
                after.Add(entry);
            }
        }
        var free = new PriorityQueue<Event, (string, string)>(events.Where(entry => waitsFor[entry.Id] == 0).Select(entry => (entry, Key(entry))), Comparer<(string, string)>.Create(Compare));
        var ordered = new List<Event>(events.Count);
        while (free.TryDequeue(out var entry, out _))
        {
            ordered.Add(entry);
            foreach (var after in next.GetValueOrDefault(entry.Id, []))
                if (--waitsFor[after.Id] == 0) free.Enqueue(after, Key(after));
        }
        return ordered;
    }

    static (string Time, string Id) Key(Event entry) => (entry.Time, entry.Id);

    static int Compare((string, string) a, (string, string) b) => string.CompareOrdinal(a.Item1, b.Item1) is var byTime && byTime != 0 ? byTime : string.CompareOrdinal(a.Item2, b.Item2);

    /// <summary>Any text of the body that is the id of an event or of a record names it, whatever the kind of event: kinds to come are ordered too.</summary>
    static HashSet<string> Named(Event entry, Dictionary<string, Event> byId, Dictionary<string, Event> imports, Func<string, string?> importOf)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        if (entry.Kind is "import" or "protocol" or "search-log") return before;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(entry.Body));
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.ValueSpan.Length is not (13 or 36)) continue;
            var text = reader.GetString()!;
            if (byId.ContainsKey(text)) before.Add(text);
            else if (importOf(text) is { } import && imports.TryGetValue(import, out var first)) before.Add(first.Id);
        }
        return before;
    }
}
