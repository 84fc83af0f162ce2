using System.Globalization;
using ReviewKit.App.Terminal;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>Two reports field by field, with what differs marked inside each field.</summary>
static class DuplicateFields
{
    static readonly (Message Label, Func<Record, string?> Value)[] Fields =
    [
        (new("title", "题名"), r => r.Title),
        (new("other title", "其他题名"), r => Join(r.Titles.OrderBy(title => title.Key, StringComparer.Ordinal).Select(title => title.Value).Prepend(r.TranslatedTitle).Where(title => title != r.Title))),
        (new("authors", "作者"), r => Join(r.Authors.Select(author => author.Display))),
        (new("journal", "刊名"), r => Join(r.Journals.OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => name.Value).Where(name => name != r.Journal).Prepend(r.Journal))),
        (new("year", "年份"), r => r.Year?.ToString(CultureInfo.InvariantCulture) ?? r.Date),
        (new("volume", "卷"), r => r.Volume),
        (new("issue", "期"), r => r.Issue),
        (new("pages", "页码"), r => Join([r.Pages ?? r.FirstPage, r.ArticleNumber])),
        (new("DOI", "DOI"), r => r.Doi),
        (new("type", "类型"), r => r.Type ?? r.SourceType),
        (new("numbers", "编号"), r => Join(r.Ids.OrderBy(id => id.Key, StringComparer.Ordinal).Select(id => $"{id.Key} {id.Value}").Prepend(r.Pmid is null ? null : "pmid " + r.Pmid))),
        (new("from", "来源"), r => $"{r.Source}, {r.File}"),
        (new("abstract", "摘要"), r => r.Abstract),
        (new("other abs.", "其他摘要"), r => r.TranslatedAbstract),
    ];

    /// <summary>The rows of the comparison; fields neither has are left out.</summary>
    public static IEnumerable<(Message Label, IReadOnlyList<Styled> A, IReadOnlyList<Styled> B)> Rows(IReadOnlyList<Record> a, IReadOnlyList<Record> b, Theme theme)
    {
        var (left, right) = (Merged(a), Merged(b));
        foreach (var (label, value) in Fields)
        {
            var (inA, inB) = (value(left), value(right));
            if (inA is null && inB is null) continue;
            if (inA is null || inB is null)
            {
                yield return (label, One(inA, theme), One(inB, theme));
                continue;
            }
            var (oddA, oddB) = label.En == "from" ? ([], []) : Difference.Between(inA, inB);
            yield return (label, Marked(inA, oddA, theme), Marked(inB, oddB, theme));
        }
    }

    // Where a report was merged before, all the files that have it.
    static Record Merged(IReadOnlyList<Record> members)
    {
        var merged = MergedRecord.Of(members).Record;
        merged.Source = string.Join(" + ", members.Select(member => member.Source).Distinct());
        merged.File = string.Join(" + ", members.Select(member => $"{Path.GetFileName(member.File)}:{member.Line}"));
        return merged;
    }

    static IReadOnlyList<Styled> One(string? text, Theme theme) => [text is null ? new Styled("-", theme.Faint) : new Styled(text)];

    static List<Styled> Marked(string text, IReadOnlyList<Range> odd, Theme theme)
    {
        var parts = new List<Styled>();
        var at = 0;
        foreach (var range in odd)
        {
            if (range.Start.Value > at) parts.Add(new Styled(text[at..range.Start.Value]));
            parts.Add(new Styled(text[range], theme.Difference));
            at = range.End.Value;
        }
        if (at < text.Length) parts.Add(new Styled(text[at..]));
        return parts;
    }

    static string? Join(IEnumerable<string?> parts) => string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)).Distinct()) is { Length: > 0 } text ? text : null;
}
