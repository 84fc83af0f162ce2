using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>
/// What a reviewer may see of the others: at a stage that is blind (review.yaml, blind) nothing that was said of a report before all have judged who must.
/// It keeps honest people independent; the file itself is open to whoever reads it with another program.
/// </summary>
public sealed class Blinding
{
    readonly Review review;
    readonly string viewer;
    readonly HashSet<string> blind;

    Blinding(Review review, string viewer, HashSet<string> blind) => (this.review, this.viewer, this.blind) = (review, viewer, blind);

    /// <param name="viewer">Who looks; null sees all.</param>
    public static Blinding Of(Review review, string? viewer) =>
        new(review, viewer ?? "", viewer is null ? [] : [.. review.Protocol.Stages.Where(stage => stage.IsBlind).Select(stage => stage.Id)]);

    /// <summary>Whether what the reviewer said of a record at a stage is kept from the viewer.</summary>
    public bool Hides(string record, string stage, string reviewer) => reviewer != viewer && blind.Contains(stage) && IsOpen(record, stage);

    /// <summary>Whether notes and labels of this person on a record are kept from the viewer: while it waits at a blind stage.</summary>
    public bool Hides(string record, string person) => person != viewer && blind.Any(stage => IsOpen(record, stage));

    /// <summary>What the viewer is told instead of the event; null when he may read it.</summary>
    public Message? Instead(Event entry)
    {
        if (blind.Count == 0 && entry.Kind != "opinion") return null;
        return entry.Kind switch
        {
            "decision" => Decision(EventJson.Read<DecisionBody>(entry)),
            "decisions" => Decisions(EventJson.Read<DecisionsBody>(entry)),
            "note" => EventJson.Read<NoteBody>(entry) is var note && Hides(note.Record, entry.Person) ? new($"a note on {note.Record} (hidden until all have judged)", $"{note.Record} 的备注（全部判断完毕前不显示）") : null,
            "label" => EventJson.Read<LabelBody>(entry) is var label && label.Records.Any(record => Hides(record, entry.Person)) ? new($"a label on {label.Records.Count} records (hidden until all have judged)", $"{label.Records.Count} 条记录的标签（全部判断完毕前不显示）") : null,
            "opinion" => EventJson.Read<OpinionBody>(entry) is var opinion && HidesOpinion(opinion.Record, opinion.Stage) ? new($"opinion of {opinion.Reviewer} on {opinion.Record} (hidden until you have judged)", $"{opinion.Reviewer} 对 {opinion.Record} 的意见（您判断之前不显示）") : null,
            _ => null,
        };
    }

    /// <summary>Whether a model's opinion is kept from the viewer: while the report waits at the stage and he has not judged it himself, blind stage or not.</summary>
    public bool HidesOpinion(string record, string stage) => viewer.Length > 0 && IsOpen(record, stage) && review.One("""
        select 1 from state s join state m on m.report_id = s.report_id join decision d on d.report_id = m.record_id
        where s.record_id = $0 and d.stage = $1 and d.reviewer = $2 and d.live = 1
        """, record, stage, viewer) is null;

    Message? Decision(DecisionBody body) => Hides(body.Record, body.Stage, body.Reviewer)
        ? new($"{body.Reviewer} judged {body.Record} at {body.Stage} (hidden until all have judged)", $"{body.Reviewer} 在 {body.Stage} 阶段判断了 {body.Record}（全部判断完毕前不显示）")
        : null;

    Message? Decisions(DecisionsBody body) => body.Records.Any(record => Hides(record, body.Stage, body.Reviewer))
        ? new($"{body.Reviewer} judged {body.Records.Count} records at {body.Stage} (hidden until all have judged)", $"{body.Reviewer} 在 {body.Stage} 阶段判断了 {body.Records.Count} 条记录（全部判断完毕前不显示）")
        : null;

    /// <summary>A report that waits because of a `maybe` was judged by all who must.</summary>
    bool IsOpen(string record, string stage) => review.One("""
        select 1 from state s join state h on h.record_id = s.report_id where s.record_id = $0 and h.place = 'awaiting' and h.stage = $1 and h.reason is null
        """, record, stage) is not null;
}
