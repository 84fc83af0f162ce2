using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>A flow as somebody typed it: from a paper, a spreadsheet, the R package. It may be wrong; that is what <see cref="FlowCheck"/> is for.</summary>
/// <param name="Reconciliations">Gaps the author has explained.</param>
/// <param name="Problems">What could not be taken as a number, or belongs to no box.</param>
public sealed partial record DeclaredFlow(FlowCounts Counts, IReadOnlyList<Reconciliation> Reconciliations, IReadOnlyList<Finding> Problems)
{
    /// <summary>Counted numbers, to be checked as if they had been typed.</summary>
    public static DeclaredFlow Of(FlowCounts counts) => new(counts, [], []);

    /// <summary>Reads YAML, JSON, the CSV of the R package PRISMA2020, or a diagram of ours (SVG), by the ending of the name or else by what it begins with.</summary>
    /// <exception cref="ReviewKitException">The file is missing, is not UTF-8, is not readable as what it seems to be, or states a box twice.</exception>
    /// <param name="allForms">Of the R package's CSV: also the zeros of columns that are not used.</param>
    public static DeclaredFlow Read(string path, bool allForms = false)
    {
        if (!File.Exists(path)) throw new ReviewKitException($"there is no file {path}", $"没有文件 {path}");
        try
        {
            return Parse(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), path, allForms);
        }
        catch (DecoderFallbackException e)
        {
            throw new ReviewKitException(new Message($"{path} is not UTF-8 text; save it as UTF-8", $"{path} 不是 UTF-8 文本；请另存为 UTF-8"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReviewKitException(new Message($"{path} cannot be read: {e.Message}", $"无法读取 {path}：{e.Message}"), e);
        }
    }

    /// <param name="name">For messages, and for its ending.</param>
    /// <param name="allForms">As for <see cref="Read"/>.</param>
    /// <exception cref="ReviewKitException">As for <see cref="Read"/>.</exception>
    public static DeclaredFlow Parse(string text, string name, bool allForms = false)
    {
        var builder = new Builder(name);
        if (name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            builder.AddAll(FlowSvg.Numbers(text, name));
        }
        else if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || text.TrimStart('\ufeff').StartsWith("data,node", StringComparison.Ordinal))
        {
            builder.AddAll(FlowCsv.Numbers(text, name, allForms));
        }
        else
        {
            // YAML on one line begins with a bracket too, so the ending decides first.
            var isYaml = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
            var isJson = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || (!isYaml && text.AsSpan().TrimStart() is ['{', ..]);
            builder.AddAll(isJson ? FlowTree.Json(text, name) : FlowTree.Yaml(text, name));
        }
        return builder.Build();
    }

    sealed class Builder(string name)
    {
        readonly Dictionary<string, (int? N, List<NamedCount> Parts)> counts = [];
        readonly Dictionary<string, int> lines = [];
        readonly SortedDictionary<string, Dictionary<string, FlowLeaf>> reconciliations = new(StringComparer.Ordinal);
        readonly List<Finding> problems = [];

        public void AddAll(IReadOnlyList<FlowLeaf> leaves)
        {
            // A case of a test file wraps the numbers in "declared", with the counts per source beside it.
            var isWrapped = leaves.Any(leaf => leaf.Path is ["declared", _, ..]);
            foreach (var leaf in leaves)
            {
                if (!isWrapped) Add(leaf);
                else if (leaf.Path is ["declared", ..]) Add(leaf with { Path = [.. leaf.Path.Skip(1)] });
                else if (leaf.Path is ["sources" or "databases" or "registers" or "reconciliation" or "reconciliations", ..]) Add(leaf);
            }
            if (counts.Count > 0 || reconciliations.Count > 0) return;
            throw new ReviewKitException($"{name} states no number of a flow; write for example \"db_identified: 1418\"", $"{name} 中没有流程图的数字；请写如“db_identified: 1418”");
        }

        void Add(FlowLeaf leaf)
        {
            if (leaf.Path is ["reconciliation" or "reconciliations", var entry, var field])
            {
                reconciliations.TryAdd(entry, []);
                reconciliations[entry][field] = leaf;
                return;
            }
            var written = string.Join('.', leaf.Path);
            var n = Number(leaf.Text);
            if (FlowKey.Parse(written) is not { } key)
            {
                // A note is text; a number under a name we do not know is a box misspelt.
                if (n is not null) Problem("W-UNKNOWN-BOX", written, $"{At(leaf)}: no box is called {written}; its number {leaf.Text} was not used", $"{At(leaf)}：没有名为 {written} 的框；未使用其数字 {leaf.Text}");
            }
            else if (n is null)
            {
                Problem("E-NOT-INTEGER", key.Box, $"{At(leaf)}: {written} is \"{leaf.Text}\", expected a whole number", $"{At(leaf)}：{written} 为“{leaf.Text}”，应为整数");
            }
            else
            {
                Put(key, n.Value, written, leaf);
            }
        }

        void Put(FlowKey key, int n, string written, FlowLeaf leaf)
        {
            if (!counts.TryGetValue(key.Box, out var count)) count = (null, []);
            if (key.Part is not null)
            {
                count.Parts.Add(new(key.Part, n));
            }
            else
            {
                if (lines.TryGetValue(key.Box, out var before))
                    throw new ReviewKitException($"{At(leaf)}: {written} states {key.Box} again, after line {before}", $"{At(leaf)}：{written} 再次给出 {key.Box}，第 {before} 行已有");
                lines[key.Box] = leaf.Line;
                count.N = n;
            }
            counts[key.Box] = count;
        }

        public DeclaredFlow Build()
        {
            // "included: 84" leaves open what was counted; read as one report a study, and said so.
            if (counts.Remove("included", out var included) && included.N is { } n)
            {
                counts.TryAdd("included.studies", included);
                counts.TryAdd("included.reports", included);
                Problem("W-UNIT-UNCLEAR", "included",
                    $"{n} included: studies or reports? Read as one report a study; write included.studies and included.reports",
                    $"纳入 {n}：是研究还是报告？按每项研究一篇报告处理；请分别写 included.studies 和 included.reports");
            }
            var flow = FlowCounts.Empty;
            foreach (var (box, count) in counts) flow = flow.With(box, new(count.N, count.Parts));
            return new(flow, [.. reconciliations.Values.Select(Reconcile)], problems);
        }

        Reconciliation Reconcile(Dictionary<string, FlowLeaf> fields)
        {
            var box = fields.TryGetValue("box", out var leaf) ? FlowKey.Parse(leaf.Text)?.Box : null;
            var gap = fields.TryGetValue("gap", out var stated) ? Number(stated.Text) : null;
            if (box is null || gap is null || !fields.TryGetValue("reason", out var reason))
                throw new ReviewKitException(
                    $"{At(fields.Values.First())}: a reconciliation needs a box, a gap (a whole number) and a reason",
                    $"{At(fields.Values.First())}：一条差额说明需要 box、gap（整数）和 reason");
            return new(box, gap.Value, reason.Text);
        }

        string At(FlowLeaf leaf) => string.Create(CultureInfo.InvariantCulture, $"{name}:{leaf.Line}");

        void Problem(string code, string box, string en, string zh) => problems.Add(new(code, box, null, null, new(en, zh)));

    }

    /// <summary>"1803", "1,803", "１８０３", "-5", "12.0"; null for anything else and for more than a thousand million.</summary>
    static int? Number(string text)
    {
        var digits = NumberPattern().Match(Fold.Term(text));
        return digits.Success && long.TryParse(digits.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var n) && Math.Abs(n) <= 1_000_000_000 ? (int)n : null;
    }

    [GeneratedRegex(@"^([+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3})+))(?:\.0+)?$")]
    private static partial Regex NumberPattern();
}
