namespace ReviewKit.Prisma.Narrative;

/// <summary>A number that a text states.</summary>
/// <param name="Box">Of <see cref="FlowBox"/>.</param>
/// <param name="Part">The database or reason it is of; null for the box itself.</param>
/// <param name="Line">Of the file, from 1; in a .docx the paragraph.</param>
/// <param name="Sentence">As written.</param>
public sealed record Statement(string Box, string? Part, int N, int Line, string Sentence);

/// <summary>
/// The flow a methods or results section tells in words, English or Chinese. Numbers are found with the clause they stand in; words that leave two readings open are read so that
/// the flow has the fewest errors, and the other reading becomes a question.
/// </summary>
/// <param name="Flow">To be checked with <see cref="FlowCheck"/>; its problems are what the words, not the numbers, do wrong.</param>
/// <param name="Statements">In the order of the text.</param>
/// <param name="Questions">Other readings.</param>
public sealed record NarrativeFlow(DeclaredFlow Flow, IReadOnlyList<Statement> Statements, IReadOnlyList<Text.Message> Questions)
{
    // Readings are tried together: more than this many open ones are read as the first of each.
    const int MostOpen = 6;

    /// <summary>Endings of files that are read as text.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".md", ".markdown", ".text", ".docx"];

    /// <exception cref="ReviewKitException">The file is missing, is not readable, or states no number of a flow.</exception>
    public static NarrativeFlow Read(string path, string name) => Of(Prose.Read(path, name), name);

    /// <param name="name">For messages.</param>
    /// <exception cref="ReviewKitException">It states no number of a flow.</exception>
    public static NarrativeFlow Parse(string text, string name) => Of(Prose.Of(text), name);

    static NarrativeFlow Of(IReadOnlyList<Sentence> sentences, string name)
    {
        var readings = NarrativeReader.Read(sentences);
        if (readings.Count == 0)
            throw new ReviewKitException($"{name} states no number of a flow that could be found; a sentence such as \"1803 records were identified\" is looked for, or write the flow as YAML (docs/prisma.md)",
                $"{name} 中未找到流程数字；可识别如“共检索到文献1803篇”的句子，或用 YAML 书写流程（见 docs/prisma.md）");
        var best = Candidates(readings)
            .Select(candidate => (Candidate: candidate, Report: FlowCheck.Of(candidate.Flow)))
            .OrderBy(tried => tried.Report.Findings.Count(finding => finding.Severity == Severity.Error))
            .ThenBy(tried => tried.Report.Correction is null)
            .First().Candidate;
        Finding[] problems = [.. best.Twice, .. NarrativeLints.Of(sentences, best.Readings)];
        return new(best.Flow with { Problems = problems },
            [.. best.Readings.Select(reading => new Statement(reading.Boxes[0], reading.Part, reading.Mention.N, reading.Mention.Sentence.Line, reading.Mention.Sentence.Text))],
            [.. best.Readings.Zip(readings).Where(pair => IsOpen(pair.Second)).Select(pair => Question(pair.First, pair.Second))]);
    }

    // Sought and assessed are mostly the same number; taken out and left never are.
    static bool IsOpen(Reading reading) => reading.Boxes.Count > 1 && reading.Boxes.Any(box => box.StartsWith("db_removed", StringComparison.Ordinal));

    static Text.Message Question(Reading read, Reading open)
    {
        var other = open.Boxes.First(box => box != read.Boxes[0]);
        var (line, n) = (read.Mention.Sentence.Line, read.Mention.N);
        return new($"line {line}: is {n} what was taken out or what was left? It was read as {read.Boxes[0]}; the other reading, {other}, fits the other numbers less well",
            $"第 {line} 行：{n} 是移出的数量还是剩余的数量？按 {read.Boxes[0]} 读取；另一种读法 {other} 与其他数字更不相符");
    }

    static IEnumerable<NarrativeCandidate> Candidates(IReadOnlyList<Reading> readings)
    {
        // A box that two numbers are stated for is open too: either may be the slip.
        var open = readings.Where(reading => reading.Boxes.Count > 1).Take(MostOpen).ToList();
        foreach (var choice in Choices([.. open.Select(reading => reading.Boxes.Count)]))
        {
            Reading[] read = [.. readings.Select(reading => open.IndexOf(reading) is >= 0 and var at ? reading with { Boxes = [reading.Boxes[choice[at]]] } : reading with { Boxes = [reading.Boxes[0]] })];
            yield return new NarrativeCandidate(read);
        }
    }

    /// <summary>All ways to choose one of each, the first of each first.</summary>
    static IEnumerable<int[]> Choices(IReadOnlyList<int> counts)
    {
        var total = counts.Aggregate(1, (product, n) => product * n);
        for (var i = 0; i < total; i++)
        {
            var choice = new int[counts.Count];
            var rest = i;
            for (var at = counts.Count - 1; at >= 0; at--) (choice[at], rest) = (rest % counts[at], rest / counts[at]);
            yield return choice;
        }
    }
}
