using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Something to know about a strategy or its translation, with the place it is about.</summary>
/// <param name="Code">Q-E… an error, Q-W… a warning, Q-I… a remark; docs/dialects.md lists them.</param>
/// <param name="Fix">What to put there instead, where that is safe; null otherwise.</param>
public sealed record Diagnostic(string Code, Span At, Message Said, Fix? Fix = null)
{
    public bool IsError => Code.StartsWith("Q-E", StringComparison.Ordinal);
}

/// <summary>A replacement that does not change what is meant.</summary>
public sealed record Fix(Span At, string Text);
