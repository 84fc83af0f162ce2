using ReviewKit.Dedup;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.App.Commands;

/// <summary>`dedup FILE…`: files of any formats to tables, without a review.</summary>
static class DedupFiles
{
    public static int Run(Session session, string[] files, ColumnMap? columns, DedupOptions options, DedupPaths paths)
    {
        var records = new List<(string Id, string File, string? Own, string? Title)>();
        var found = Deduplication.Of(Read(session, files, columns).Select(record =>
        {
            records.Add((record.Id, record.File, OwnIds.OwnId(record), paths.Questions is null ? null : record.Title));
            return record;
        }), options);
        foreach (var note in found.Notes) session.Tell(note);
        var removable = found.Groups.Sum(group => group.Records.Count - 1);
        session.Print($"{records.Count} records: {records.Count - removable} reports, {removable} duplicates in {found.Groups.Count} groups; links: {found.Links.Count}; pairs left for a person: {found.Questions.Count}",
            $"{records.Count} 条记录：{records.Count - removable} 篇报告，{found.Groups.Count} 组中有重复 {removable} 条；关联 {found.Links.Count} 条；留待人工判断 {found.Questions.Count} 对");
        DedupCommand.Rates(session, options.Preset);
        var names = OwnIds.Unique(records.Select(record => (record.Id, record.File, record.Own)));
        var grouped = found.Groups.SelectMany(group => group.Records).ToHashSet();
        if (paths.Groups is { } groups)
            DedupTables.Groups(groups, found.Groups.Select(group => group.Records).Concat(records.Where(record => !grouped.Contains(record.Id)).Select(record => (IReadOnlyList<string>)[record.Id])), names);
        if (paths.Links is { } links) DedupTables.Links(links, found.Links, names, session.Language);
        if (paths.Questions is { } questions)
        {
            var titles = records.ToDictionary(record => record.Id, record => record.Title);
            DedupTables.Questions(questions, found.Questions, id => names[id], id => titles[id], session.Language);
        }
        if (paths is { Groups: null, Links: null, Questions: null })
            session.Tell("nothing was written; --groups OUT.csv writes the groups, --links and --questions the rest", "未写出文件；用 --groups OUT.csv 写出分组，--links 和 --questions 写出其余");
        return 0;
    }

    /// <summary>One after the other, so that a million records need not be held.</summary>
    static IEnumerable<Record> Read(Session session, string[] files, ColumnMap? columns)
    {
        var problems = 0;
        for (var i = 0; i < files.Length; i++)
        {
            var file = files[i];
            var isAlone = files.Count(other => Path.GetFileName(other) == Path.GetFileName(file)) == 1;
            var source = SourceFile.Open(session.PathOf(file), isAlone ? Path.GetFileName(file) : file.Replace('\\', '/'), columns: columns);
            var ordinal = 0;
            foreach (var item in source.Read())
            {
                if (item is ProblemItem) problems++;
                if (item is not RecordItem { Record: var record }) continue;
                // The same file named twice is two sets of records here, so the file's place in the list is part of the id.
                record.Id = RecordId.Of($"{i}:{source.Sha256}", ++ordinal);
                yield return record;
            }
        }
        if (problems > 0) session.Tell($"{problems} problems while reading; `reviewkit import` in a review names each", $"读取时有 {problems} 个问题；在综述中用 `reviewkit import` 可逐一查看");
    }
}

/// <summary>Where the tables go, absolute; null: not written.</summary>
sealed record DedupPaths(string? Groups, string? Links, string? Questions);
