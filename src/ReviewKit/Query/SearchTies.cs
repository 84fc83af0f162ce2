using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Which imported file came from which search of the log, and what does not agree.</summary>
public sealed record SearchTies(SearchLog Log, IReadOnlyList<TiedSearch> Searches, IReadOnlyList<ImportedExport> Untied)
{
    /// <summary>The files of databases and registers that are in the review.</summary>
    public static SearchTies Of(Review review, SearchLog log) => Of(log, [.. review.Connection.Query<(string Sha, string Name, string Source, long Records)>("""
        select i.id, i.name, i.source, i.records from import i
        where i.kind in ('database', 'register') and exists (select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id)
        order by i.name
        """).Select(row => new ImportedExport(row.Name, row.Sha, row.Source, (int)row.Records))]);

    /// <summary>A file belongs to the searches that name it; one that none names, to its platform's only search that names no files.</summary>
    public static SearchTies Of(SearchLog log, IReadOnlyList<ImportedExport> exports)
    {
        var named = log.Searches.Select(search => search.Files.Count == 0 ? [] : exports.Where(export => search.Files.Any(file => IsNamed(export.Name, file))).ToList()).ToList();
        var left = exports.Where(export => !named.Any(files => files.Contains(export))).ToList();
        var searches = new List<TiedSearch>();
        for (var i = 0; i < log.Searches.Count; i++)
        {
            var search = log.Searches[i];
            var isOnly = search.Files.Count == 0 && log.Searches.Count(other => other.Files.Count == 0 && other.Platform == search.Platform) == 1;
            if (isOnly) named[i] = [.. left.Where(export => export.Source == search.Platform)];
            searches.Add(new TiedSearch(search, named[i], [.. search.Files.Where(file => !exports.Any(export => IsNamed(export.Name, file)))]));
        }
        return new SearchTies(log, searches, [.. exports.Where(export => !searches.Any(search => search.Files.Contains(export)))]);
    }

    static bool IsNamed(string export, string file)
    {
        var wanted = file.Replace('\\', '/');
        return export == wanted || export.EndsWith("/" + wanted, StringComparison.Ordinal) || export.StartsWith(wanted + "/", StringComparison.Ordinal) || Path.GetFileName(wanted) == export;
    }

    static bool Narrows(Search search) =>
        search.Rounds.Zip(search.Rounds.Skip(1)).All(pair => pair.Second <= pair.First) && (search.Rounds.Count == 0 || search.Hits is null || search.Rounds[^1] == search.Hits);

    /// <summary>What a reader of the review would ask about.</summary>
    public IReadOnlyList<Diagnostic> Lint()
    {
        var found = new List<Diagnostic>();
        void Say(string code, string en, string zh) => found.Add(new Diagnostic(code, default, new Message(en, zh)));
        foreach (var (search, files, missing) in Searches)
        {
            var (who, whoZh) = ($"{search.Platform}, {search.Date}", $"{search.Platform}，{search.Date}");
            if (search is { Hits: { } hits, Exported: { } exported } && hits != exported)
            {
                var (why, whyZh) = search.Note is { } note ? ($"; the note says: {note.En}", $"；说明为：{note.Zh}") : ($": say in note: what happened to the other {Math.Abs(hits - exported)}", $"：请在 note: 中说明其余 {Math.Abs(hits - exported)} 条的去向");
                Say("Q-W-HITS", $"{who}: {hits} hits were shown, {exported} were exported{why}", $"{whoZh}：显示 {hits} 条命中，导出 {exported} 条{whyZh}");
            }
            if (!Narrows(search)) Say("Q-W-ROUNDS", $"{who}: rounds: {string.Join(", ", search.Rounds)} cannot be hits after cumulative rounds: they must not grow, and the last is the hits", $"{whoZh}：rounds: {string.Join("、", search.Rounds)} 不可能是各累积轮次的命中数：应逐轮不增，且最后一个等于 hits");
            var records = files.Sum(file => file.Records);
            if (files.Count > 0 && missing.Count == 0 && (search.Exported ?? search.Hits) is { } counted && counted != records)
                Say("Q-W-EXPORTED", $"{who}: {counted} were exported, the {files.Count} files tied to it hold {records} records", $"{whoZh}：导出 {counted} 条，与之对应的 {files.Count} 个文件共有 {records} 条记录");
            foreach (var file in missing) Say("Q-W-NOT-IMPORTED", $"{who}: {file} is not imported", $"{whoZh}：{file} 尚未导入");
            if (search.Text is null) Say("Q-W-NO-STRING", $"{who}: the string is missing (PRISMA-S 8 asks for it as it was run)", $"{whoZh}：缺少检索式（PRISMA-S 第 8 条要求原样给出）");
            if (search.Filters is null) Say("Q-W-NO-FILTERS", $"{who}: filters: is missing; write [] where none was set (PRISMA-S 9)", $"{whoZh}：缺少 filters:；未设限制请写 []（PRISMA-S 第 9 条）");
            if (search.Hits is null) Say("Q-W-NO-HITS", $"{who}: hits: is missing", $"{whoZh}：缺少 hits:");
            if (files.Count == 0 && missing.Count == 0 && search.Hits != 0) Say("Q-W-NO-FILE", $"{who}: no imported file is tied to it; name its files:", $"{whoZh}：没有与之对应的导入文件；请用 files: 指明");
        }
        foreach (var export in Untied)
            Say("Q-W-NO-SEARCH", $"{export.Name}: no search of the log names it", $"{export.Name}：检索日志中没有对应的检索");
        return found;
    }
}

/// <summary>A search and the imports it brought.</summary>
/// <param name="Missing">Files the search names that are not in the review.</param>
public sealed record TiedSearch(Search Search, IReadOnlyList<ImportedExport> Files, IReadOnlyList<string> Missing);

/// <summary>An export file as it was imported.</summary>
public sealed record ImportedExport(string Name, string Sha256, string Source, int Records);
