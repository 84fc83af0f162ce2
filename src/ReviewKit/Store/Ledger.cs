using Dapper;

namespace ReviewKit.Store;

/// <summary>The append-only list of everything people and programs decided in a review.</summary>
public sealed class Ledger
{
    const string Columns = "seq, id, person, device, time, kind, tool, previous, hash, body";
    readonly Review review;

    internal Ledger(Review review) => this.review = review;

    /// <summary>Writes one event and brings the derived tables up to it, in one transaction with whatever the caller is writing.</summary>
    public Event Append<T>(string kind, T body, string? person = null) => review.Write(() =>
    {
        var entry = Insert(kind, EventJson.Write(body), person);
        State.Apply(review, entry);
        return entry;
    });

    Event Insert(string kind, string body, string? person)
    {
        var author = review.Author with { Person = person ?? review.Author.Person };
        var previous = (string?)review.One("select hash from event where person = $0 and device = $1 order by seq desc limit 1", author.Person, author.Device) ?? "";
        var time = author.Time;
        var hash = Event.HashOf(author.Person, author.Device, time, kind, Author.Tool, previous, body);
        var entry = new Event
        {
            Id = Event.IdOf(hash),
            Person = author.Person,
            Device = author.Device,
            Time = time,
            Kind = kind,
            Tool = Author.Tool,
            Previous = previous,
            Hash = hash,
            Body = body,
        };
        var seq = (long)review.One("""
            insert into event (id, person, device, time, kind, tool, previous, hash, body)
            values ($0, $1, $2, $3, $4, $5, $6, $7, $8)
            returning seq
            """, entry.Id, entry.Person, entry.Device, entry.Time, entry.Kind, entry.Tool, entry.Previous, entry.Hash, entry.Body)!;
        return entry with { Seq = seq };
    }

    /// <summary>All events in the order they entered this file, streamed.</summary>
    public IEnumerable<Event> All() =>
        review.Connection.Query<Event>($"select {Columns} from event where @Until is null or time <= @Until order by seq", new { review.Until }, buffered: false);

    /// <summary>Events of some kinds that were not taken back, oldest first.</summary>
    public IReadOnlyList<Event> Live(params string[] kinds) =>
        [.. review.Connection.Query<Event>($"select {Columns} from event where kind in @kinds and (@Until is null or time <= @Until) and id not in (select event_id from undone) order by seq", new { kinds, review.Until })];

    /// <summary>Newest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<Event> Newest(int most) =>
        [.. review.Connection.Query<Event>($"select {Columns} from event order by seq desc limit @most", new { most })];

    /// <summary>The event with this id or unambiguous beginning of one.</summary>
    /// <exception cref="ReviewKitException">None, or several.</exception>
    public Event Find(string id)
    {
        // Ids are lower-case hex, so that whatever begins with this one sorts before it and a tilde: the index finds it, a function would read every event.
        var found = review.Connection.Query<Event>($"select {Columns} from event where id >= @id and id < @id || '~' limit 2", new { id }).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ReviewKitException($"no event {id} in the ledger", $"账本中没有事件 {id}"),
            _ => throw new ReviewKitException($"several events begin with {id}", $"有多个事件以 {id} 开头"),
        };
    }

    /// <summary>The newest event that can be taken back and has not been: not an undo, a protocol change, a search log, a note or a model's opinion, a notice of a retraction, and of none of the <paramref name="others"/>.</summary>
    public Event? LastUndoable(IReadOnlyList<string>? others = null) => review.Connection.QueryFirstOrDefault<Event>($"""
        select {Columns} from event
        where kind not in ('undo', 'protocol', 'note', 'search-log', 'opinion', 'calibration', 'notice') and person not in @others and id not in (select event_id from undone)
        order by seq desc limit 1
        """, new { others = others ?? [] });

    public bool IsUndone(string eventId) =>
        review.Connection.ExecuteScalar<long>("select count(*) from undone where event_id = @eventId", new { eventId }) > 0;

    internal ProtocolBody? LastProtocol() =>
        review.Connection.QueryFirstOrDefault<Event>($"select {Columns} from event where kind = 'protocol' and (@Until is null or time <= @Until) order by seq desc limit 1", new { review.Until }) is { } entry
            ? EventJson.Read<ProtocolBody>(entry)
            : null;
}
