using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Fields that can be junk in a file while the rest of the file is good.</summary>
enum Field { Volume, Issue, Pages, Doi }

/// <summary>Which fields of which file can be believed. A column that is really a row number, or the same in every row, contradicts true duplicates, so it counts as missing.</summary>
sealed class FieldReliability
{
    // With fewer values a column of true numbers is too easily in order or all alike by chance.
    const int FewestValues = 20;

    // Small libraries of weekly journals may have as many different issues.
    const int FewestNumbers = 50;

    // In the order of CanonicalForm.Columns.
    static readonly (Field Field, string Zh)[] Columns = [(Field.Volume, "卷"), (Field.Issue, "期"), (Field.Pages, "页码"), (Field.Doi, "DOI")];

    // Two titles can be an original and its translation; a third in the same script is another work.
    const int TitlesOfOneWork = 2;

    readonly HashSet<(string File, Field Field)> unreliable = [];
    readonly HashSet<string> sharedDois = new(StringComparer.Ordinal);

    FieldReliability() { }

    public List<Message> Notes { get; } = [];

    public bool IsReliable(string file, Field field) => unreliable.Count == 0 || !unreliable.Contains((file, field));

    /// <summary>True for a DOI under which several works stand: a supplement's, a volume's, a journal's.</summary>
    public bool IsShared(string doi) => sharedDois.Contains(doi);

    public static FieldReliability Of(IReadOnlyList<CanonicalForm> forms)
    {
        var reliability = new FieldReliability();
        reliability.FindSharedDois(forms);
        foreach (var file in forms.GroupBy(form => form.File).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var rows = file.OrderBy(form => form.Line).ThenBy(form => form.Id, StringComparer.Ordinal).ToList();
            for (var i = 0; i < Columns.Length; i++)
            {
                var written = rows.Select(form => form.Columns![i]).OfType<string>().ToList();
                reliability.Judge(file.Key, Columns[i].Field, Columns[i].Zh, [.. written.Where(value => !Missing.IsMissing(value)).Select(value => value.Trim())], rows);
                reliability.Tell(file.Key, Columns[i].Field, Columns[i].Zh, written);
            }
        }
        return reliability;
    }

    void FindSharedDois(IReadOnlyList<CanonicalForm> forms)
    {
        var works = from form in forms
                    where form.Doi is not null && form.Beginning != 0
                    group form.Beginning by form.Doi;
        sharedDois.UnionWith(works.Where(titles => titles.Distinct().Count() > TitlesOfOneWork).Select(titles => titles.Key!));
        if (sharedDois.Count == 0) return;
        var first = sharedDois.Order(StringComparer.Ordinal).First();
        Notes.Add(new(
            $"{sharedDois.Count} DOIs stand under more than {TitlesOfOneWork} different titles each ({first}, …): a supplement's or a volume's; not used to find duplicates",
            $"{sharedDois.Count} 个 DOI 各对应 {TitlesOfOneWork} 个以上的不同标题（如 {first}），应为增刊或整卷的 DOI，查重时不使用"));
    }

    void Judge(string file, Field field, string zh, List<string> values, List<CanonicalForm> rows)
    {
        if (values.Count < FewestValues) return;
        var name = Name(field);
        if (IsRowNumber(values))
            Ignore(file, field, $"{name} in {file} looks like a row number: it grows with every record; ignored", $"{file} 的{zh}像是行号（逐条递增），已忽略");
        // Issues are counted anew every year: among so many records most numbers come again.
        else if (field == Field.Issue && values.Count >= FewestNumbers && values.Distinct(StringComparer.Ordinal).Count() >= values.Count * 0.9)
            Ignore(file, field, $"{name} in {file} is another number in nearly every record, which issues are not; ignored", $"{file} 的{zh}几乎每条题录都不相同，不像是期号，已忽略");
        // One journal's volume may be one volume; many journals do not share one.
        else if (values.All(value => value == values[0]) && Containers(rows) >= FewestValues / 4)
            Ignore(file, field, $"{name} in {file} is \"{values[0]}\" in all {values.Count} records that have it; ignored", $"{file} 的{zh}在全部 {values.Count} 条有值的题录中都是“{values[0]}”，已忽略");
    }

    /// <summary>What was put right and not ignored: a person may want to export the file anew.</summary>
    void Tell(string file, Field field, string zh, List<string> written)
    {
        var name = Name(field);
        if (written.Count(value => value.Length > 0 && Missing.IsMissing(value)) is > 0 and var words)
            Notes.Add(new($"{name} in {file} is a word for nothing (NA and the like) in {words} records; taken as absent", $"{file} 有 {words} 条题录的{zh}写作“NA”一类的空值，按缺失处理"));
        if (field is Field.Issue or Field.Pages && written.Where(Position.IsSpreadsheetDate).ToList() is { Count: > 0 } dates)
            Notes.Add(new($"{name} in {file} looks like a date in {dates.Count} records ({dates.Min(StringComparer.Ordinal)}), as spreadsheets make of ranges; read as a range", $"{file} 有 {dates.Count} 条题录的{zh}像日期（{dates.Min(StringComparer.Ordinal)}），应是电子表格把范围改成了日期，按范围读取"));
    }

    static string Name(Field field) => field == Field.Doi ? "DOI" : field.ToString().ToLowerInvariant();

    void Ignore(string file, Field field, string en, string zh)
    {
        unreliable.Add((file, field));
        Notes.Add(new Message(en, zh));
    }

    static int Containers(List<CanonicalForm> rows) => rows.Select(row => row.Journal).Distinct().Count();

    // In an export sorted by page or year a column grows too, but with repeats and gaps: a row number is nearly always the one before plus one, and new.
    static bool IsRowNumber(List<string> values)
    {
        if (values.Distinct(StringComparer.Ordinal).Count() < values.Count * 0.9) return false;
        var steps = 0;
        for (var i = 1; i < values.Count; i++)
            if (int.TryParse(values[i - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var before)
                && int.TryParse(values[i], NumberStyles.None, CultureInfo.InvariantCulture, out var here) && here - before is 1 or -1)
                steps++;
        return steps >= (values.Count - 1) * 0.9;
    }
}
