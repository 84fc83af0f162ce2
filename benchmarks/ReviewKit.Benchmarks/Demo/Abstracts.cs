namespace ReviewKit.Benchmarks.Demo;

/// <summary>Abstracts put together from sentences that fit what becomes of the report.</summary>
static class Abstracts
{
    public static Pair Of(Spec spec, Pair title, Scene scene, Dice dice)
    {
        var sentences = Recipe(spec, dice).SelectMany(part => Prose.Sentences(part.Section, part.Count, scene, dice)).ToList();
        var repairs = dice.Shuffled(Words.Pairs("sentences", "repair"));
        // Title and abstract alone pass the rounds, because some records come without keywords.
        foreach (var repair in repairs)
        {
            var text = Prose.Join(sentences);
            if (!Rounds.MissingZh(title.Zh, text.Zh).Any() && !Rounds.MissingEn(title.En, text.En).Any()) return text;
            sentences.Insert(sentences.Count - dice.Next(2), Prose.Fill(repair, scene, dice));
        }
        return Prose.Join(sentences);
    }

    static IEnumerable<(string Section, int Count)> Recipe(Spec spec, Dice dice) => spec.Fate switch
    {
        Fate.DocumentType => [("document", 2)],
        Fate.NotApplication => [("aside-opening", 1), ("aside", dice.Between(2, 3))],
        Fate.OutOfScope => [("elsewhere-opening", 1), ("method", 1), ("elsewhere", 2), ("conclusion", 1)],
        Fate.LowQuality => [("opening", dice.Next(2)), ("essay-problem", 2), ("essay-advice", dice.Between(1, 2))],
        Fate.NonCoreJournal => [("opening", 1), ("aim", 1), ("method", dice.Next(2)), ("finding", dice.Between(1, 2)), ("conclusion", 1)],
        Fate.Included when spec.Shape.Side == Side.Zh => [("opening", 2), ("aim", dice.Next(2)), ("finding", dice.Between(1, 2)), ("conclusion", 1)],
        _ => [("opening", 1), ("aim", 1), ("method", 1), ("finding", dice.Between(2, 3)), ("conclusion", 1)],
    };
}
