using ReviewKit.Benchmarks;
using ReviewKit.Benchmarks.Demo;

Command[] commands =
[
    new("compose-demo", "DIR", "write the shipped review's exports/ and queries/decisions.csv into DIR (\".\" for the repository)", with => ComposeDemo.Run(with.Text(0), Console.Error)),
    new("compose-records", "COUNT FILE [--format ris|wos|noteexpress|scopus-csv]", "write composed records, the same ones every time", ComposeRecords.Run),
    new("read", "[FILE...]", "read files, or 20 MB of each format: MB/s, records/s, memory", ReadingSpeed.Run),
    new("import", "[COUNT]", "import into a fresh review: MB/s, records/s, memory (default 100000)", ImportSpeed.Run),
    new("dedup", "[--data DIR] [--count COUNT]", "accuracy on DIR/dedup (default ../shared/data), and on composed records (default 100000)", DedupQuality.Run),
    new("dedup-presets", "[--data DIR]", "lost and missed with each preset, on labelled and composed sets", DedupPresets.Run),
    new("dedup-scale", "[COUNT...]", "time and memory of deduplication for each record (default 10000 100000 1000000)", DedupScale.Run),
    new("query", "[COUNT | --scale COUNT]", "match four sets of ten terms (default 100000 records; --scale 1000000 for a million)", QuerySpeed.Run),
    new("compose-dictionary", "DIR", "make the Chinese dictionary from jieba.dict.utf8 and hmm_model.utf8 in DIR", ComposeDictionary.Run),
    new("segment", "[--differences OUT]", "own keywords that come out of an abstract whole, MB/s; sentences that python3-jieba cuts otherwise", Segmentation.Run),
    new("cooccurrence", "[COUNT]", "keywords to terms to pairs, full and fractional (default 100000 records)", CoOccurrenceSpeed.Run),
    new("status", "[COUNT]", "one decision, counts, check, undo of a merge in a large review (default 100000 records)", StatusSpeed.Run),
    new("screen", "[COUNT]", "open a review to screen, and from a key to its picture, at 240x70 (default 100000 records)", ScreenSpeed.Run),
    new("screen-keys", "[COUNT] [--keys KEYS]", "the same through tmux, at three sizes, and the processor time of an idle screen (default 100000 records, 200 keys)", ScreenKeys.Run),
    new("kill-screen", "[TIMES]", "kill the screen after a key, in tmux (default 200)", KillScreen.Run),
    new("team", "[COUNT]", "what each of several reviewers still has to judge (default 100000 records)", TeamSpeed.Run),
    new("rank", "[COUNT...]", "ranking in a review: until ranked, key to next report, the stopping panel; a whole simulation (default 5000 100000)", RankSpeed.Run),
    new("kill", "[TIMES]", "kill import, dedup, query run and decisions import at random moments (default 50)", KillPoints.Run),
    new("fuzz", "[COUNT] [--from NUMBER] [--keep FILE]", "damaged files through reading, deduplication and matching (default 5000)", Fuzzing.Run),
    new("peers", "[MB]", "the same files read by ReviewKit, pandas and bibutils, where they are installed (default 50 MB each)", Peers.Run),
    new("hostile", "[PERCENT]", "lines of 1 GB, 10 million authors, bombs of zip and XML: outcome and memory (default 100 percent of the sizes)", Hostile.Run),
    new("graphs", "[NODES] [--part leiden|forceatlas2|vos|gexf]", "clustering, layout and writing of large networks, beside the peers that are installed (default 50000 nodes)", GraphSpeed.Run),
    new("match", "[--data DIR]", "how often a match by title, authors and year is right, on labelled pairs in DIR/dedup (default ../shared/data)", MatchQuality.Run),
    new("short", "", "a short form of all, for CI", ShortForm.Run),
];

try
{
    if (args.Length > 0 && commands.FirstOrDefault(command => command.Name == args[0]) is { } chosen) return chosen.Run(new Arguments(args[1..]));
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
}
Console.Error.WriteLine("dotnet run -c Release --project benchmarks/ReviewKit.Benchmarks -- COMMAND\n");
foreach (var command in commands) Console.Error.WriteLine($"  {command.Name} {command.Takes}\n      {command.Says}");
return 2;
