using System.CommandLine;
using System.Globalization;
using System.Text;
using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What coword knows of terms before there is a map: their frequencies, rules between them, pairs of languages, new words.</summary>
static class CoWordTermsCommands
{
    const int RowsShown = 20;

    public static IEnumerable<Verb> All(Host host) => [Frequency(host), Rules(host), Pairs(host), NewWordsVerb(host)];

    static Verb Frequency(Host host)
    {
        var verb = new Verb(host, "frequency", new("Word frequencies: rank, reports, mentions, share; what is under --min or --share is marked", "词频表：排名、报告数、次数、占比；标出低于 --min 或 --share 的词"),
            "reviewkit coword frequency --share 0.05", "reviewkit coword frequency policies.ris --fields text -o words.csv");
        return Table(verb, "frequency.csv", (session, _, set, options) =>
        {
            var words = TermTables.Frequencies(TermIndex.Of(set.Records, options), options);
            session.Print($"{words.Count} words in {set.Records.Count} reports, {words.Count(word => word.IsKept)} kept", $"{set.Records.Count} 篇报告中有 {words.Count} 个词，保留 {words.Count(word => word.IsKept)} 个");
            var table = session.Language == Language.Zh ? new Table("排名", "词", "报告", "次数", "占比", "加权") : new Table("rank", "word", "reports", "mentions", "share", "weighted");
            foreach (var word in words.Take(RowsShown)) table.Add(word.Rank, word.Word, word.Records, word.Mentions, Percent(word.Share), Percent(word.Weighted));
            table.Write(session.Output, "  ");
            return writer => TermTables.WriteFrequencies(writer, words);
        });
    }

    static Verb Rules(Host host)
    {
        var verb = new Verb(host, "rules", new("Association rules: reports with these keywords have that one too", "关联规则：含这些关键词的报告也含另一词"), "reviewkit coword rules --confidence 0.6", "reviewkit coword rules savedrecs.txt --support 5 --terms 2 -o rules.csv");
        var support = verb.Option<int?>("--support", "N", new("reports that must have all keywords of a rule; default: 2", "规则全部关键词共现的最少报告数；默认 2"));
        var confidence = verb.Option<double?>("--confidence", "C", new("0 to 1; default: 0.5", "0 到 1；默认 0.5"));
        var size = verb.Option<int?>("--terms", "N", new("most keywords of a rule, 2 to 4; default: 3", "规则最多含几个关键词，2 到 4；默认 3"));
        size.AcceptOnlyFromAmong("2", "3", "4");
        return Table(verb, "rules.csv", (session, parsed, set, options) =>
        {
            var index = TermIndex.Of(set.Records, options);
            var terms = index.Frequent(options.LeastRecords(index.RecordCount), options.Top);
            var rules = AssociationRules.Of(terms, index.RecordCount, parsed.GetValue(support) ?? 2, parsed.GetValue(confidence) ?? 0.5, parsed.GetValue(size) ?? 3);
            session.Print($"{rules.Count} rules between {terms.Count} keywords of {set.Records.Count} reports", $"{set.Records.Count} 篇报告的 {terms.Count} 个关键词之间有 {rules.Count} 条规则");
            var table = session.Language == Language.Zh ? new Table("若", "则", "报告", "支持度", "置信度", "提升度") : new Table("if", "then", "reports", "support", "confidence", "lift");
            foreach (var rule in rules.Take(RowsShown)) table.Add(string.Join(" + ", rule.If.Select(term => terms[term].Label)), terms[rule.Then].Label, rule.Records, Number(rule.Support), Number(rule.Confidence), Number(rule.Lift));
            table.Write(session.Output, "  ");
            return writer => TermTables.WriteRules(writer, rules, terms, all => all.Select(term => term.Records).Aggregate((a, b) => [.. a.Intersect(b)]).Select(i => set.Records[i].Id).Order(StringComparer.Ordinal));
        });
    }

    static Verb Pairs(Host host)
    {
        var verb = new Verb(host, "pairs", new("Chinese and English keywords that are one term, learnt from reports with both lists: read the table, then give it to --thesaurus", "从同时有中英文关键词的报告中学习对应词：核对表格后用于 --thesaurus"),
            "reviewkit coword pairs", "reviewkit coword pairs cnki.txt wanfang.txt -o pairs.csv", "reviewkit coword --thesaurus out/keyword-pairs.csv");
        var canonical = verb.Option<string?>("--canonical", "en|zh", new("whose word stands for both on the map; default: zh", "图上以哪种语言显示；默认 zh"));
        canonical.AcceptOnlyFromAmong("en", "zh");
        return Table(verb, "keyword-pairs.csv", (session, parsed, set, _) =>
        {
            var pairs = KeywordPairs.Of(set.Records);
            if (pairs.Count == 0) throw new ReviewKitException($"none of {set.Records.Count} reports has keywords in both languages", $"{set.Records.Count} 篇报告都没有中英双语关键词");
            session.Print($"{pairs.Count} pairs, {pairs.Count(pair => !pair.IsSure)} of them to be decided: their column canonical is empty", $"{pairs.Count} 对，其中 {pairs.Count(pair => !pair.IsSure)} 对有待判断：其 canonical 列为空");
            var table = session.Language == Language.Zh ? new Table("中文", "英文", "方法", "报告", "Dice", "G²") : new Table("zh", "en", "method", "reports", "Dice", "G²");
            foreach (var pair in pairs.Take(RowsShown)) table.Add(pair.Zh, pair.En, pair.Method, pair.Records, Number(pair.Dice), Number(pair.LogLikelihood));
            table.Write(session.Output, "  ");
            return writer => KeywordPairsFile.Write(writer, pairs, parsed.GetValue(canonical) == "en" ? Language.En : Language.Zh);
        });
    }

    static Verb NewWordsVerb(Host host)
    {
        var verb = new Verb(host, "new-words", new("Chinese words of titles and abstracts that the dictionary lacks: read the list, then give it to --dictionary", "发现标题和摘要中词典未收的新词：核对后用于 --dictionary"),
            "reviewkit coword new-words", "reviewkit coword new-words cnki.txt -o words.txt", "reviewkit coword --fields text --dictionary out/new-words.txt");
        return Table(verb, "new-words.txt", (session, parsed, set, options) =>
        {
            var segmenter = new Segmenter(set.Records.SelectMany(record => record.Keywords), options.UserWords);
            var words = NewWords.Of(set.Records.SelectMany(record => new[] { record.Title, record.Abstract }).OfType<string>().Where(Fold.HasHan), segmenter, options.StopWords);
            session.Print($"{words.Count} new words", $"{words.Count} 个新词");
            var table = session.Language == Language.Zh ? new Table("词", "次数", "互信息", "左右熵") : new Table("word", "mentions", "mutual information", "freedom");
            foreach (var word in words.Take(RowsShown)) table.Add(word.Word, word.Count, Number(word.MutualInformation), Number(word.Freedom));
            table.Write(session.Output, "  ");
            return writer =>
            {
                foreach (var word in words) writer.Write($"{word.Word} {word.Count.ToString(CultureInfo.InvariantCulture)} n\n");
            };
        });
    }

    /// <summary>The common part: which records, which terms, and where the whole table goes.</summary>
    /// <param name="standard">Its name in out/ of the review.</param>
    static Verb Table(Verb verb, string standard, Func<Session, ParseResult, ReportSet, CoWordOptions, Action<TextWriter>> work)
    {
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, without a review; default: the review's included reports", "任意导出文件（无需综述）；默认为综述纳入的报告"), ArgumentArity.ZeroOrMore);
        var options = new TermOptions(verb);
        var place = ReportSet.PlaceOption(verb);
        var output = verb.Option<string?>("--out", "OUT", new($"the whole table; default: out/{standard} of the review, for files not written", $"完整表格；默认写入综述的 out/{standard}，处理文件时不写"), "-o");
        var columns = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var set = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(place));
            var write = work(session, parsed, set, options.Of(session, parsed));
            if ((parsed.GetValue(output) is { } named ? session.PathOf(named) : review is null ? null : Path.Combine(review.OutFolder, standard)) is not { } path) return 0;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Excel takes a CSV for UTF-8 only when it begins with a byte order mark.
            using (var writer = new StreamWriter(path, false, new UTF8Encoding(path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))) write(writer);
            session.Tell($"written: {path}", $"已写出：{path}");
            return 0;
        });
    }

    static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
