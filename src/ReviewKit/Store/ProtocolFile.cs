using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>Reads review.yaml, and writes the one a new review starts with.</summary>
public static class ProtocolFile
{
    public const string Name = "review.yaml";

    static readonly string[] SourceKinds = ["database", "register", "website", "organisation", "citation"];

    /// <exception cref="ReviewKitException">Names file, line, what was found and what was expected.</exception>
    public static Protocol Parse(string yaml, string name = Name)
    {
        var root = YamlFile.Parse(yaml, name).Root;
        var protocol = new Protocol
        {
            Title = root.Both("title") ?? default,
            Question = root.Both("question") ?? default,
            Languages = root.Texts("languages"),
            Sources = [.. root.Maps("sources").Select(Source)],
            Query = root.Map("query") is { } query ? Query(query) : null,
            Criteria = [.. root.Maps("criteria").Select(Criterion)],
            Stages = [.. root.Maps("stages").Select(ProtocolStages.Stage)],
            Reviewers = [.. root.Maps("reviewers").Select(ProtocolStages.Reviewer)],
            Groups = root.Map("groups") is { } groups ? groups.Keys.ToDictionary(key => key, groups.Texts) : new Dictionary<string, IReadOnlyList<string>>(),
            Columns = root.Map("columns") is { } columns ? columns.Keys.ToDictionary(key => key, columns.Texts) : new Dictionary<string, IReadOnlyList<string>>(),
            Dedup = root.Map("dedup") is { } dedup ? Dedup(dedup) : new ProtocolDedup([], []),
            Highlight = root.Map("highlight") is { } highlight ? Highlight(highlight) : new ProtocolHighlight([], []),
            Flow = root.Map("flow") is { } flow ? Flow(flow) : new Dictionary<string, int>(),
            Labels = root.Map("labels") is { } labels ? labels.Keys.ToDictionary(key => key, key => labels.Both(key) ?? default) : new Dictionary<string, Message>(),
            Stopping = root.Map("stopping") is { } stopping ? ProtocolStages.Stopping(stopping) : new Protocol().Stopping,
            Notes = root.Messages("notes"),
        };
        root.Done();
        Unique(root, "stages", protocol.Stages.Select(stage => stage.Id));
        Unique(root, "sources", protocol.Sources.Select(source => source.Id));
        Unique(root, "reviewers", protocol.Reviewers.Select(reviewer => reviewer.Id));
        foreach (var stage in protocol.Stages) Unique(root, "stages", stage.Reasons.Select(reason => reason.Id));
        ProtocolStages.Check(root, protocol);
        Unique(root, "criteria", protocol.Criteria.Select(criterion => criterion.Id));
        if (protocol.Stages.SkipWhile(stage => !stage.IsFullText).Any(stage => !stage.IsFullText))
            throw root.Error("stages", "a title-abstract stage comes after a full-text one", "题名摘要阶段不能排在全文阶段之后");
        return protocol;
    }

    static void Unique(YamlMap root, string key, IEnumerable<string> ids)
    {
        if (ids.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw root.Error(key, $"two of {key} have the id {twice.Key}", $"{key} 中有两项的 id 都是 {twice.Key}");
    }

    static ProtocolSource Source(YamlMap map)
    {
        var id = map.Required("id");
        var source = new ProtocolSource(id, map.Both("name") ?? Message.Verbatim(id), map.OneOf("kind", SourceKinds));
        map.Done();
        return source;
    }

    // What the ledger counts is not to be typed.
    static readonly string[] Declarable = ["previous.studies", "previous.reports", "appraised.studies", "narrative.studies", "meta_analysis.studies", "meta_analysis.reports"];

    static Dictionary<string, int> Flow(YamlMap map) => map.Keys.ToDictionary(key => key, key =>
        Declarable.Contains(key) ? map.Number(key, 0) is >= 0 and var n ? n : throw map.Error(key, $"{key} is below 0", $"{key} 小于 0")
            : throw map.Error(key, $"flow: {key} cannot be stated here; what can: {string.Join(", ", Declarable)}", $"flow: 此处不能声明 {key}；可声明：{string.Join("、", Declarable)}"));

    static ProtocolDedup Dedup(YamlMap map)
    {
        var rules = new ProtocolDedup(map.Lists("never-merge"), map.Lists("same-journal"));
        map.Done();
        foreach (var (key, lists) in (ReadOnlySpan<(string, IReadOnlyList<IReadOnlyList<string>>)>)[("never-merge", rules.NeverMerge), ("same-journal", rules.SameJournal)])
            if (lists.FirstOrDefault(list => list.Count < 2) is { } alone)
                throw map.Error(key, $"{key} wants lists of two or more, such as [A, B]; found [{string.Join(", ", alone)}]", $"{key} 的每一项应列出两个或更多，如 [A, B]；现为 [{string.Join("，", alone)}]");
        return rules;
    }

    static ProtocolHighlight Highlight(YamlMap map)
    {
        var words = new ProtocolHighlight(map.Texts("include"), map.Texts("exclude"));
        map.Done();
        return words;
    }

    static ProtocolQuery Query(YamlMap map)
    {
        var query = new ProtocolQuery(map.Required("file"), map.OneOf("mode", "verify", "remove"), map.OneOf("counted", "search", "automation"));
        map.Done();
        if (query is { Mode: "remove", Counted: "search" })
            throw map.Error("counted", "rounds that remove records here cannot count as part of the search: use counted: automation, or mode: verify",
                "在此移除记录的轮次不能算作检索的一部分：请用 counted: automation，或 mode: verify");
        return query;
    }

    static Criterion Criterion(YamlMap map)
    {
        var id = map.Required("id");
        var criterion = new Criterion(id, map.OneOf("require", "abstract", "window", "language", "type", "journal-list"), map.OneOf("box", "other", "automation"),
            map.OneOf("apply", "remove", "flag"), map.Both("label") ?? Message.Verbatim(id))
        {
            From = map.Text("from"),
            To = map.Text("to"),
            Languages = map.Texts("languages"),
            Exclude = map.Texts("exclude"),
            Lists = map.Texts("lists"),
        };
        map.Done();
        if (criterion.Require == "journal-list" == (criterion.Lists.Count == 0))
            throw map.Error("lists", "require: journal-list goes with lists, as in lists: [cssci.csv] (files in queries/)", "require: journal-list 须与 lists 同用，如 lists: [cssci.csv]（文件在 queries/ 中）");
        return criterion;
    }

    /// <summary>The review.yaml of `reviewkit new`.</summary>
    public const string Template = """
        # The protocol of this review. Every change after decisions were made is kept in the ledger.
        # 本综述的方案。作出判断之后的每次修改都会记入账本。
        title: { en: My review, zh: 我的综述 }
        question: { en: "", zh: "" }
        languages: [zh, en]

        # Where you search, in the order the PRISMA diagram lists them.
        # kind: database, register, website, organisation or citation
        sources:
          - { id: scopus, name: Scopus, kind: database }
          - { id: wos, name: Web of Science, kind: database }
          - { id: cnki, name: { en: CNKI, zh: 中国知网 }, kind: database }
          - { id: wanfang, name: { en: Wanfang Data, zh: 万方数据 }, kind: database }

        # The term sets, in queries/. mode: verify (report only) or remove; counted: search or automation.
        query: { file: query.yaml, mode: verify, counted: search }

        # Rules applied after the rounds. require: abstract, window, language or type;
        # box: where removals stand in PRISMA (automation or other); apply: remove or flag.
        criteria:
          - { id: no-abstract, require: abstract, box: other, apply: flag, label: { en: Records without abstract, zh: 无摘要的记录 } }

        stages:
          - id: title-abstract
            kind: title-abstract
            name: { en: Title and abstract, zh: 题名与摘要 }
            reviewers: 1
            reasons:
              - { id: topic, en: Not about the question, zh: 与研究问题无关 }
              - { id: document-type, en: Not a research report, zh: 非研究性文献 }
          - id: full-text
            kind: full-text
            name: { en: Full text, zh: 全文 }
            reviewers: 1
            reasons:
              - { id: population, en: Wrong population or setting, zh: 研究对象不符 }
              - { id: outcome, en: Wrong outcome, zh: 结局不符 }
              - { id: quality, en: Low quality, zh: 质量低 }

        reviewers: []

        """;

    /// <summary>The queries/query.yaml of `reviewkit new`.</summary>
    public const string QueryTemplate = """
        # The search in sets; docs/query.md explains every key. A record passes a set when any of its terms is found in one of the fields,
        # and round k when it passes sets 1 to k. Chinese and English terms stand side by side.
        # 分组检索式；各键见 docs/query.md。任一检索词出现在任一字段中即命中该组；第 k 轮须命中第 1 至 k 组。中英文检索词并列。
        name: query

        # title, abstract, keywords (the authors'), index-keywords (the database's)
        fields: [title, abstract, keywords]

        # phrase: the words next to each other; words: anywhere in the fields. plural: true takes English singular and plural for one.
        match: phrase
        plural: false

        # Years searched for; leave a side out where it is open.
        # window: { from: 2010, to: 2022-12-31 }
        languages: [zh, en]

        sets:
          - id: S1
            name: { en: first concept, zh: 概念一 }
            zh: [智慧城市]
            en: [smart city, smart cities]

          # More that a set may hold:
          # - id: S2
          #   name: { en: second concept, zh: 概念二 }
          #   zh: [政策, 法规]
          #   en: [polic*, wom?n, [e-government, digital government]]    # wildcards; ways to write one term
          #   any: [{ near: [public, policy], within: 3 }]               # at most three words between
          #   not: [{ term: foreign policy, fields: [title] }]           # takes away

        # What is different on one platform:
        # platforms:
        #   cnki: { fields: [title, keywords] }

        # Then: reviewkit query lint, and reviewkit query compile --to cnki (or scopus, wos, wanfang, pubmed, …)

        """;
}
