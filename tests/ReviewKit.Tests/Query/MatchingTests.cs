using System.Text.RegularExpressions;
using ReviewKit.Query;

namespace ReviewKit.Tests.Query;

/// <summary>Matching of terms against a second method, on texts composed of words that nearly are the terms.</summary>
public class MatchingTests
{
    static readonly string[] Terms =
    [
        "smart city", "smart cit*", "city", "cities", "urban*", "*ization", "behavi*r", "wom?n", "e-government", "policy", "GIS", "5G", "law", "COVID-19", "co-word analysis", "data", "*work*", "naïve", "co?op",
        "life", "smart", "PM2.5", "c++", "智慧城市", "智慧", "城市", "市", "政策", "云计算", "5G网络", "城市治理", "数字", "经济", "広州", "智能", "Policy文本", "数据data", "环境", "法律法规", "治理能力",
    ];

    static readonly string[] Words =
    [
        "Smart", "smart", "SMART", "city", "City", "cities", "citybus", "urban", "Urbanization", "urbanisation", "ization", "behavior", "behaviour", "behaving", "woman", "women", "womn", "e-government", "e‑government",
        "egovernment", "policy", "Policymaking", "GIS", "gist", "5G", "15G", "law", "lawn", "COVID–19", "covid 19", "co-word", "analysis", "data", "metadata", "network", "works", "naive", "naïve", "nai\u0308ve", "coop",
        "co-op", "life", "lifelong", "PM2.5", "C++", "C", "智慧城市", "智慧城", "慧城市", "城市", "都市", "市", "政策", "雲計算", "云计算", "5G网络", "5G網絡", "城市治理", "數字經濟", "数字", "経済", "广州", "廣州", "広州",
        "智能", "Policy文本", "数据data", "环境", "環境", "法律法规", "法律", "法规", "治理能力", "ｓｍａｒｔ", "ＣＩＴＹ", "５Ｇ", "𝐜𝐢𝐭𝐲", "ﬁeld", "か\u3099", "が", "한글", "Ω",
    ];

    static readonly string[] Between = [" ", " ", " ", "-", "–", "", "  ", "\n", "、", ", ", "。", "/", "_", "\u00ad", "\u200b", "’s ", "(", "）"];

    [Fact]
    public void One_pass_agrees_with_a_regular_expression_for_each_term_on_a_hundred_thousand_pairs()
    {
        var rounds = new Rounds(TermQuery.Parse($"sets:\n  - id: S\n    any: [{string.Join(", ", Terms.Select(term => $"'{term}'"))}]", "query.yaml"));
        var slow = Terms.Select(SlowMatcher.Of).ToArray();
        var (pairs, hits, disagreements) = (0, 0, new List<string>());
        for (var seed = 0; pairs < 100_000; seed++)
        {
            var text = Text(new Random(seed));
            // U+00AD and U+200B are in no word for ReviewKit; the second method takes them out first.
            var folded = SlowMatcher.Folded(text.Replace("\u00ad", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal));
            var found = rounds.Match(new Record { Title = text }).Evidence.ToLookup(one => one.Number);
            for (var term = 0; term < Terms.Length; term++, pairs++)
            {
                var expected = slow[term].IsMatch(folded);
                if (expected) hits++;
                if (expected != found.Contains(term)) disagreements.Add($"seed {seed}: {Terms[term]} in \"{text}\": expected {expected}");
                disagreements.AddRange(found[term].Where(place => !IsPlace(slow[term], text.Substring(place.Offset, place.Length))).Select(place => $"seed {seed}: {Terms[term]} at {place.Offset}+{place.Length} of \"{text}\""));
            }
        }
        Assert.Empty(disagreements.Take(5));
        Assert.True(hits > 10_000, $"only {hits} pairs match: the texts do not try enough");
    }

    static bool IsPlace(Regex term, string piece) => term.Match(SlowMatcher.Folded(piece.Replace("\u00ad", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal))) is { Success: true };

    static string Text(Random random)
    {
        var text = "";
        for (var words = random.Next(1, 12); words > 0; words--) text += Words[random.Next(Words.Length)] + Between[random.Next(Between.Length)];
        return text;
    }

    [Theory]
    [InlineData("smart city", "A Smart-\nCity plan", 2, 11)]
    [InlineData("cafe", "Le cafe\u0301 noir", 3, 5)]
    [InlineData("urban*", "Re: urbanization, again", 4, 12)]
    [InlineData("fi", "Wi-ﬁ for all", 3, 1)]
    [InlineData("智慧城市", "論智慧城市建設", 1, 4)]
    [InlineData("云计算", "《雲計算》", 1, 3)]
    [InlineData("city", "ｃｉｔｙ", 0, 4)]
    public void A_place_is_counted_in_the_text_as_the_record_has_it(string term, string title, int offset, int length)
    {
        var rounds = new Rounds(TermQuery.Parse($"sets: [{{ id: S, any: ['{term}'] }}]", "query.yaml"));
        var found = Assert.Single(rounds.Match(new Record { Title = title }).Evidence);
        Assert.Equal((offset, length), (found.Offset, found.Length));
    }

    [Fact]
    public void Nearness_agrees_with_counting_words_by_hand()
    {
        string[] words = ["smart", "city", "plan", "智", "慧", "of", "城"];
        var query = TermQuery.Parse("""
            sets:
              - { id: any, any: [{ near: [smart, city], within: 2 }] }
              - { id: ordered, any: [{ near: [smart, city], within: 1, ordered: true }] }
              - { id: zh, any: [{ near: [智, 城], within: 1 }] }
              - { id: lists, any: [{ near: [[smart, plan], [city, 城]], within: 0, ordered: true }] }
              - { id: three, any: [{ near: [smart, city, plan], within: 1 }] }
            """, "query.yaml");
        var rounds = new Rounds(query);
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var text = Enumerable.Range(0, random.Next(2, 9)).Select(_ => words[random.Next(words.Length)]).ToList();
            bool Near(int gap, bool ordered, string[] a, string[] b) =>
                (from i in Enumerable.Range(0, text.Count)
                 from j in Enumerable.Range(0, text.Count)
                 where i != j && a.Contains(text[i]) && b.Contains(text[j]) && Math.Abs(i - j) - 1 <= gap && (!ordered || i < j)
                 select 1).Any();
            // Three: positions in their order, each within the gap of the one before.
            var three = (from i in Enumerable.Range(0, text.Count) from j in Enumerable.Range(0, text.Count) from k in Enumerable.Range(0, text.Count) where text[i] == "smart" && text[j] == "city" && text[k] == "plan" select new[] { i, j, k }.Order().ToArray())
                .Any(at => at[1] - at[0] - 1 <= 1 && at[2] - at[1] - 1 <= 1);
            var expected = (Near(2, false, ["smart"], ["city"]) ? 1 : 0) | (Near(1, true, ["smart"], ["city"]) ? 2 : 0) | (Near(1, false, ["智"], ["城"]) ? 4 : 0)
                | (Near(0, true, ["smart", "plan"], ["city", "城"]) ? 8 : 0) | (three ? 16 : 0);
            Assert.True(expected == rounds.Match(new Record { Title = string.Join(' ', text) }).Sets, $"{string.Join(' ', text)}: {expected}");
        }
    }
}
