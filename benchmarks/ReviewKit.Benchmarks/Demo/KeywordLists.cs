namespace ReviewKit.Benchmarks.Demo;

/// <summary>Authors' keywords: of the smart city, of the topic, of its dimension, of technology, of policy and of place, so that they co-occur by dimension.</summary>
static class KeywordLists
{
    /// <summary>The third cell of a topic: "公交调度=bus dispatching; 公共交通=public transport".</summary>
    public static IReadOnlyList<Pair> OfTopic(string cell) =>
        cell.Split(';', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=')).Select(pair => new Pair(pair[0], pair[1])).ToList();

    public static List<Pair> Of(Spec spec, Pair title, Pair? text, Scene scene, Dice dice)
    {
        // What was included is what the map shows: fewer words there that belong to every dimension.
        var isListed = spec.Listed is not null;
        var terms = Shared("smart-city", scene);
        // Most included papers use the plain term, which then joins the dimensions on the map.
        var list = new List<Pair> { isListed && dice.Chance(60) ? terms[0] : dice.Pick(terms) };
        if (spec.Fate == Fate.NotApplication) list.Add(scene.Subject);
        else list.AddRange(dice.Shuffled(scene.TopicKeywords).Take(isListed ? 2 : dice.Between(1, 2)));
        var core = Shared(scene.Dimension, scene);
        list.Add(dice.PickFirst(core));
        if (isListed || dice.Chance(40)) list.Add(dice.PickFirst(core));
        if (dice.Chance(30)) list.Add(dice.PickFirst(Shared(scene.SecondDimension, scene)));
        if (dice.Chance(isListed ? 30 : 45)) list.Add(dice.PickFirst(Shared("technology", scene)));
        if (dice.Chance(isListed ? 25 : 40)) list.Add(dice.PickFirst(Shared("policy", scene)));
        if (dice.Chance(isListed ? 15 : 30)) list.Add(scene.City);
        // Where a record has no abstract, the platform found it by title and keywords.
        if (text is null || spec.HalfAbstract) Complete(list, title, scene, dice);
        return list.DistinctBy(k => k.Zh).DistinctBy(k => k.En).ToList();
    }

    static void Complete(List<Pair> list, Pair title, Scene scene, Dice dice)
    {
        var anchors = new IReadOnlyList<Pair>[] { Shared("smart-city", scene), Shared("policy", scene), [new("居民生活", "everyday life"), new("数字经济", "digital economy"), new("生态环境", "ecological environment"), new("政务服务", "government services"), new("信息安全", "information security"), new("智慧教育", "smart education")], [scene.City] };
        for (var set = 0; set < 4; set++)
        {
            // Both languages, for the same list is printed in either.
            for (var tries = 0; tries < 20 && Missing(list, title).Contains(set); tries++) list.Add(dice.Pick(anchors[set]));
        }
    }

    static IReadOnlyList<Pair> Shared(string section, Scene scene) => Words.PairsBy(scene.Year, "keywords", section);

    static IEnumerable<int> Missing(List<Pair> list, Pair title) =>
        Rounds.MissingZh([title.Zh, .. list.Select(k => k.Zh)]).Concat(Rounds.MissingEn([title.En, .. list.Select(k => k.En)]));
}
