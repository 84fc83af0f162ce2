using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Prisma.Narrative;

/// <summary>What the words of a text do wrong, whatever its numbers.</summary>
static partial class NarrativeLints
{
    // Boxes that count records, not reports or studies.
    static readonly HashSet<string> OfRecords = ["db_identified", "databases", "registers", "db_removed", "db_removed.duplicates", "db_removed.automation", "db_removed.other", "db_screened", "db_excluded", "ot_identified"];

    public static IEnumerable<Finding> Of(IReadOnlyList<Sentence> sentences, IReadOnlyList<Reading> readings)
    {
        if (Units(readings) is { } units) yield return units;
        if (Quality(sentences) is { } quality) yield return quality;
        if (LanguageTwice(sentences) is { } language) yield return language;
        if (sentences.FirstOrDefault(sentence => OneReviewer().IsMatch(sentence.Plain)) is { } alone)
            yield return Warning("W-SINGLE-REVIEWER", "db_screened", $"line {alone.Line}: one person screened; say how errors were guarded against (item 8): \"{alone.Text}\"",
                $"第 {alone.Line} 行：由一人筛选；请说明如何防止差错（条目 8）：“{alone.Text}”");
    }

    /// <summary>A database returns records; a study may have several, and a record none.</summary>
    static Finding? Units(IReadOnlyList<Reading> readings)
    {
        var ofIncluded = readings.Where(reading => reading.Boxes[0] == "included").Select(reading => reading.Mention.Noun).ToHashSet();
        // 文献 is the usual word for a record, unless the studies included are called so too.
        var called = readings.FirstOrDefault(reading => OfRecords.Contains(reading.Boxes[0]) && reading.Mention.Noun is { } noun && (NotRecord().IsMatch(noun) || (noun is "文献" && ofIncluded.Contains(noun) && !ofIncluded.Contains("研究"))));
        if (called is null) return null;
        var word = called.Mention.Noun!;
        return Warning("W-RECORDS-CALLED-STUDIES", called.Boxes[0],
            $"line {called.Mention.Sentence.Line}: what databases return are records, here called \"{word}\"; keep record, report and study apart: \"{called.Mention.Sentence.Text}\"",
            $"第 {called.Mention.Sentence.Line} 行：数据库返回的是记录，此处称为“{word}”；请区分记录、报告和研究：“{called.Mention.Sentence.Text}”");
    }

    /// <summary>Who leaves out what is in a lesser journal, or of low quality, must have said so among the criteria.</summary>
    static Finding? Quality(IReadOnlyList<Sentence> sentences)
    {
        var declared = false;
        Sentence? used = null;
        for (var i = 0; i < sentences.Count; i++)
        {
            var plain = sentences[i].Plain;
            if (!Quality().IsMatch(plain)) continue;
            // The items of a list of criteria follow the sentence that announces them.
            if (Criteria().IsMatch(plain) || (i > 0 && Criteria().IsMatch(sentences[i - 1].Plain) && sentences[i - 1].Plain.TrimEnd() is [.., ':'])) declared = true;
            else if (used is null && (Exclusion().IsMatch(plain) || (i > 0 && Exclusion().IsMatch(sentences[i - 1].Plain)) || (i + 1 < sentences.Count && Exclusion().IsMatch(sentences[i + 1].Plain)))) used = sentences[i];
        }
        return declared || used is null ? null : Warning("W-QUALITY-UNDECLARED", "db_ftexcluded",
            $"line {used.Line}: the quality of an article or its journal decides, but is not among the eligibility criteria (items 5 and 8): \"{used.Text}\"",
            $"第 {used.Line} 行：以文章或期刊的质量取舍，但纳入标准中没有声明（条目 5、8）：“{used.Text}”");
    }

    static Finding? LanguageTwice(IReadOnlyList<Sentence> sentences)
    {
        var limited = sentences.FirstOrDefault(sentence => SearchLimit().IsMatch(sentence.Plain));
        var excluded = sentences.FirstOrDefault(sentence => sentence != limited && LanguageExclusion().IsMatch(sentence.Plain));
        return limited is null || excluded is null ? null : Warning("W-LANGUAGE-TWICE", "db_excluded",
            $"line {excluded.Line}: records are excluded for their language, though the search was limited by language (line {limited.Line})",
            $"第 {excluded.Line} 行：因语言排除记录，而检索时已限定语言（第 {limited.Line} 行）");
    }

    static Finding Warning(string code, string box, string en, string zh) => new(code, box, null, null, new Message(en, zh));

    [GeneratedRegex("^(?:stud(?:y|ies)|trials?|papers?|articles?|publications?|manuscripts?|works|literatures?|documents?|texts?|研究|论文|文章|报告)$")]
    private static partial Regex NotRecord();

    [GeneratedRegex(@"(?:journal|article|paper|stud(?:y|ies)|literature|publication)s?'?s? quality|quality of (?:the |each |their )?(?:journals?|articles?|papers?|stud|literature|publication)|low[- ]quality|poor[- ]quality|non-?core|core journals?|impact factor|(?:期刊|文章|文献|论文|研究)的?质量|质量(?:较|过)?[低差]|低质量|非核心|核心期刊|影响因子")]
    private static partial Regex Quality();

    [GeneratedRegex(@"(?:inclusion|eligibility|exclusion|selection)(?: and (?:inclusion|exclusion))? criteria|criteria (?:for|of) (?:inclusion|eligibility|exclusion)|eligible (?:if|when)|(?:纳入|排除|纳排|入选|筛选)(?:与排除|和排除)?标准")]
    private static partial Regex Criteria();

    [GeneratedRegex(@"exclu\w+|remov\w+|discard\w*|screen\w*|eliminat\w+|select\w*|剔除|排除|删除|筛选|筛除")]
    private static partial Regex Exclusion();

    [GeneratedRegex(@"(?:search|searches|limit\w*|restrict\w*)\b.{0,60}\b(?:limited|restricted|to)\b.{0,40}(?:chinese|english|language)|(?:检索|限定|限制).{0,20}(?:语言|语种|中英?文|英文).{0,12}(?:限|为)|(?:语言|语种)(?:限定|限制|限)为")]
    private static partial Regex SearchLimit();

    [GeneratedRegex(@"(?:exclu|remov)\w+.{0,80}(?:not (?:in|written in) (?:chinese|english)|non-(?:english|chinese)|languages?\b)|(?:not (?:in|written in) (?:chinese|english)|non-(?:english|chinese)).{0,80}(?:exclu|remov)\w+|(?:排除|剔除).{0,30}(?:非中文|非英文|非中英文|语种不符|语言不符)|(?:非中文|非英文|非中英文|语种不符|语言不符).{0,30}(?:排除|剔除)")]
    private static partial Regex LanguageExclusion();

    [GeneratedRegex(@"\b(?:one|a single|only one) (?:reviewer|author|researcher|investigator)\b.{0,40}\b(?:screen|select|review|assess)|(?:screened|selected|assessed) by (?:one|a single) (?:reviewer|author|researcher)|由?(?:一|1|单)(?:名|位)?(?:研究者|研究人员|评阅人|作者|评价员)(?:独立|单独)?(?:进行|完成|负责)?(?:筛选|阅读|评估)")]
    private static partial Regex OneReviewer();
}
