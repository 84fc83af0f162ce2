using System.Globalization;
using System.Text.Json;
using ReviewKit.Text;

namespace ReviewKit.Screening.Simulation;

/// <summary>Which records a simulation knows from the start, per data set: {"set": [{"prior_inclusions": [0], "prior_exclusions": [1]}]}.</summary>
public sealed class PriorsFile
{
    readonly Dictionary<string, List<Priors>> sets = [];

    /// <exception cref="ReviewKitException">It is not there, or not of this form.</exception>
    public static PriorsFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var text = TextFile.Read(path, name);
        var file = new PriorsFile();
        try
        {
            using var json = JsonDocument.Parse(text);
            foreach (var set in json.RootElement.EnumerateObject())
                file.sets[LabelledFile.NameOf(set.Name)] = [.. set.Value.EnumerateArray().Select(priors => new Priors(Rows(priors, "prior_inclusions"), Rows(priors, "prior_exclusions")))];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new ReviewKitException(new Message($"{name}: expected {{\"set\": [{{\"prior_inclusions\": [0], \"prior_exclusions\": [1]}}]}} ({wrong.Message})",
                $"{name}：应为 {{\"set\": [{{\"prior_inclusions\": [0], \"prior_exclusions\": [1]}}]}}（{wrong.Message}）"), wrong);
        }
        return file;
    }

    /// <summary>The priors of a set, a run each; empty when the file does not name it.</summary>
    /// <exception cref="ReviewKitException">A row that the set does not have.</exception>
    public IReadOnlyList<Priors> Of(LabelledFile file)
    {
        if (!sets.TryGetValue(file.Name, out var priors)) return [];
        return [.. priors.Select(p => new Priors(Places(p.Inclusions, file), Places(p.Exclusions, file)))];
    }

    /// <summary>Rows as given on the command line, with commas; each is what its label says.</summary>
    /// <exception cref="ReviewKitException">Not a row of the set.</exception>
    public static Priors Of(string rows, LabelledFile file)
    {
        var places = Places([.. rows.Split((char[])[',', '，', ' '], StringSplitOptions.RemoveEmptyEntries).Select(row => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new ReviewKitException($"--priors: \"{row}\" is not a row number", $"--priors：“{row}”不是行号"))], file);
        return new Priors([.. places.Where(place => file.Records[place].IsRelevant)], [.. places.Where(place => !file.Records[place].IsRelevant)]);
    }

    /// <summary>Priors drawn by chance, a relevant and an irrelevant record each; the same for the same seed.</summary>
    /// <returns>None where the set has not both kinds.</returns>
    public static IReadOnlyList<Priors> Drawn(LabelledFile file, int count, int seed)
    {
        var places = Enumerable.Range(0, file.Records.Count).ToLookup(place => file.Records[place].IsRelevant);
        if (!places.Contains(true) || !places.Contains(false)) return [];
        var (relevant, irrelevant, random) = (places[true].ToList(), places[false].ToList(), new Random(seed));
        return [.. Enumerable.Range(0, count).Select(_ => new Priors([relevant[random.Next(relevant.Count)]], [irrelevant[random.Next(irrelevant.Count)]]))];
    }

    // Rows are counted in the file; rows without a label are not among the records.
    static List<int> Places(IReadOnlyList<int> rows, LabelledFile file)
    {
        var places = file.Records.Select((record, place) => (record.Row, place)).ToDictionary(pair => pair.Row, pair => pair.place);
        return [.. rows.Select(row => places.TryGetValue(row, out var place) ? place
            : throw new ReviewKitException($"{file.Name}: row {row} of the priors is not a labelled row (0 to {file.Records.Count + file.Unlabelled - 1})", $"{file.Name}：先验中的第 {row} 行不是已标注的行（0 到 {file.Records.Count + file.Unlabelled - 1}）"))];
    }

    static List<int> Rows(JsonElement priors, string name) => [.. priors.GetProperty(name).EnumerateArray().Select(row => row.GetInt32())];
}
