namespace ReviewKit.Benchmarks;

/// <summary>Everything in a form short enough for every change: that it runs and is right, not how fast it is.</summary>
static class ShortForm
{
    public static int Run(Arguments with)
    {
        (string Name, Func<int> Run)[] parts =
        [
            ("read", () => ReadingSpeed.Run(2_000_000L)),
            ("import", () => ImportSpeed.Run(5_000)),
            ("dedup", () => DedupQuality.Run(Repository.Data, 5_000)),
            ("match", () => MatchQuality.Run(Repository.Data)),
            ("query", () => QuerySpeed.Run(5_000)),
            ("segment", () => Segmentation.Speed(200_000)),
            ("cooccurrence", () => CoOccurrenceSpeed.Run(5_000)),
            ("status", () => StatusSpeed.Run(3_000)),
            ("screen", () => ScreenSpeed.Run(3_000, 20)),
            ("screen-keys", () => ScreenKeys.Run(2_000, 20)),
            ("kill-screen", () => KillScreen.Run(20)),
            ("team", () => TeamSpeed.Run(3_000)),
            ("rank", () => RankSpeed.Run([1_500])),
            ("kill", () => KillPoints.Run(8, 1_500)),
            ("hostile", () => Hostile.Run(0.02)),
            ("graphs", () => GraphSpeed.Run(3_000)),
            ("fuzz", () => Fuzzing.Run(5_000, 0)),
        ];
        var wrong = parts.Where(part => part.Run() != 0).Select(part => part.Name).ToList();
        Console.WriteLine(wrong.Count == 0 ? "\nnothing is wrong" : $"\nwrong: {string.Join(", ", wrong)}");
        return wrong.Count == 0 ? 0 : 1;
    }
}
