using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>The reports of a stage as lists, for one reviewer.</summary>
public sealed class StageLists(Review review, Stage stage, string reviewer)
{
    // A verdict moves nothing into a stage or out of it, so it is read once.
    IReadOnlyList<string>? all;

    /// <summary>Reports this reviewer has judged, the last one first.</summary>
    public IReadOnlyList<string> Past() => [.. review.Connection.Query<string>("""
        select s.report_id from decision d join state s on s.record_id = d.report_id
        where d.reviewer = @reviewer and d.stage = @Id and d.live = 1 group by 1 order by max(d.seq) desc
        """, new { stage.Id, reviewer })];

    /// <summary>Reports on which those who judged them differ, in the order they were imported.</summary>
    public IReadOnlyList<string> Conflicts() => InImportOrder("s.route in ('db', 'ot') and s.place = 'conflict' and s.stage = @Id");

    /// <summary>Reports at this stage whose full text is not here, also those that could not be had, in the order they were imported.</summary>
    public IReadOnlyList<string> ToRetrieve() => InImportOrder("""
        (s.place in ('awaiting', 'conflict') and s.stage = @Id or s.place = 'not-retrieved')
        and not exists (select 1 from state m join retrieval t on t.report_id = m.record_id where m.report_id = s.record_id and t.status = 'retrieved')
        """);

    /// <summary>Every report that is at this stage or was judged at it, in the order they were imported.</summary>
    public IReadOnlyList<string> All() => all ??= InImportOrder("""
        (s.place in ('awaiting', 'conflict', 'excluded') and s.stage = @Id
        or s.report_id in (select o.report_id from decision d join state o on o.record_id = d.report_id where d.stage = @Id and d.live = 1))
        """);

    IReadOnlyList<string> InImportOrder(string where) => [.. review.Connection.Query<string>($"""
        select s.record_id from state s join record r on r.id = s.record_id join import i on i.id = r.import_id
        where s.record_id = s.report_id and {where} order by i.time, i.name, r.ordinal
        """, stage)];
}
