using Dapper;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.Dedup;

/// <summary>The questions left for a person, one after the other; every answer is in the ledger when its method returns.</summary>
public sealed class QuestionQueue
{
    readonly Review review;
    readonly IReadOnlyList<Question> questions;
    readonly Stack<Step> done = new();

    /// <param name="Event">Null for a skip.</param>
    /// <param name="IsOver">True when the same two reports need not be asked about again in this walk: they are two, or were skipped.</param>
    sealed record Step(int Position, string? Event, bool IsOver);

    /// <param name="questions">The most valuable first, as <see cref="Merges.Run"/> finds them.</param>
    public QuestionQueue(Review review, IReadOnlyList<Question> questions)
    {
        (this.review, this.questions) = (review, questions);
        Settle(0);
    }

    /// <summary>Null when all have been gone through.</summary>
    public Question? Current => Position < questions.Count ? questions[Position] : null;

    /// <summary>Of the current question, from 0.</summary>
    public int Position { get; private set; }

    public int Count => questions.Count;

    public int Answered => done.Count(step => step.Event is not null);

    public int Skipped => done.Count - Answered;

    /// <summary>The records of the two reports asked about, the one that stands for each first.</summary>
    public (IReadOnlyList<Record> A, IReadOnlyList<Record> B) Reports() => (Store.Reports.Group(review, Current!.A), Store.Reports.Group(review, Current.B));

    /// <summary>They are one report.</summary>
    public void Same() => Move(Merges.Merge(review, [Current!.A, Current.B], null).Id, isOver: false);

    /// <summary>They are two reports, and nobody is asked again.</summary>
    public void Different() => Move(Merges.Part(review, [Current!.A, Current.B], null).Event.Id, isOver: true);

    /// <summary>They are two reports with a relation between them.</summary>
    /// <param name="type">One of <see cref="Merges.LinkTypes"/>.</param>
    /// <param name="fromA">True when the first is the preprint, the erratum, the part.</param>
    public void Link(string type, bool fromA)
    {
        var (from, to) = fromA ? (Current!.A, Current.B) : (Current!.B, Current.A);
        Move(Merges.Link(review, from, to, type, null, remove: false).Id, isOver: true);
    }

    /// <summary>Another time: it is asked again by the next run.</summary>
    public void Skip() => Move(null, isOver: true);

    /// <summary>Takes the last answer or skip back, to any depth, and asks it again.</summary>
    /// <returns>False when there is none.</returns>
    public bool Undo()
    {
        if (!done.TryPop(out var last)) return false;
        if (last.Event is { } answer && !review.Ledger.IsUndone(answer)) review.Ledger.Append("undo", new UndoBody(answer));
        Position = last.Position;
        return true;
    }

    void Move(string? answer, bool isOver)
    {
        done.Push(new Step(Position, answer, isOver));
        Settle(Position + 1);
    }

    /// <summary>Passes over what an earlier answer has settled: A is B and B is C, so nobody asks about A and C.</summary>
    void Settle(int from)
    {
        Position = from;
        while (Current is { } question && IsSettled(question)) Position++;
    }

    bool IsSettled(Question question)
    {
        if (Pair(question) is not { } pair || pair.Item1 == pair.Item2) return true;
        return done.Any(step => step.IsOver && Pair(questions[step.Position]) is { } other && (other == pair || other == (pair.Item2, pair.Item1)));
    }

    /// <summary>The reports the two records belong to now; null when one is gone with its import.</summary>
    (string, string)? Pair(Question question)
    {
        var reports = review.Connection.Query<(string Record, string Report)>("select record_id, report_id from state where record_id in (@A, @B)", question).ToDictionary(row => row.Record, row => row.Report);
        return reports.Count == 2 ? (reports[question.A], reports[question.B]) : null;
    }
}
