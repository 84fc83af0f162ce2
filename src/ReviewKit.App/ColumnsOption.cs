using System.CommandLine;
using ReviewKit.Formats;

namespace ReviewKit.App;

/// <summary>--map of the verbs that read files without a review.</summary>
static class ColumnsOption
{
    public static Option<string?> On(Verb verb) =>
        verb.Option<string?>("--map", "F=C,…", new("what columns of a table mean whose names are not known, as in Title=题目,Year=年度; default: known names only", "说明表格中未知列的含义，如 Title=题目,Year=年度；默认只认已知列名"));

    /// <exception cref="ReviewKitException">What was said maps no column, or no field is called so.</exception>
    public static ColumnMap? Of(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } said ? ColumnMap.Parse(said) : null;
}
