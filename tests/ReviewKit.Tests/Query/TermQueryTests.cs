using ReviewKit.Query;

namespace ReviewKit.Tests.Query;

public class TermQueryTests
{
    [Theory]
    [InlineData("sets: []", "query.yaml:1:7: there are no term sets")]
    [InlineData("sets:\n  - { id: S1 }", "query.yaml:2:11: set S1 has no terms: give zh or en")]
    [InlineData("sets:\n  - { id: S1, zh: [智慧城市，数字城市] }", "query.yaml:2:20: \"智慧城市，数字城市\" has a list sign inside one term")]
    [InlineData("sets:\n  - { id: S1, zh: [智慧*城市] }", "query.yaml:2:20: \"智慧*城市\" has a wildcard beside a Chinese character")]
    [InlineData("sets:\n  - { id: S1, en: [smart AND city] }", "query.yaml:2:20: \"smart AND city\" has a quote, brace or operator")]
    [InlineData("fields: [titel]\nsets:\n  - { id: S1, en: [x] }", "query.yaml:1:10: fields has \"titel\"; known: title, abstract, keywords, index-keywords; did you mean title?")]
    [InlineData("sets:\n  - { id: S1, eng: [x] }", "query.yaml:2:15: unknown key \"eng\"; known here: all, any, en, fields, id, literal, match, name, not, notes, plural, zh; did you mean en?")]
    [InlineData("sets:\n  - { id: S1, en: [{ near: [a, b] }] }", "query.yaml:2:28: near needs within: the most words that may stand between")]
    [InlineData("sets:\n  - { id: S1, en: [{ near: [a, { all: [b, c] }], within: 2 }] }", "query.yaml:2:28: near takes words, phrases and lists of them")]
    [InlineData("sets:\n  - { id: S1, en: [{ not: [a] }] }", "query.yaml:2:20: expected term:, any:, all: or near: here")]
    [InlineData("sets:\n  - { id: S1, en: [x] }\n  - { id: S1, en: [y] }", "query.yaml:2:3: two sets have the id S1")]
    [InlineData("sets:\n  - { id: S1, en: ['a*b*c*d*e*'] }", "query.yaml:2:20: \"a*b*c*d*e*\" has more than 4 *")]
    [InlineData("sets:\n  - id: S1\n    en: &x [*x]", "query.yaml:3:9: terms are nested more than 20 deep")]
    [InlineData("sets:\n  - id: S1\n    en: [&a [x, x, x, x, x, x, x, x, x, x], &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a], &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b], &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c], [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]]", "query.yaml:3:41: there are more than 50000 terms")]
    [InlineData("window: { from: 2010/1/1 }\nsets:\n  - { id: S1, en: [x] }", "query.yaml:1:17: from is \"2010/1/1\", expected a date such as 2010")]
    [InlineData("platforms: { cnik: {} }\nsets:\n  - { id: S1, en: [x] }", "query.yaml:1:20: unknown platform \"cnik\"; known: scopus, wos")]
    [InlineData("platforms: { cnki: { sets: { S9: { zh: [甲] } } } }\nsets:\n  - { id: S1, en: [x] }", "query.yaml:1:12: cnki has a set S9, which the query does not have")]
    public void A_mistake_is_named_with_line_and_column(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ReviewKitException>(() => TermQuery.Parse(yaml, "query.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_mistake_is_named_at_once_in_both_languages()
    {
        var said = Assert.Throws<ReviewKitException>(() => TermQuery.Parse("matchs: words\nsets:\n  - { id: S1, zh: [甲；乙] }\n  - { id: S2 }", "query.yaml")).Said;
        Assert.Equal([":3:20", ":4:11", ":1:1"], said.En.Split('\n').Select(line => line[10..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Contains("query.yaml:3:20：“甲；乙”一个词内有并列符号", said.Zh, StringComparison.Ordinal);
        Assert.Contains("是否想写 match？", said.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_query_has_the_four_sets_of_the_thesis()
    {
        var query = TermQuery.Read(Path.Combine(Repository.Root, "queries", "smart-city-policy.yaml"), "smart-city-policy.yaml");
        // Table 5: 3 + 4 + 6 + 4 terms in each language.
        Assert.Equal([3 + 3, 4 + 4, 6 + 6, 4 + 4], query.Sets.Select(set => set.Terms.Count));
    }

    [Fact]
    public void Terms_become_a_tree_with_the_place_they_were_read_from()
    {
        const string Yaml = "sets:\n  - { id: S1, zh: [智慧城市], en: [smart cit*, [e-gov, digital government], { near: [a, b], within: 3, ordered: true }] }";
        var set = TermQuery.Parse(Yaml, "query.yaml").Sets[0];
        Assert.Equal(["智慧城市 zh", "smart cit* en", "e-gov | digital government en", "(a >3 b) en"], set.Terms.Select(term => $"{term.Text} {term.Language}"));
        var cut = Assert.IsType<SearchTerm>(set.Terms[1].Tree);
        Assert.Equal([new Piece("smart cit"), new Piece("", Wildcard.Any)], cut.Pieces);
        Assert.Equal((SearchFields.Tracked, "smart cit*"), (cut.Fields, Yaml.Substring(cut.At.Start, cut.At.Length)));
        Assert.Equal(["e-gov", "digital government"], Assert.IsType<Disjunction>(set.Terms[2].Tree).Parts.Cast<SearchTerm>().Select(term => term.Text));
        Assert.Equal((3, true), (Assert.IsType<Proximity>(set.Terms[3].Tree).Gap, ((Proximity)set.Terms[3].Tree).Ordered));
    }

    [Fact]
    public void A_set_is_given_in_one_language_or_both()
    {
        var set = TermQuery.Parse("sets: [{ id: S, zh: [政策], en: [policy], any: [5G], not: [新闻] }]", "query.yaml").Sets[0];
        string[] Words(Expression? tree) => tree switch
        {
            SearchTerm term => [term.Text],
            Disjunction any => [.. any.Parts.SelectMany(Words)],
            Conjunction all => [.. all.Parts.SelectMany(Words)],
            Negation none => [.. Words(none.Part).Select(word => "-" + word)],
            _ => [],
        };
        Assert.Equal(["政策", "-新闻"], Words(set.In("zh")));
        Assert.Equal(["policy", "5G"], Words(set.In("en")));
        Assert.Equal(["政策", "policy", "5G", "-新闻"], Words(set.In("zh", "en")));
        Assert.Null(TermQuery.Parse("sets: [{ id: S, zh: [政策] }]", "query.yaml").Sets[0].In("en"));
    }

    [Fact]
    public void A_platform_gets_its_own_fields_window_and_sets()
    {
        var query = TermQuery.Parse("""
            window: { from: 2010, to: 2022 }
            sets:
              - { id: S1, zh: [政策], en: [policy, { term: law, fields: [title] }] }
              - { id: S2, zh: [北京] }
            platforms:
              cnki:
                fields: [title, keywords]
                terms: [zh]
                window: { to: 2021-12-31 }
                sets: { S2: { zh: [北京, 首都] } }
                notes: [run twice]
              wos: { string: 'TS=("smart city")' }
            """, "query.yaml");
        var cnki = query.For("cnki");
        Assert.Equal(("2010", "2021-12-31"), (cnki.From, cnki.To));
        Assert.Equal(["北京", "首都"], cnki.Sets[1].Terms.Select(term => term.Text));
        Assert.Equal([SearchFields.Title | SearchFields.AuthorKeywords, SearchFields.Title | SearchFields.AuthorKeywords, SearchFields.Title], cnki.Sets[0].Terms.Select(term => ((SearchTerm)term.Tree).Fields));
        Assert.Equal(SearchFields.Title | SearchFields.AuthorKeywords, ((SearchTerm)cnki.Sets[1].Terms[1].Tree).Fields);
        Assert.Equal("TS=(\"smart city\")", query.Platforms["wos"].Text);
        Assert.Same(query, query.For("scopus"));
    }

    [Theory]
    [InlineData("city", "city cities")]
    [InlineData("smart cities", "smart cities smart city")]
    [InlineData("policy", "policy policies")]
    [InlineData("box", "box boxes")]
    [InlineData("buses", "buses buse")]
    [InlineData("law", "law laws")]
    [InlineData("key", "key keys")]
    [InlineData("children", "children child")]
    [InlineData("crisis", "crisis crises")]
    [InlineData("class", "class classes")]
    [InlineData("classes", "classes class")]
    [InlineData("urban*", "urban*")]
    [InlineData("城市", "城市")]
    public void English_plurals_go_both_ways(string term, string forms)
    {
        var tree = TermQuery.Parse($"plural: true\nsets: [{{ id: S, en: ['{term}'] }}]", "query.yaml").Sets[0].Terms[0].Tree;
        Assert.Equal(forms, string.Join(' ', tree is Disjunction any ? any.Parts.Cast<SearchTerm>().Select(form => form.Text) : [((SearchTerm)tree).Text]));
    }
}
