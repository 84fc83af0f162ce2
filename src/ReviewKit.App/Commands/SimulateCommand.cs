using System.Globalization;
using System.Text.Json;
using ReviewKit.Screening.Ranking;
using ReviewKit.Screening.Simulation;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class SimulateCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "simulate", new("Screen labelled sets again as a model would have ordered them, and say how much work it saves", "按模型的排序重新筛选已标注的数据集，并说明节省多少工作"),
            "reviewkit simulate labelled.csv --priors 3,17,40", "reviewkit simulate sets/ --priors-file priors.json --model u4 --json runs.json --svg recall.svg");
        var files = verb.Argument<string[]>("LABELLED", new("CSV or CSV.gz with columns title, abstract, label (1 relevant, 0 not); or folders of such", "CSV 或 CSV.gz，含列 title、abstract、label（1 相关，0 不相关）；也可以是文件夹"), System.CommandLine.ArgumentArity.OneOrMore);
        var rows = verb.Option<string?>("--priors", "ROWS", new("0-based rows known from the start, with commas; default: none, so the order of the file until one relevant and one irrelevant are met", "一开始已知的行（从 0 起，逗号分隔）；默认无，即按文件顺序直到遇到相关与不相关各一条"));
        var priorsFile = verb.Option<string?>("--priors-file", "F", new("JSON: {\"set\": [{\"prior_inclusions\": [0], \"prior_exclusions\": [1]}]}, a run each; default: none", "JSON：{\"set\": [{\"prior_inclusions\": [0], \"prior_exclusions\": [1]}]}，每项一次模拟；默认无"));
        var drawn = verb.Option<int?>("--random-priors", "N", new("N runs a set, each from one relevant and one irrelevant record drawn by chance (--seed); default: none", "每个数据集模拟 N 次，各以随机抽取的一条相关与一条不相关记录开始（--seed）；默认无"));
        var models = verb.Option<string[]>("--model", "M", new($"which model, or several; default: {RankingModel.Usual.Name}", $"使用的模型，可给多个；默认 {RankingModel.Usual.Name}"));
        models.AllowMultipleArgumentsPerToken = true;
        var title = verb.Option<int?>("--title-weight", "N", new("how often the title counts, 0 to 9; default: as the model has it", "题名计几次（0 到 9）；默认按模型"));
        var keywords = verb.Option<int?>("--keyword-weight", "N", new("how often the keywords count, 0 to 9; default: as the model has it", "关键词计几次（0 到 9）；默认按模型"));
        var json = verb.Option<string?>("--json", "OUT", new("every run with its measures and its order; default: not written", "每次模拟的指标与顺序；默认不写"));
        var svg = verb.Option<string?>("--svg", "OUT", new("the recall curves; default: not written", "召回曲线图；默认不写"));
        verb.List(new("Models", "模型"), RankingModel.All.Select(model => (model.Name, model.Title)));
        return verb.Does((session, parsed) =>
        {
            if (new[] { parsed.GetValue(rows) is not null, parsed.GetValue(priorsFile) is not null, parsed.GetValue(drawn) is not null }.Count(isGiven => isGiven) > 1)
                throw new ReviewKitException("give one of --priors, --priors-file and --random-priors", "--priors、--priors-file、--random-priors 只能给一个");
            if (parsed.GetValue(drawn) is < 1 or > 10_000) throw new ReviewKitException("--random-priors is a number of runs, 1 to 10000", "--random-priors 应为 1 到 10000 的次数");
            if (parsed.GetValue(title) is < 0 or > 9 || parsed.GetValue(keywords) is < 0 or > 9) throw new ReviewKitException("weights are 0 to 9", "权重应为 0 到 9");
            var chosen = (parsed.GetValue(models) is { Length: > 0 } names ? names : [RankingModel.Usual.Name]).Select(RankingModel.Named)
                .Select(model => model with { TitleWeight = parsed.GetValue(title) ?? model.TitleWeight, KeywordWeight = parsed.GetValue(keywords) ?? model.KeywordWeight }).ToList();
            var known = parsed.GetValue(priorsFile) is { } path ? PriorsFile.Read(session.PathOf(path)) : null;
            IReadOnlyList<Priors> PriorsOf(LabelledFile file) => known is not null ? known.Of(file) : parsed.GetValue(drawn) is { } times ? PriorsFile.Drawn(file, times, session.Seed) : [PriorsFile.Of(parsed.GetValue(rows) ?? "", file)];
            var (runs, isWhole) = (new List<SimulatedRun>(), true);
            foreach (var set in Files(session, parsed.GetValue(files)!).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(name => Of(name, chosen, PriorsOf)))
            {
                isWhole &= set.IsWhole;
                foreach (var said in set.Said) session.Tell(said.En, said.Zh);
                runs.AddRange(set.Runs);
            }
            if (runs.Count == 0) return 1;
            if (parsed.GetValue(json) is { } target) WriteJson(session.PathOf(target), runs);
            if (parsed.GetValue(svg) is { } picture) File.WriteAllText(session.PathOf(picture), RecallCurve.Svg(runs, session.Language));
            Print(session, runs);
            return isWhole ? 0 : 1;
        });
    }

    /// <summary>All runs of one set, and what is to be said of it; a set that cannot be read spoils none of the others.</summary>
    static (bool IsWhole, IReadOnlyList<Message> Said, IReadOnlyList<SimulatedRun> Runs) Of(string name, IReadOnlyList<RankingModel> models, Func<LabelledFile, IReadOnlyList<Priors>> priorsOf)
    {
        var said = new List<Message>();
        try
        {
            var file = LabelledFile.Read(name);
            if (file.Unlabelled > 0) said.Add(new($"{file.Name}: {file.Unlabelled} rows without a label are left out", $"{file.Name}：{file.Unlabelled} 行没有标签，已略去"));
            var priors = priorsOf(file);
            if (priors.Count == 0) said.Add(new($"{file.Name}: no priors for it; left out", $"{file.Name}：没有可用的先验，已略去"));
            return (true, said, [.. models.SelectMany(model =>
            {
                var (x, runs) = (FeatureMatrix.Of(file.Records.Select(record => record.Text), model), new SimulatedRun[priors.Count]);
                Parallel.For(0, runs.Length, i => runs[i] = SimulatedRun.Of(file, i, priors[i], x, model));
                return runs;
            })]);
        }
        catch (ReviewKitException wrong)
        {
            return (false, [.. said, wrong.Said], []);
        }
    }

    static IEnumerable<string> Files(Session session, string[] named) => named.SelectMany<string, string>(name => Directory.Exists(session.PathOf(name))
        ? Directory.EnumerateFiles(session.PathOf(name)).Where(path => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : [session.PathOf(name)]);

    static void Print(Session session, List<SimulatedRun> runs)
    {
        string Share(double share) => double.IsNaN(share) ? "-" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
        string Part(double part) => double.IsNaN(part) ? "-" : part.ToString("0.0000", CultureInfo.InvariantCulture);
        var sets = runs.GroupBy(run => (run.DataSet, run.Model)).Select(set => (set.Key.DataSet, set.Key.Model, Runs: set.ToList())).ToList();
        var table = new Table(new Message("set", "数据集").In(session.Language), new Message("model", "模型").In(session.Language), new Message("records", "记录").In(session.Language), new Message("relevant", "相关").In(session.Language), new Message("runs", "次数").In(session.Language), "WSS@95", "WSS@100", "RRF@10", "r@100", "ATD", "loss", "NDCG");
        void Row(string name, string model, List<SimulatedRun> of, string records, string relevant)
        {
            double Mean(Func<RecallMeasures, double> measure) => of.GroupBy(run => run.DataSet).Average(set => set.Average(run => measure(run.Recall)));
            table.Add(name, model, records, relevant, of.Count.ToString(CultureInfo.InvariantCulture), Share(Mean(m => m.Wss95)), Share(Mean(m => m.Wss100)), Share(Mean(m => m.Rrf10)),
                Mean(m => m.R100).ToString("0.0", CultureInfo.InvariantCulture), Part(Mean(m => m.Atd)), Part(Mean(m => m.Loss)), Part(Mean(m => m.Ndcg)));
        }
        foreach (var (name, model, of) in sets) Row(name, model, of, of[0].Recall.Records.ToString(CultureInfo.InvariantCulture), of[0].Recall.Relevant.ToString(CultureInfo.InvariantCulture));
        if (sets.Select(set => set.DataSet).Distinct().Count() > 1)
            foreach (var model in runs.GroupBy(run => run.Model)) Row(new Message("mean of the sets", "各数据集平均").In(session.Language), model.Key, [.. model], "", "");
        table.Write(session.Output);
    }

    static void WriteJson(string path, List<SimulatedRun> runs)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("runs");
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString("dataset", run.DataSet);
            json.WriteNumber("priors", run.Number);
            json.WriteString("model", run.Model);
            // A set without a relevant record has none of these.
            if (run.Recall.Relevant > 0)
                foreach (var (name, value) in (ReadOnlySpan<(string, double)>)[("wss95", run.Recall.Wss95), ("wss100", run.Recall.Wss100), ("rrf10", run.Recall.Rrf10), ("r100", run.Recall.R100), ("atd", run.Recall.Atd), ("loss", run.Recall.Loss), ("ndcg", run.Recall.Ndcg)])
                    json.WriteNumber(name, value);
            json.WriteStartArray("order");
            foreach (var row in run.Order) json.WriteNumberValue(row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
