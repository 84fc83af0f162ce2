using ReviewKit.Records;

namespace ReviewKit.Store;

/// <summary>What people say a field is: an event, taken back by undo, kept through merges and unmerges because it is said of the record that was named.</summary>
public static class Pins
{
    /// <summary>Fixes fields of the report of a record, all or none.</summary>
    /// <param name="review">The review.</param>
    /// <param name="named">As <see cref="Reports.Find"/> takes it.</param>
    /// <param name="values">Field and value; an empty value gives the field back to the sources.</param>
    /// <exception cref="ReviewKitException">No such record or field, or the text is no value for it.</exception>
    public static IReadOnlyList<Event> Set(Review review, string named, IReadOnlyList<(string Field, string Value)> values)
    {
        var record = Reports.Find(review, named);
        foreach (var (field, value) in values)
        {
            if (!FieldText.Names.Contains(field))
                throw new ReviewKitException($"no field {field}; fields are: {string.Join(", ", FieldText.Names)}", $"没有字段 {field}；可用字段：{string.Join("、", FieldText.Names)}");
            if (value.Length > 0 && !FieldText.Write(new Record(), field, value))
                throw new ReviewKitException($"\"{value}\" is no {field}", $"“{value}”不能作为 {field}");
        }
        return review.Write(() => (IReadOnlyList<Event>)[.. values.Select(pair => review.Ledger.Append("pin", new PinBody(record, pair.Field, pair.Value.Length == 0 ? null : pair.Value)))]);
    }
}
