namespace ReviewKit.Records;
public sealed record MergedRecord(Record Record)
{
    public static MergedRecord Of(IReadOnlyList<Record> members) => new(members[0]);
}
