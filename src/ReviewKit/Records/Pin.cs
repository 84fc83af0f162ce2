namespace ReviewKit.Records;

/// <summary>What a person says a field of a report is, whatever the sources have.</summary>
/// <param name="Field">One of <see cref="FieldText.Names"/>.</param>
/// <param name="Value">As <see cref="FieldText"/> reads it.</param>
/// <param name="Seq">Of two on one field the greater counts.</param>
public sealed record Pin(string Field, string Value, long Seq);
