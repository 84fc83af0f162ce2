using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReviewKit.Store;

/// <summary>What was read from one file on one day.</summary>
public sealed record ImportBody(string Import, string Name, string Source, string SourceKind, string? SourceName, string Format, string Encoding, long Length, int Records, int Problems)
{
    /// <summary>SHA-256 over the ids and bodies of the records in order, so that a record changed behind the ledger's back is found.</summary>
    public required string RecordsSha256 { get; init; }
}

/// <summary>Records found to be of one report. <paramref name="Report"/> is the record that stands for them.</summary>
/// <param name="By">"rule" or "person".</param>
public sealed record MergeBody(string Report, IReadOnlyList<string> Records, string En, string Zh, string By);

/// <summary>A merged group taken apart; all its parts return to the queue.</summary>
/// <param name="By">"rule" where the rules no longer find the group; absent: a person, whose word the rules keep to.</param>
public sealed record UnmergeBody(string Report, IReadOnlyList<string> Records, string? By = null);

/// <summary>A person's word that records are of different reports: the rules never merge two of them and ask no more.</summary>
/// <param name="Taken">Members of groups in which two of them stood, which are taken apart by this; the rules may put the others together again.</param>
public sealed record ApartBody(IReadOnlyList<string> Records, IReadOnlyList<string> Taken, string? Reason);

/// <summary>What a person says a field of a record's report is, whatever the sources have; <paramref name="Value"/> null: again what they have.</summary>
/// <param name="Field">As in docs/record.schema.json.</param>
public sealed record PinBody(string Record, string Field, string? Value);

/// <summary>A typed relation between two reports that stay two (contract.md, --links).</summary>
/// <param name="By">"person": the two are never merged by a rule; absent: found by the rules.</param>
public sealed record LinkBody(string A, string B, string Type, string Reason, bool Removed = false, string? By = null);

/// <summary>One run of the term sets over all records.</summary>
/// <param name="Partial">Records that lack a set, with a bit for each set they have; the others have all.</param>
public sealed record RoundBody(string Query, string Sha256, string Mode, string Counted, int Sets, IReadOnlyList<int> Counts, IReadOnlyDictionary<string, int> Partial);

/// <summary>One run of a declared rule: the reports that fail it.</summary>
public sealed record CriterionBody(string Criterion, int Ordinal, string Box, string Apply, IReadOnlyList<string> Reports)
{
    /// <summary>Of a list of journals: reports of which it cannot be told.</summary>
    public IReadOnlyList<string>? Unknown { get; init; }

    /// <summary>The list files with their SHA-256.</summary>
    public IReadOnlyList<string>? Lists { get; init; }
}

/// <summary>One verdict of one reviewer. Time is when it was made, which for imported decisions is not when it was written here.</summary>
/// <param name="Order">How the report came to be shown: ranked, unranked, random or newest; absent where no screen showed it.</param>
/// <param name="Model">The model that ranked it.</param>
/// <param name="Rank">1-based, among all that waited then.</param>
public sealed record DecisionBody(string Record, string Stage, string Reviewer, Verdict Verdict, string? Reason, string? Note, string Time, string? Order = null, string? Model = null, int? Rank = null);

/// <summary>The same verdict on many records at once; taken back as one.</summary>
/// <param name="Where">The words that chose them; absent where they were chosen one by one.</param>
public sealed record DecisionsBody(IReadOnlyList<string> Records, string Stage, string Reviewer, Verdict Verdict, string? Reason, string? Note, string Time, string? Where);

/// <summary>Reports drawn for all listed reviewers to judge, so that they come to agree.</summary>
/// <param name="Round">1-based within the stage.</param>
public sealed record CalibrationBody(string Stage, int Round, IReadOnlyList<string> Records, IReadOnlyList<string> Reviewers);

/// <summary>A label put on records, or taken off; a group of review.yaml as `city=Beijing`.</summary>
public sealed record LabelBody(string Name, IReadOnlyList<string> Records, bool Removed = false, string? Where = null);

/// <summary>What a language model said of a record: nobody's verdict, and counted nowhere.</summary>
/// <param name="Verdict">Absent where its reply was none.</param>
/// <param name="Why">In its words.</param>
/// <param name="Prompt">All that was sent, the record's text included.</param>
/// <param name="Reply">As it came.</param>
public sealed record OpinionBody(string Record, string Stage, string Reviewer, Verdict? Verdict, string? Reason, string? Why, string Url, string Model, double Temperature, string Prompt, string Reply);

/// <summary>The end of screening at a stage by a stopping rule: these records nobody judged, and nobody will.</summary>
/// <param name="Rule">In words: what made one stop.</param>
/// <param name="Screened">Reports judged at the stage by then.</param>
/// <param name="Relevant">How many of those were kept.</param>
/// <param name="Recall">The recall wanted, 0..1.</param>
/// <param name="P">The chance to have seen as little as was seen last though that recall is not reached.</param>
public sealed record StopBody(string Stage, IReadOnlyList<string> Records, string Rule, int Screened, int Relevant, double Recall, double P);

/// <summary>Takes back one earlier event.</summary>
public sealed record UndoBody(string Event);

/// <summary>The full report of a record: sought, retrieved (with file) or not-retrieved (with reason).</summary>
public sealed record RetrievalBody(string Record, string Status, string? Reason, string? File);

/// <summary>Reports that describe one study; <paramref name="Study"/> null takes them out of theirs.</summary>
public sealed record StudyBody(string? Study, IReadOnlyList<string> Reports);

/// <summary>review.yaml as it was from here on.</summary>
public sealed record ProtocolBody(string Sha256, string Yaml, IReadOnlyList<string> Changed, int DecisionsTouched);

/// <summary>queries/search-log.yaml as it was from here on.</summary>
/// <param name="Searches">How many it has.</param>
public sealed record SearchLogBody(string Sha256, string Yaml, int Searches);

/// <summary>A remark on a record.</summary>
public sealed record NoteBody(string Record, string Text);

/// <summary>Values of open interfaces taken for fields that the sources leave empty; they never stand before an imported value.</summary>
/// <param name="By">"rule" or "person".</param>
public sealed record FillBody(IReadOnlyList<FilledField> Values, string By);

/// <summary>One value. <paramref name="Value"/> null takes the earlier one away.</summary>
/// <param name="Record">The record that stands for the report.</param>
/// <param name="Source">Which interface said it, at <paramref name="Time"/>, in an answer with the hash <paramref name="Sha256"/>.</param>
public sealed record FilledField(string Record, string Field, string? Value, string Source, string Time, string Sha256);

/// <summary>What an open interface says happened to a report after it appeared.</summary>
/// <param name="Kind">retraction, withdrawal, concern, correction or reinstatement.</param>
/// <param name="Notice">DOI or PMID of the notice, where the interface names one.</param>
/// <param name="Date">ISO, of the notice.</param>
public sealed record NoticeBody(string Record, string Kind, string Source, string? Notice, string? Date, string Time, string Sha256);

/// <summary>Reading and writing the bodies of events; compact, keys in declared order, so that equal bodies hash equally.</summary>
public static class EventJson
{
    public static string Write<T>(T body) => JsonSerializer.Serialize(body, typeof(T), Context);

    public static T Read<T>(Event entry) => (T)JsonSerializer.Deserialize(entry.Body, typeof(T), Context)!;

    static readonly EventJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

[JsonSerializable(typeof(ImportBody))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(UnmergeBody))]
[JsonSerializable(typeof(ApartBody))]
[JsonSerializable(typeof(PinBody))]
[JsonSerializable(typeof(LinkBody))]
[JsonSerializable(typeof(RoundBody))]
[JsonSerializable(typeof(CriterionBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(DecisionsBody))]
[JsonSerializable(typeof(CalibrationBody))]
[JsonSerializable(typeof(LabelBody))]
[JsonSerializable(typeof(OpinionBody))]
[JsonSerializable(typeof(UndoBody))]
[JsonSerializable(typeof(StopBody))]
[JsonSerializable(typeof(RetrievalBody))]
[JsonSerializable(typeof(StudyBody))]
[JsonSerializable(typeof(ProtocolBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(SearchLogBody))]
[JsonSerializable(typeof(FillBody))]
[JsonSerializable(typeof(NoticeBody))]
sealed partial class EventJsonContext : JsonSerializerContext;
