using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class ProtocolFileTests
{
    [Theory]
    [InlineData("title: [", "review.yaml:2: not valid YAML")]
    [InlineData("[!!x", "not valid YAML")]
    [InlineData("- [, a", "not valid YAML")]
    [InlineData("stages:\n\t- { id: a }", "review.yaml:2: the line begins with a tab; YAML wants blanks")]
    [InlineData("title: x\nquestion：{ en: y", "review.yaml:2: a full-width colon")]
    [InlineData("sources:\n  - { id: scopus }\n  - { id: scopus }", "review.yaml:2: two of sources have the id scopus")]
    [InlineData("titel: x", "review.yaml:1: unknown key \"titel\"; known here: columns, criteria, dedup, flow, groups")]
    [InlineData("dedup: { never-merge: [[a]] }", "review.yaml:1: never-merge wants lists of two or more, such as [A, B]; found [a]")]
    [InlineData("dedup: { never-merge: [a, b] }", "review.yaml:1: each item of never-merge should be a list, such as [A, B]")]
    [InlineData("dedup:\n  same-journal: { a: b }", "review.yaml:2: same-journal should be a list of lists, such as - [A, B]")]
    [InlineData("stages:\n  - { id: a, kind: abstract }", "review.yaml:2: kind is \"abstract\", expected one of title-abstract, full-text")]
    [InlineData("stages:\n  - { id: a, kind: full-text }\n  - { id: b, kind: title-abstract }", "review.yaml:2: a title-abstract stage comes after a full-text one")]
    [InlineData("query: { file: q.yaml, mode: remove, counted: search }", "rounds that remove records here cannot count as part of the search")]
    [InlineData("criteria:\n  - { require: abstract }", "review.yaml:2: id is missing")]
    [InlineData("sources: scopus", "review.yaml:1: sources should be a list")]
    [InlineData("stages:\n  - { id: a, overlap: 1.5 }", "review.yaml:2: overlap is \"1.5\", expected a share of 0 to 1")]
    [InlineData("stages:\n  - { id: a, reviewers: 2, overlap: 0.1 }", "review.yaml:2: overlap goes with reviewers: 1; with reviewers: 2 everything is judged twice")]
    [InlineData("stages:\n  - { id: a, allocation: fair }", "review.yaml:2: allocation is \"fair\", expected one of open, even")]
    [InlineData("stages:\n  - { id: a, allocation: even }", "stage a: allocation needs the reviewers, as in reviewers: [{ id: li }, { id: ann }]")]
    [InlineData("stages:\n  - { id: a, calibration: 50 }\nreviewers: [{ id: li }]", "stage a: calibration needs two reviewers or more")]
    [InlineData("stages:\n  - { id: a, allocation: { by: source, to: { 李: [cnki] } } }\nreviewers: [{ id: li }]", "stage a: allocation names 李, who is not one of reviewers: li")]
    [InlineData("stages:\n  - { id: a, allocation: { by: source } }", "review.yaml:2: allocation lacks `to`")]
    [InlineData("reviewers: [{ id: consensus }]", "review.yaml:1: \"consensus\" is the name of agreed verdicts; a reviewer needs another id")]
    [InlineData("criteria:\n  - { id: core, require: journal-list }", "review.yaml:2: require: journal-list goes with lists, as in lists: [cssci.csv] (files in queries/)")]
    [InlineData("reviewers: [{ id: m, kind: model }]", "review.yaml:1: url is missing")]
    public void A_mistake_is_named_with_its_line(string yaml, string expected) =>
        Assert.Contains(expected, Assert.Throws<ReviewKitException>(() => ProtocolFile.Parse(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_template_of_a_new_review_is_valid() => Assert.Equal(2, ProtocolFile.Parse(ProtocolFile.Template).Stages.Count);

    [Fact]
    public void The_query_template_of_a_new_review_is_valid() => Assert.Single(ReviewKit.Query.TermQuery.Parse(ProtocolFile.QueryTemplate, "query.yaml").Sets);

    [Fact]
    public void Chinese_messages_name_the_line_too()
    {
        var wrong = Assert.Throws<ReviewKitException>(() => ProtocolFile.Parse("stages:\n  - { id: a, kind: 摘要 }"));
        Assert.Equal("review.yaml:2：kind 的值是“摘要”，应为 title-abstract, full-text 之一", wrong.Said.Zh);
    }
}
