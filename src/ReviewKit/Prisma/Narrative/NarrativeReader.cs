namespace ReviewKit.Prisma.Narrative;

/// <summary>What a count in a text may be the number of.</summary>
/// <param name="Boxes">Most likely first; more than one where the words leave it open ("removing duplicates resulted in 832": taken out, or left?).</param>
/// <param name="Part">The database or reason it is of; null for the box itself.</param>
sealed record Reading(Mention Mention, IReadOnlyList<string> Boxes, string? Part);

/// <summary>Reads the counts of a text one after another; where a clause says less than is needed, what was read before it decides.</summary>
sealed class NarrativeReader
{
    static readonly Dictionary<string, int> Order = new()
    {
        ["db_identified"] = 0,
        ["databases"] = 0,
        ["registers"] = 0,
        ["db_removed"] = 1,
        ["db_removed.duplicates"] = 1,
        ["db_removed.automation"] = 1,
        ["db_removed.other"] = 1,
        ["db_screened"] = 2,
        ["db_excluded"] = 3,
        ["db_sought"] = 4,
        ["db_notretrieved"] = 4,
        ["db_assessed"] = 5,
        ["db_ftexcluded"] = 6,
    };

    // Of a list: what its counts without words of their own belong to.
    static readonly Dictionary<string, string> ListedIn = new()
    {
        ["db_identified"] = "databases",
        ["databases"] = "databases",
        ["registers"] = "databases",
        ["db_excluded"] = "db_excluded",
        ["db_ftexcluded"] = "db_ftexcluded",
        ["ot_identified"] = "ot_identified",
        ["ot_ftexcluded"] = "ot_ftexcluded",
    };

    static readonly string[] Examples = ["commonly", "mainly", "mostly", "for example", "主要是", "主要因"];

    static readonly string[] Languages = ["中文", "英文", "外文", "Chinese", "English"];

    readonly List<Reading> readings = [];
    string? last;
    IReadOnlySet<Step> announced = new HashSet<Step>();

    public static IReadOnlyList<Reading> Read(IReadOnlyList<Sentence> sentences)
    {
        var reader = new NarrativeReader();
        foreach (var sentence in sentences) reader.Read(sentence);
        reader.TakeTheLast(sentences);
        return reader.readings;
    }

    void Read(Sentence sentence)
    {
        var mentions = Mention.In(sentence);
        // "In the second step the abstracts were read." tells what the next sentence counts.
        if (mentions.Count == 0)
        {
            if (Cues.StepsIn(sentence.Plain) is { Count: > 0 } steps && steps.Any(step => step is not (Step.Search or Step.Previous))) announced = steps;
            return;
        }
        string? total = null;
        foreach (var mention in mentions)
        {
            // "most commonly for a wrong design (n = 120)": an example is no list.
            if (Examples.Any(word => mention.Own.Contains(word, StringComparison.Ordinal))) continue;
            var reading = Database(mention) ?? Part(mention, total) ?? Whole(mention, total);
            if (reading is null) continue;
            readings.Add(reading);
            // Where it may be two boxes, the reasons after it belong to what was taken out.
            if (mention.IsWholeOfBefore) continue;
            last = reading.Boxes[0];
            if (reading.Part is null) total = last;
        }
        announced = new HashSet<Step>();
    }

    /// <summary>"Scopus (n = 618)", "CNKI 612篇", "500 from CNKI": one database, not the last of a list of them.</summary>
    static Reading? Database(Mention mention)
    {
        var own = Cues.DatabasesIn(mention.Own);
        var before = Cues.DatabasesIn(mention.Before);
        var act = mention.Act;
        if (act is not (null or Act.Found) || Cues.StepsIn(mention.Own).Overlaps((Step[])[Step.Duplicates, Step.TitleAbstract, Step.FullText])) return null;
        // "1992 records from Scopus (n = 1,200)": the name is that of the next count.
        if (own.Count == 1 && own[0].Index >= mention.Until && mention.Right.Length == 0 && mention.Own.Length - own[0].Index <= own[0].Name.Length + 18 && mention.IsFollowed) return null;
        var (name, isRegister, _) = own.Count == 1 && before.Count == 0 && Cues.DatabasesIn(mention.After).Count == 0 ? own[0]
            : own.Count == 0 && act is null && IsBeside(mention, before) ? before[^1]
            : own.Count == 1 && own[0].Index < mention.At && mention.At - own[0].Index < own[0].Name.Length + 12 && act is null ? own[0]
            : default;
        return name is null ? null : new(mention, [isRegister ? "registers" : "databases"], name);
    }

    // "…; Scopus, n = 618": the name ends right before the count.
    static bool IsBeside(Mention mention, IReadOnlyList<(string Name, bool IsRegister, int Index)> before) =>
        before.Count > 0 && mention.Before.Length - before[^1].Index <= before[^1].Name.Length + 16 && mention.Own[..mention.At].Trim().Length <= 2;

    /// <summary>A reason or source of the total before it.</summary>
    Reading? Part(Mention mention, string? total)
    {
        var act = mention.Act;
        // "excluded for a wrong population (n = 80)" is a reason where the sentence gave the total, and even where it did not.
        var isReason = act is Act.Removed && mention.ReasonBefore is not null && (total is "db_excluded" or "db_ftexcluded" || mention.At > 0);
        if (isReason && total is "db_excluded" or "db_ftexcluded" && act is Act.Removed && mention.At > 0 && mention.ReasonBefore is { } why) return new(mention, [total!], why);
        if (isReason && total is null && Whole(mention, null) is { Boxes: ["db_excluded" or "db_ftexcluded"] and var boxes })
            return new(mention, boxes, mention.ReasonBefore);
        var list = total ?? (mention.Left.Contains("reason", StringComparison.Ordinal) || mention.Left.Contains("原因", StringComparison.Ordinal) || mention.Own.StartsWith("其中", StringComparison.Ordinal) ? last : null);
        if (act is not null || list is null || !ListedIn.TryGetValue(list, out var box) || mention.IsOf || mention.IsThese) return null;
        var name = mention.Name.Length > 0 ? mention.Name : mention.NameBeside;
        // Languages are no databases.
        if (box == "databases" && Languages.Any(language => name.StartsWith(language, StringComparison.OrdinalIgnoreCase))) return null;
        return name.Length is 0 or > 120 ? null : new(mention, [box], name);
    }

    Reading? Whole(Mention mention, string? total)
    {
        var act = mention.Act;
        // What was done to the 230 in "of the 230 assessed, 195 were excluded" stands beside them or nowhere.
        if (act is null && mention.IsOf) return null;
        // "28 studies (30 reports)".
        if (act is null && total == "included" && mention.Noun is not null) return new(mention, ["included"], null);
        // "140 records were duplicates", "and 50 papers without abstracts" say what became of them.
        act ??= Cues.StepsIn(mention.Own).Overlaps((Step[])[Step.Duplicates, Step.OtherRemoval]) ? Act.Removed : mention.FarAct;
        // A text that includes 36 and pools 20 says "included" once.
        if (act is Act.Included && Cues.IsPooled(mention.Own) && readings.Exists(reading => reading.Boxes[0] == "included")) act = Act.Pooled;
        var steps = StepsOf(mention, act);
        if (act is null) return null;
        if (mention.IsWholeOfBefore && act is Act.Removed)
            return Removed(steps, Reached(4)) switch { "db_excluded" => new(mention, ["db_screened"], null), "db_ftexcluded" => new(mention, ["db_assessed"], null), _ => null };
        return Boxes(mention, act.Value, steps) is { Count: > 0 } boxes ? new(mention, boxes, PartOf(boxes[0], mention)) : null;
    }

    static string? PartOf(string box, Mention mention) => box != "ot_identified" ? null
        : mention.Own + mention.Left is var text && (text.Contains("website", StringComparison.Ordinal) || text.Contains("网站", StringComparison.Ordinal)) ? "websites"
        : "citation searching";

    /// <summary>The step its own clause names, else those before it, else those after it, else what was announced.</summary>
    IReadOnlySet<Step> StepsOf(Mention mention, Act? act)
    {
        // "removing duplicates and articles without abstract": one thing, though "and" ends a clause.
        if (mention.Own.StartsWith("and ", StringComparison.Ordinal) && mention.IsFirst && Cues.StepsIn(mention.Own).All(step => step is Step.OtherRemoval or Step.Duplicates))
            return Cues.StepsIn(mention.Left + mention.Own);
        // "We excluded 870 after reading titles": only of what is taken out the step may be told afterwards.
        foreach (var text in (string[])[mention.Own, mention.Left, act is Act.Removed ? mention.Right : ""])
            if (Cues.StepsIn(text) is var steps && steps.Any(step => step is not Step.Search)) return steps;
        return announced.Count > 0 ? announced : Cues.StepsIn(mention.Own + mention.Left);
    }

    IReadOnlyList<string> Boxes(Mention mention, Act act, IReadOnlySet<Step> steps)
    {
        var isFullText = steps.Contains(Step.FullText) || (!steps.Contains(Step.TitleAbstract) && Reached(4) && !steps.Overlaps((Step[])[Step.Duplicates, Step.OtherRemoval, Step.Automation]));
        if (steps.Contains(Step.Previous) && act == Act.Included) return ["previous.studies"];
        if (Cues.StepsIn(mention.Own + " " + mention.Left).Contains(Step.OtherMethods) && Other(act) is { } other) return [other];
        return act switch
        {
            Act.Found => isFullText && mention.Noun is not null && steps.Contains(Step.FullText) ? ["db_assessed", "db_sought"] : Found(mention, steps),
            Act.Removed => [Removed(steps, isFullText)],
            Act.Left => Left(mention, steps, isFullText),
            Act.Resulted => Resulted(mention, steps, isFullText),
            Act.Screened => steps.Contains(Step.FullText) && !steps.Contains(Step.TitleAbstract) ? ["db_assessed"] : ["db_screened"],
            Act.ToScreening => ["db_screened"],
            Act.Sought => ["db_sought"],
            Act.NotRetrieved => ["db_notretrieved"],
            Act.Read => steps.Contains(Step.FullText) ? ["db_assessed"] : steps.Contains(Step.TitleAbstract) ? ["db_screened"] : Reached(3) ? ["included"] : [],
            Act.Assessed => steps.Contains(Step.TitleAbstract) && !steps.Contains(Step.FullText) ? ["db_screened"] : ["db_assessed"],
            Act.ToFullText => ["db_sought", "db_assessed"],
            Act.Pooled => ["meta_analysis.studies"],
            // "the 849 full texts met the requirements" counts texts that were read.
            Act.Included => mention.Noun is "full texts" or "full-texts" or "full text" or "fulltexts" or "全文" && !mention.IsThese ? ["db_assessed"] : ["included"],
            _ => [],
        };
    }

    bool Reached(int order) => last is not null && Order.GetValueOrDefault(last, -1) >= order;

    static string? Other(Act act) => act switch
    {
        Act.Found or Act.Resulted or Act.Left => "ot_identified",
        Act.Sought or Act.ToFullText => "ot_sought",
        Act.NotRetrieved => "ot_notretrieved",
        Act.Assessed => "ot_assessed",
        Act.Removed => "ot_ftexcluded",
        _ => null,
    };

    IReadOnlyList<string> Found(Mention mention, IReadOnlySet<Step> steps)
    {
        if (steps.Contains(Step.Duplicates)) return mention.Noun is "duplicates" or "duplicate" || mention.Own.Contains("重复", StringComparison.Ordinal) ? ["db_removed.duplicates"] : ["db_screened"];
        if (last is "db_excluded" || (steps.Contains(Step.TitleAbstract) && Reached(1))) return ["db_sought"];
        if (last?.StartsWith("db_removed", StringComparison.Ordinal) == true) return ["db_screened"];
        return Reached(3) ? ["included"] : Reached(1) ? [] : ["db_identified"];
    }

    string Removed(IReadOnlySet<Step> steps, bool isFullText)
    {
        var (duplicates, other) = (steps.Contains(Step.Duplicates), steps.Contains(Step.OtherRemoval));
        if (duplicates && other) return "db_removed";
        if (duplicates) return "db_removed.duplicates";
        if (steps.Contains(Step.FullText)) return "db_ftexcluded";
        if (steps.Contains(Step.TitleAbstract)) return "db_excluded";
        if (steps.Contains(Step.Automation)) return Reached(2) ? "db_excluded.automation" : "db_removed.automation";
        if (other && !Reached(3)) return "db_removed.other";
        return isFullText || Reached(3) ? "db_ftexcluded" : last is null or "db_identified" or "databases" or "registers" ? "db_removed.other" : "db_excluded";
    }

    IReadOnlyList<string> Left(Mention mention, IReadOnlySet<Step> steps, bool isFullText)
    {
        if (mention.Noun is "full texts" or "full-texts" or "full text" or "full-text" or "fulltexts" or "全文" || mention.Own[mention.Until..].TrimStart().StartsWith("full", StringComparison.Ordinal)) return ["db_assessed"];
        if (steps.Contains(Step.Duplicates) || steps.Contains(Step.OtherRemoval)) return ["db_screened"];
        if (last is "db_notretrieved") return ["db_assessed"];
        // After the full texts were read, what remains is included.
        if (Reached(6) || (isFullText && Reached(5))) return ["included"];
        if (steps.Contains(Step.FullText)) return Reached(3) && !Reached(4) ? ["db_sought", "db_assessed", "included"] : ["included"];
        if (steps.Contains(Step.TitleAbstract) || Reached(3)) return ["db_sought"];
        return Reached(0) ? ["db_screened"] : [];
    }

    IReadOnlyList<string> Resulted(Mention mention, IReadOnlySet<Step> steps, bool isFullText)
    {
        if (steps.Contains(Step.Duplicates) || steps.Contains(Step.OtherRemoval))
            // In Chinese 去重后得到 leaves no doubt; "removing … resulted in 832" does.
            return mention.Own.Contains('得') || mention.Own.Contains("获得", StringComparison.Ordinal) ? ["db_screened"] : [Removed(steps, false), "db_screened"];
        return last is null || Order.GetValueOrDefault(last, 9) == 0 && !steps.Overlaps((Step[])[Step.TitleAbstract, Step.FullText]) ? ["db_identified"] : Left(mention, steps, isFullText);
    }

    /// <summary>A text that never says "included" ends on what it included: "these 84 articles".</summary>
    void TakeTheLast(IReadOnlyList<Sentence> sentences)
    {
        if (readings.Count == 0 || readings.Any(reading => reading.Boxes.Contains("included"))) return;
        var taken = readings.Select(reading => reading.Mention.Numeral).ToHashSet();
        var line = readings[^1].Mention.Sentence.Line;
        if (sentences.Where(sentence => sentence.Line >= line).SelectMany(Mention.In).LastOrDefault(mention => (mention.IsThese || mention.IsOf) && !readings.Exists(reading => reading.Mention.Sentence == mention.Sentence && reading.Mention.Numeral == mention.Numeral)) is { } final)
            readings.Add(new(final, ["included"], null));
    }
}
