using System.Text.RegularExpressions;

namespace ReviewKit.Prisma.Narrative;

/// <summary>A count and the words around it, from which it is read.</summary>
/// <param name="Own">The clause it stands in, up to the counts beside it; <paramref name="At"/> and <paramref name="Until"/> are its place there.</param>
/// <param name="Left">From the count before it (or the beginning) to its clause.</param>
/// <param name="Right">From its clause to the count after it (or the end).</param>
/// <param name="Clause">Its whole clause, with the other counts in it.</param>
sealed partial record Mention(Sentence Sentence, Numeral Numeral, string Own, int At, int Until, string Left, string Right, string Clause)
{
    public int N => Numeral.Value;

    /// <summary>What the count is of, as the author calls it: "articles", "full texts", 文献; null when nothing is said.</summary>
    public string? Noun => NounAfter().Match(Own[Until..]) is { Success: true } after ? after.Groups[1].Value : NounBefore().Match((Left + Own[..At]).TrimEnd(':', ' ')) is { Success: true } before ? before.Groups[1].Success ? before.Groups[1].Value : before.Groups[2].Value : null;

    /// <summary>"Of these 971 articles, …": what is said next is of others.</summary>
    public bool IsOf => OfBefore().IsMatch(Own[..At]);

    /// <summary>The 75 of "45 of 75 reports were excluded".</summary>
    public bool IsWholeOfBefore => IsOf && Own[..At].Trim() is "of" or "of the" or "of these" && OwnStart > 0 && Left.Length == 0;

    /// <summary>No count stands before it in its sentence.</summary>
    public bool IsFirst => OwnStart == Left.Length;

    /// <summary>"these 84", "the final 84", 最终 84 篇.</summary>
    public bool IsThese => TheseBefore().IsMatch(Own[..At]);

    /// <summary>The text beside it without the count, as the name of a reason or source.</summary>
    public string Name => Tidy(Sentence.Text.Substring(OwnStart, Own.Length).Remove(At, Until - At));

    /// <summary>"excluded because they were not empirical (n = 50)"; null where no reason is given before the count.</summary>
    public string? ReasonBefore
    {
        get
        {
            foreach (var word in (string[])["for ", "because of ", "because ", "due to ", "因为", "由于"])
                if (Own[..At].LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at && Tidy(Sentence.Text[(OwnStart + at + word.Length)..(OwnStart + At)]) is { Length: > 1 } reason) return reason;
            return null;
        }
    }

    static string Tidy(string name) => Trimmed().Replace(name.Trim(Signs), "").Trim(Signs);

    /// <summary>The same where the count stands alone in its clause: "wrong population, 80" and "80 of which had no data".</summary>
    public string NameBeside
    {
        get
        {
            var text = Sentence.Text;
            var before = text[(OwnStart - Left.Length)..OwnStart].Trim(Signs).Split(Signs[1..])[^1];
            if (before.Trim().Length > 0) return Tidy(before);
            var after = text.Substring(OwnStart + Own.Length, Right.Length).Trim(Signs).Split(Signs[1..])[0];
            return Tidy(OfWhich().Replace(after, ""));
        }
    }

    /// <summary>What is said of it: in its clause, where "the remaining" tells only which, else before it, else after it.</summary>
    public Act? Act
    {
        get
        {
            var own = RemainingBefore().Replace(Own[..At], match => new string(' ', match.Length)) + Own[At..];
            var act = Cues.NearestAct(own, At, Until) ?? Cues.NearestAct(Own, At, Until);
            return act is Narrative.Act.Left && Cues.Destination(Own[Until..]) is { } destination ? destination : act;
        }
    }

    /// <summary>The same from further off, where its own words say nothing.</summary>
    public Act? FarAct => (Clause.Length > Own.Length ? Cues.NearestAct(Clause, 0, 0) : null) ?? Cues.NearestAct(Left, Left.Length, Left.Length) ?? Cues.NearestAct(Right.AsSpan().ContainsAnyExcept(Signs) ? Right : Sentence.Plain[(OwnStart + Own.Length)..], 0, 0);

    static readonly char[] Signs = [.. " ,;:.，；：。、()（）-–"];

    public required int OwnStart { get; init; }

    /// <summary>The clauses between its own and that of the count before it, and after it likewise.</summary>
    public required string Before { get; init; }
    public required string After { get; init; }

    /// <summary>Another count comes right after its clause, or in it.</summary>
    public required bool IsFollowed { get; init; }

    public static IReadOnlyList<Mention> In(Sentence sentence)
    {
        var text = sentence.Plain;
        var numerals = Numeral.Find(text).ToList();
        // Commas and brackets of a number end no clause.
        var masked = text.ToCharArray();
        foreach (var numeral in numerals) masked.AsSpan(numeral.Start, numeral.End - numeral.Start).Fill('0');
        int[] ends = [0, .. ClauseEnd().Matches(new string(masked)).Select(match => match.Index + (match.Value is [',' or ';' or ':' or '、' or '。' or '(' or ')' or '[' or ']' or '.' or '|'] ? 1 : 0)), text.Length];
        var mentions = new List<Mention>();
        for (var i = 0; i < numerals.Count; i++)
        {
            var (start, end, _) = numerals[i];
            var before = i > 0 ? numerals[i - 1].End : 0;
            var after = i + 1 < numerals.Count ? numerals[i + 1].Start : text.Length;
            var from = Math.Max(before, ends.Last(at => at <= start));
            var to = Math.Min(after, ends.First(at => at >= end));
            mentions.Add(new(sentence, numerals[i], text[from..to], start - from, end - from, text[before..from], text[to..after], text[ends.Last(at => at <= start)..ends.First(at => at >= end)])
            {
                OwnStart = from,
                IsFollowed = after < text.Length,
                Before = Between(text, i > 0 ? ends.First(at => at >= before) : 0, from),
                After = Between(text, to, i + 1 < numerals.Count ? ends.Last(at => at <= after) : text.Length),
            });
        }
        return mentions;
    }

    static string Between(string text, int from, int to) => from < to ? text[from..to] : "";

    [GeneratedRegex(@"[,;:、。()\[\]|]|\.(?= )|\b(?:and|while|whereas|but|of which|of whom|leaving|resulting in|after which|which left)\b|其中|并且?|而(?!且)|从而|(?<![最之以])后(?!续)")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"^ ?(?:(?:篇|条|项|份|部|本|则|个)?(?:的)?(?:中文|英文|相关|有效|核心|期刊|学术|重复)?)?(?:(?!were|was|had|from|in |of |for |to |by )[a-z-]+ ){0,3}?(" + Numeral.Nouns + @"|研究|论文|文章|文献|报告|记录|题录|全文)(?![a-z])")]
    private static partial Regex NounAfter();

    [GeneratedRegex(@"(?:^|[ ,])(" + Numeral.Nouns + @")(?: [a-z]+){0,4} ?$|(研究|论文|文章|文献|报告|记录|题录|全文)(?:共|计|总数?)?(?:有|为)? ?$")]
    private static partial Regex NounBefore();

    [GeneratedRegex(@"(?:^| )(?:of|among|from) (?:the |these |those |all )*(?:remaining )?$|(?:这|上述|在这?|对这?) ?$")]
    private static partial Regex OfBefore();

    [GeneratedRegex("^(?:of which|of whom|of them|of these) ", RegexOptions.IgnoreCase)]
    private static partial Regex OfWhich();

    [GeneratedRegex(@"(?:\bremaining|其余的?|剩余的|余下的|剩下的) ?$")]
    private static partial Regex RemainingBefore();

    [GeneratedRegex(@"(?:these|those|the final|the resulting|finally,?|final|最终|这) ?$")]
    private static partial Regex TheseBefore();

    [GeneratedRegex(@"^[\s,;:，；：、(（]*(?:(?:and|or|for|due to|because(?: of)?|as|they|it|were|was|had|with|in|from|on|via|through|以及|和|因为?|由于|其中|有|来自|分别为)[\s:：]+|(?:其中|因为|由于|因|来自|以及))*|\s*(?:各|有|为|共|计)?\s*(?:篇|条|项)?\s*$")]
    private static partial Regex Trimmed();
}
