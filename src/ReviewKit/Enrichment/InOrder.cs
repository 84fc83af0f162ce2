using System.Runtime.CompilerServices;

namespace ReviewKit.Enrichment;

/// <summary>Several questions at a time, their answers one after the other in the order of the questions, so that the same answers always leave the same review.</summary>
static class InOrder
{
    /// <param name="ask">Never throws but for a stop.</param>
    public static async IAsyncEnumerable<(T Question, TAnswer Answer)> Of<T, TAnswer>(IEnumerable<T> questions, int width, Func<T, Task<TAnswer>> ask, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var waiting = new Queue<(T Question, Task<TAnswer> Answer)>();
        try
        {
            foreach (var question in questions)
            {
                waiting.Enqueue((question, ask(question)));
                if (waiting.Count < width) continue;
                var (first, answer) = waiting.Dequeue();
                yield return (first, await answer);
                stop.ThrowIfCancellationRequested();
            }
            while (waiting.TryDequeue(out var last)) yield return (last.Question, await last.Answer);
        }
        finally
        {
            // The wire is closed behind us: nothing may still be under way on it.
            foreach (var (_, answer) in waiting) await answer.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
