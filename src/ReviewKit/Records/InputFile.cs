namespace ReviewKit.Records;

/// <summary>A file that a result was made from, so that the result can be made again.</summary>
/// <param name="Name">As it was given, or as it lies in exports/.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record InputFile(string Name, string Sha256);
