using System.Globalization;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>Reads an expression into a test. What it cannot read it names with its column.</summary>
sealed class WhereParser
{
    static readonly HashSet<string> And = ["and", "&&", "且", "并且"], Or = ["or", "||", "或", "或者"], Not = ["not", "非", "!"], Absent = ["absent", "missing", "缺失", "缺", "无"], Present = ["present", "有"], In = ["in", "属于"];

    readonly List<WhereToken> tokens;
    readonly Protocol protocol;
    readonly IReadOnlyList<(string Id, Message Name)> sets;
    readonly int end;
    int at;
    bool hasSets;

    WhereParser(string text, Protocol protocol, IReadOnlyList<(string Id, Message Name)> sets) => (tokens, this.protocol, this.sets, end) = (WhereTokens.Of(text), protocol, sets, text.Length + 1);

    /// <param name="sets">Ids and names of the term sets, in order.</param>
    public static (Func<WhereFacts, bool> Test, bool HasSets) Parse(string text, Protocol protocol, IReadOnlyList<(string Id, Message Name)> sets)
    {
        var parser = new WhereParser(text, protocol, sets);
        var test = parser.Any();
        if (parser.at < parser.tokens.Count) throw parser.Unexpected("`and`, `or` or the end", "and、or 或结尾");
        return (test, parser.hasSets);
    }

    Func<WhereFacts, bool> Any()
    {
        var test = All();
        while (Takes(Or))
        {
            var (left, right) = (test, All());
            test = x => left(x) || right(x);
        }
        return test;
    }

    Func<WhereFacts, bool> All()
    {
        var test = One();
        while (Takes(And))
        {
            var (left, right) = (test, One());
            test = x => left(x) && right(x);
        }
        return test;
    }

    Func<WhereFacts, bool> One()
    {
        if (Takes(Not))
        {
            var inner = One();
            return x => !inner(x);
        }
        if (Takes("("))
        {
            var inner = Any();
            if (!Takes(")")) throw Unexpected("`)`", "“)”");
            return inner;
        }
        if (at >= tokens.Count || IsSign(tokens[at])) throw Unexpected("a field", "字段");
        if (tokens[at].Text.StartsWith("set:", StringComparison.OrdinalIgnoreCase)) return Set();
        var token = tokens[at++];
        if (WhereField.All.FirstOrDefault(field => field.Names.Contains(token.Text, StringComparer.OrdinalIgnoreCase)) is { } known) return Test(known.Names[0], x => known.Values(x, protocol));
        if (protocol.Groups.Keys.FirstOrDefault(group => group.Equals(token.Text, StringComparison.OrdinalIgnoreCase)) is { } named) return Test(named, x => x.Labels.Where(label => label.StartsWith(named + "=", StringComparison.Ordinal)).Select(label => label[(named.Length + 1)..]));
        var names = WhereField.All.Select(field => field.Names[0]).Concat(protocol.Groups.Keys).ToList();
        var meant = Nearest.Question(token.Text, names);
        throw new ReviewKitException($"--where, column {token.At}: no field \"{token.Text}\"; fields are {string.Join(", ", names)}, set:NAME{meant.En}",
            $"--where 第 {token.At} 列：没有字段“{token.Text}”；可用：{string.Join("、", names)}、set:组名{meant.Zh}");
    }

    Func<WhereFacts, bool> Set()
    {
        var token = tokens[at++];
        // A quoted name follows as a token of its own.
        var name = token.Text.Length > 4 ? token.Text[4..] : at < tokens.Count && tokens[at].IsQuoted ? tokens[at++].Text : throw Unexpected("the name of a term set", "组名");
        var no = sets.ToList().FindIndex(set => new[] { set.Id, set.Name.En, set.Name.Zh }.Any(word => FoldedText.Of(word ?? "") == FoldedText.Of(name)));
        if (no < 0)
            throw new ReviewKitException($"--where, column {token.At}: no term set \"{name}\"; the query has {string.Join(", ", sets.Select(set => set.Id))}",
                $"--where 第 {token.At} 列：没有词组“{name}”；检索式中有 {string.Join("、", sets.Select(set => set.Id))}");
        hasSets = true;
        return x => (x.Sets >> no & 1) == 1;
    }

    Func<WhereFacts, bool> Test(string field, Func<WhereFacts, IEnumerable<string?>> values)
    {
        bool Has(WhereFacts x, Func<string, bool> holds) => values(x).Any(value => !string.IsNullOrWhiteSpace(value) && holds(value));
        if (Takes(Absent)) return x => !Has(x, _ => true);
        if (Takes(Present)) return x => Has(x, _ => true);
        if (Takes(In)) return List(field, Has);
        if (at >= tokens.Count || tokens[at].IsQuoted || tokens[at].Text is not ("=" or "!=" or "~" or "!~" or "<" or "<=" or ">" or ">=")) throw Unexpected($"=, !=, ~, <, >, in, absent or present after {field}", $"{field} 之后应为 =、!=、~、<、>、in、absent 或 present");
        var sign = tokens[at++].Text;
        if (sign[0] is '<' or '>')
        {
            if (field != "year") throw new ReviewKitException($"--where, column {tokens[at - 1].At}: {sign} compares numbers, and {field} is none", $"--where 第 {tokens[at - 1].At} 列：{sign} 只用于数值，{field} 不是");
            var bound = Number();
            return x => Has(x, value => int.Parse(value, CultureInfo.InvariantCulture).CompareTo(bound) is var order && sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
        }
        var holds = Value(field, isPart: sign.EndsWith('~'));
        return sign[0] == '!' ? x => !Has(x, holds) : x => Has(x, holds);
    }

    Func<WhereFacts, bool> List(string field, Func<WhereFacts, Func<string, bool>, bool> has)
    {
        if (!Takes("(")) throw Unexpected("`(` after in", "in 之后应为“(”");
        var any = new List<Func<string, bool>>();
        do any.Add(Value(field, isPart: false));
        while (Takes(","));
        if (!Takes(")")) throw Unexpected("`,` or `)`", "“,”或“)”");
        return x => has(x, value => any.Exists(holds => holds(value)));
    }

    Func<string, bool> Value(string field, bool isPart)
    {
        if (at >= tokens.Count || (IsSign(tokens[at]) && !tokens[at].IsQuoted)) throw Unexpected("a value", "值");
        var word = tokens[at++];
        if (field == "year" && word.Text.Split("..") is [var low, var high] && int.TryParse(low, CultureInfo.InvariantCulture, out var from) && int.TryParse(high, CultureInfo.InvariantCulture, out var to))
            return value => int.Parse(value, CultureInfo.InvariantCulture) is var year && year >= from && year <= to;
        var folded = FoldedText.Of(word.Text);
        if (folded.Length == 0) throw new ReviewKitException($"--where, column {word.At}: an empty value; `{field} absent` finds what has none", $"--where 第 {word.At} 列：值为空；`{field} absent` 查找没有该字段的报告");
        return isPart ? value => FoldedText.Of(value).Contains(folded, StringComparison.Ordinal) : value => FoldedText.Of(value) == folded;
    }

    int Number() => at < tokens.Count && int.TryParse(tokens[at].Text, CultureInfo.InvariantCulture, out var number) && at++ >= 0 ? number : throw Unexpected("a number", "数值");

    static bool IsSign(WhereToken token) => !token.IsQuoted && token.Text.Length <= 2 && "()=<>!~,".Contains(token.Text[0], StringComparison.Ordinal);

    bool Takes(string sign) => at < tokens.Count && !tokens[at].IsQuoted && tokens[at].Text == sign && ++at > 0;

    bool Takes(HashSet<string> words) => at < tokens.Count && !tokens[at].IsQuoted && words.Contains(tokens[at].Text.ToLowerInvariant()) && ++at > 0;

    ReviewKitException Unexpected(string en, string zh)
    {
        var (found, column) = at < tokens.Count ? ($"`{tokens[at].Text}`", tokens[at].At) : ("", end);
        return new ReviewKitException($"--where, column {column}: {(found.Length > 0 ? $"unexpected {found}" : "it ends here")}, expected {en}",
            $"--where 第 {column} 列：{(found.Length > 0 ? $"意外的 {found}" : "到此结束")}，应为{zh}");
    }
}
