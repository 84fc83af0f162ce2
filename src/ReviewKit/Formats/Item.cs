using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>What reading a file yields, in file order.</summary>
public abstract record Item;

/// <summary>A record and the bytes it was read from.</summary>
/// <remarks>In a workbook or a packed file a record has no bytes of its own: offset and length are 0, and the record's Line is the row of the sheet or the line of the unpacked text.</remarks>
/// <param name="Offset">Of the first byte of the record's text, from the start of the file.</param>
/// <param name="Length">Bytes from there to the end of its last line, line end left out.</param>
public sealed record RecordItem(Record Record, long Offset, int Length) : Item;

/// <summary>Something the user should look at; the reading went on.</summary>
public sealed record ProblemItem(Problem Problem) : Item;
