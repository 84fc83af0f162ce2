using System.Text;

namespace ReviewKit.Query;

/// <summary>A text with the terms that were found in it marked.</summary>
public static class EvidenceText
{
    /// <summary>Each stretch found in brackets, with the ids of its sets behind: "a [smart city]S1 policy". Stretches that overlap are one.</summary>
    /// <param name="text">As the record has it; line ends become blanks.</param>
    /// <param name="evidence">What was found in this text, in any order.</param>
    /// <param name="query">Whose sets are named.</param>
    public static string Marked(string text, IEnumerable<Evidence> evidence, TermQuery query)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var (start, end, sets) in Stretches(evidence))
        {
            marked.Append(text, at, start - at).Append('[').Append(text, start, end - start).Append(']').AppendJoin(',', sets.Select(set => query.Sets[set].Id));
            at = end;
        }
        return marked.Append(text, at, text.Length - at).ToString().ReplaceLineEndings(" ");
    }

    /// <summary>The stretches of a text that are to be highlighted, in order and apart, each with its sets.</summary>
    public static IReadOnlyList<(int Start, int End, IReadOnlyList<int> Sets)> Stretches(IEnumerable<Evidence> evidence)
    {
        var stretches = new List<(int Start, int End, IReadOnlyList<int> Sets)>();
        foreach (var found in evidence.OrderBy(one => one.Offset).ThenByDescending(one => one.Length).ThenBy(one => one.Set))
        {
            var end = found.Offset + found.Length;
            if (stretches.Count > 0 && found.Offset < stretches[^1].End)
                stretches[^1] = (stretches[^1].Start, Math.Max(end, stretches[^1].End), [.. stretches[^1].Sets.Append(found.Set).Distinct().Order()]);
            else stretches.Add((found.Offset, end, [found.Set]));
        }
        return stretches;
    }
}
