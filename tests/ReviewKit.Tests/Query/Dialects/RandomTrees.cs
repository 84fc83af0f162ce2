using ReviewKit.Query;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Tests.Query.Dialects;

/// <summary>Random searches that a platform can say, from a seed.</summary>
sealed class RandomTrees(Dialect dialect, int seed)
{
    static readonly string[] Words = ["policy", "urban", "governance", "transport", "behaviour", "data", "housing", "energy", "notes", "andes"];
    static readonly string[] Phrases = ["smart city", "laws and regulations", "quality of life", "e-government service", "not in my backyard", "Alzheimer's disease"];
    static readonly string[] Chinese = ["智慧城市", "数字城市", "政策", "法律法规", "政务", "北京", "“十三五”规划", "C语言", "5G 网络"];

    // Where quotes mark every value, an apostrophe is doubled; elsewhere it is a letter.
    readonly SearchFields[] fields = [.. dialect.Fields.Where(code => code is { Role: FieldRole.Text, Instead: null, IsRead: false }).Select(code => code.Fields).Distinct().Where(one => FieldCover.Of(one, dialect, false).Code is null)];
    readonly Random random = new(seed);

    public Expression Next()
    {
        var tree = Node(random.Next(1, 4));
        var limits = new List<Expression>();
        if (random.Next(3) == 0) limits.Add(new DateLimit("20" + random.Next(10, 15), "20" + random.Next(15, 23)));
        if (dialect.Languages(["en"]) is not null && random.Next(4) == 0) limits.Add(new LanguageLimit(random.Next(2) == 0 ? ["zh"] : ["en", "zh"]));
        return limits.Count == 0 ? tree : new Conjunction([tree, .. limits]);
    }

    Expression Node(int depth) => depth == 0 ? Leaf() : random.Next(5) switch
    {
        0 => new Conjunction(Parts(depth)),
        1 => new Conjunction([.. Parts(depth), new Negation(Node(depth - 1))]),
        2 or 3 => new Disjunction(Parts(depth)),
        _ => Leaf(),
    };

    List<Expression> Parts(int depth) => [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Node(depth - 1))];

    Expression Leaf()
    {
        if (random.Next(5) == 0 && Near() is { } near) return near;
        return Term(fields[random.Next(fields.Length)]);
    }

    SearchTerm Term(SearchFields field)
    {
        var always = dialect.Quotes == QuotePolicy.Always;
        return random.Next(4) switch
        {
            0 => new SearchTerm([new Piece(Chinese[random.Next(Chinese.Length)])], TermForm.Quoted, field),
            1 => new SearchTerm([new Piece(Phrases[random.Next(Phrases.Length)])], TermForm.Quoted, field),
            2 when dialect.Wildcards.Count > 0 => new SearchTerm([new Piece(Words[random.Next(3)]), new Piece("", dialect.Wildcards[random.Next(dialect.Name == "pubmed" ? 1 : dialect.Wildcards.Count)].Wild)], TermForm.Bare, field),
            _ => new SearchTerm([new Piece(Words[random.Next(Words.Length)])], always ? TermForm.Quoted : TermForm.Bare, field),
        };
    }

    Proximity? Near()
    {
        if (dialect.NearInTag)
        {
            var field = random.Next(2) == 0 ? SearchFields.Title : SearchFields.TitleAbstract;
            return new Proximity([.. Different(random.Next(2, 4), field)], random.Next(1, 9), false);
        }
        if (dialect.NearInQuotes) return new Proximity([.. Different(2, new[] { SearchFields.Title, SearchFields.Abstract, SearchFields.FullText }[random.Next(3)])], random.Next(1, 9), random.Next(2) == 0);
        if (dialect.Near.Count == 0) return null;
        var one = fields[random.Next(fields.Length)];
        var form = dialect.Near.First();
        var operands = Different(random.Next(2, 4), one).Select(operand => random.Next(3) == 0 ? new Disjunction([operand, Term(one)]) : operand).ToList();
        return new Proximity(operands, random.Next(1, 14), form.Ordered);
    }

    IEnumerable<Expression> Different(int count, SearchFields field) =>
        Enumerable.Range(0, Words.Length).OrderBy(_ => random.Next()).Take(count).Select(i => new SearchTerm([new Piece(Words[i])], dialect.Quotes == QuotePolicy.Always ? TermForm.Quoted : TermForm.Bare, field)).ToList();
}
