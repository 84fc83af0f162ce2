using ReviewKit.Query.Parsing;

namespace ReviewKit.Query.Dialects;

/// <summary>A strategy of one platform in the words of another.</summary>
/// <param name="Written">Null when nothing could be read.</param>
public sealed record Translation(Strategy Read, Written? Written)
{
    /// <summary>Of reading and of writing, in this order.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Read.Diagnostics.Concat(Written?.Diagnostics ?? []);

    /// <summary>Terms are not translated from language to language; phrases stay phrases.</summary>
    public static Translation Of(string text, Dialect from, Dialect to)
    {
        // Text in no platform's syntax binds as it would where it is going to be pasted.
        var read = StrategyReader.Read(text, from, from.Name == "any" ? to.Binding : null);
        return new Translation(read, read.Tree is null ? null : DialectWriter.Write(read.Tree, to, new Writing { Source = from.Name, BareWords = from.BareWords }));
    }
}
