namespace ReviewKit.Graphs;

/// <summary>An undirected link between two nodes, named by their positions (0-based).</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end; equal to <paramref name="A"/> for a self-link.</param>
/// <param name="Weight">Above 0: a pair without anything in common has no edge.</param>
public readonly record struct Edge(int A, int B, double Weight);
