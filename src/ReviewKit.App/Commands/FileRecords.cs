using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.App.Commands;

/// <summary>The records of files named on the command line, for verbs that work without a review.</summary>
static class FileRecords
{
    /// <summary>One after the other, so that a million need not be held. How many problems there were is told at the end.</summary>
    public static IEnumerable<Record> Of(Session session, string[] files, ColumnMap? columns)
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
