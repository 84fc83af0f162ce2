namespace ReviewKit.Tests.Demo;

/// <summary>One record of the shipped review as these tests read it: with their own few regular expressions, so that they do not repeat the product's readers.</summary>
/// <param name="Text">Title, abstract and author keywords.</param>
sealed record DemoRecord(string File, int Ordinal, string? OwnId, string Title, string Abstract, string Text, string Raw)
{
    public string FileOrdinal => $"{File}:{Ordinal}";

    public bool HasAbstract => Abstract.Trim().Length > 0 && Abstract != "[No abstract available]";
}
