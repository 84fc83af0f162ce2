using System.Globalization;
using System.Text.RegularExpressions;

namespace ReviewKit.Prisma.Narrative;

/// <summary>A count in a sentence: 1803, 1,803, １８０３, eighty-four, 一千八百零三篇; with "(n = )" around it where that is written.</summary>
/// <param name="Start">In the sentence.</param>
readonly partial record struct Numeral(int Start, int End, int Value)
{
    // What databases and authors call what they count; "literature" is the literal translation of 文献.
    public const string Nouns = "records?|citations?|articles?|papers?|stud(?:y|ies)|references?|publications?|documents?|reports?|titles?|abstracts?|full[- ]?texts?|duplicates?|hits|literatures?|trials?|texts?|works|entries|items|manuscripts?|theses|dissertations?|reviews?";
    public const string Classifiers = "篇|条|项(?!目)|份|部|本|则|个(?=研究|记录|条目|结果|文献)";

    const string Few = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand";

    // "13 April 2022", "April 13": a day, no count; "in May 300 records" has more than two digits.
    const string Months = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";

    // What is counted beside records: a number before one of these is not of the flow.
    const string Others = "databases?|reviewers?|authors?|researchers?|investigators?|assessors?|coders?|steps?|stages?|rounds?|phases?|criteri(?:a|on)|cit(?:y|ies)|years?|months?|weeks?|days?|hours?|categor(?:y|ies)|dimensions?|keywords?|terms|sets?|languages?|countr(?:y|ies)|journals?|times|points?|participants?|patients?|persons?|people|experts?|themes?|groups?|provinces?|regions?|types?|kinds?|fields?|platforms?|librar(?:y|ies)|authors|pages|tables?|figures?|items? of the|item checklist|% ?|percent|per cent";

    public static IReadOnlyList<Numeral> Find(string plain)
    {
        var found = new List<Numeral>();
        foreach (Match match in Digits().Matches(plain))
            if (int.TryParse(Separator().Replace(match.Value, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && IsCount(plain, match, n)) found.Add(new(match.Index, match.Index + match.Length, n));
        foreach (Match match in Words().Matches(plain)) found.Add(new(match.Index, match.Index + match.Length, English(match.Value)));
        foreach (Match match in Chinese().Matches(plain))
            if (Han(match.Value) is { } n) found.Add(new(match.Index, match.Index + match.Length, n));
        return [.. found.OrderBy(numeral => numeral.Start).Select(numeral => WithFrame(plain, numeral))];
    }

    static bool IsCount(string plain, Match match, int n)
    {
        var (before, after) = (plain[..match.Index], plain[(match.Index + match.Length)..]);
        if (NotBefore().IsMatch(before) || NotAfter().IsMatch(after)) return false;
        // 1992 may be a year or a number of records: only what stands beside it tells.
        return n is < 1900 or > 2099 || match.Length != 4 || AfterCount().IsMatch(after) || BeforeCount().IsMatch(before);
    }

    /// <summary>"(n = 80)" and "（80篇）" belong to what is before them and end no clause.</summary>
    static Numeral WithFrame(string plain, Numeral numeral)
    {
        var before = FrameBefore().Match(plain[..numeral.Start]);
        var after = FrameAfter().Match(plain[numeral.End..]);
        if (before.Success && after.Success) return numeral with { Start = before.Index, End = numeral.End + after.Length };
        var equals = EqualsBefore().Match(plain[..numeral.Start]);
        return equals.Success ? numeral with { Start = equals.Index } : numeral;
    }

    static int English(string words)
    {
        var (sum, group) = (0, 0);
        foreach (Match word in Word().Matches(words))
        {
            var at = Array.IndexOf(Few.Split('|'), word.Value);
            if (word.Value == "hundred") group = Math.Max(group, 1) * 100;
            else if (word.Value == "thousand") (sum, group) = (sum + Math.Max(group, 1) * 1000, 0);
            else if (at >= 0) group += at < 20 ? at + 1 : (at - 17) * 10;
        }
        return sum + group;
    }

    static int? Han(string numeral)
    {
        var (sum, section, digit) = (0, 0, 0);
        foreach (var c in numeral)
        {
            var value = "零一二三四五六七八九".IndexOf(c);
            if (c == '〇') value = 0;
            if (c is '两') value = 2;
            if (value >= 0) digit = value;
            else if (c == '万') (sum, section, digit) = (sum + (section + digit) * 10_000, 0, 0);
            else (section, digit) = (section + Math.Max(digit, 1) * (c switch { '十' => 10, '百' => 100, _ => 1000 }), 0);
        }
        return sum + section + digit is > 0 and var n ? n : null;
    }

    [GeneratedRegex(@"(?<![a-z0-9_.,/])(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?![\d_])")]
    private static partial Regex Digits();

    [GeneratedRegex("[, ]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:(?:" + Few + @")(?:[- ]and[- ]|[- ])?)*(?:" + Few + @")\b(?= (?:more |further |additional |other |eligible |relevant |potential |potentially |unique |duplicate |full-text |included |remaining |of (?:these|the|them) )*(?:" + Nouns + @"|were |was )\b)")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![每另同某第这那任首\d])[零〇一二两三四五六七八九十百千万]+(?=(?:" + Classifiers + "))")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?:\b(?:" + Months + @")\.?|tables?|figures?|figs?\.?|sections?|chapters?|steps?|stages?|phases?|rounds?|items?|versions?|nos?\.|appendix|prisma|nvivo|endnote|stata|spss|windows|covid-|page|pp\.|vol\.?|et al\.?,?|kappa =|[pκ] ?[=<>]|第|(?<![发代])表|图|附录|附件|步骤|阶段|版本) ?$|\[[\d, -]*$|\d-$|\d[:./]$|\$ ?$")]
    private static partial Regex NotBefore();

    [GeneratedRegex(@"^(?:(?:st|nd|rd|th)? (?:of )?(?:" + Months + @")\b(?! \d{3,} )|\.\d| ?%|[a-z]|-\d|[/:]\d|[\d, -]*\]| ?(?:年|月|日|号|时|分(?!别)|岁|位|名|人|例|轮|步|种|类|次|个(?!研究|记录|条目|结果|文献)|组|大|家|元|倍|字|页|章|节|万|亿|款|座|市|级)|(?:-item|-point|-year| (?:[a-z-]+ ){0,2}?(?:" + Others + @")\b))")]
    private static partial Regex NotAfter();

    [GeneratedRegex(@"^ ?(?:(?:[a-z-]+ ){0,3}?(?:" + Nouns + @")\b|(?:were|was|remained|had)\b|" + Classifiers + ")")]
    private static partial Regex AfterCount();

    [GeneratedRegex(@"(?:\bn ?= ?|共|到|得|total of )$")]
    private static partial Regex BeforeCount();

    [GeneratedRegex(@" ?[(\[] ?(?:n ?[=:] ?|共)?$")]
    private static partial Regex FrameBefore();

    [GeneratedRegex(@"^ ?(?:" + Classifiers + @")? ?[)\]]")]
    private static partial Regex FrameAfter();

    [GeneratedRegex(@"[,:]? ?\bn ?[=:] ?$")]
    private static partial Regex EqualsBefore();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
