using System.Text;
using ReviewKit.Benchmarks.Accuracy;
using ReviewKit.Benchmarks.Demo;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks.Bilingual;

/// <summary>Chinese papers as CNKI and Wanfang return them, their twins as PubMed, Scopus and Web of Science do, and reports that look like twins and are none.</summary>
public static class BilingualSet
{
    /// <summary>Papers that both sides describe.</summary>
    public const int Twins = 144;

    /// <summary>Written as export files and read back, so that what the formats lose is lost here too.</summary>
    public static LabelledSet Compose(string folder)
    {
        var entries = TwinFile.All.ToDictionary(file => file.FileName, _ => new List<(string Work, string Entry)>());
        for (var number = 0; number < Twins; number++) Describe(number, entries);
        var records = new List<Record>();
        var works = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in TwinFile.All)
        {
            var path = Path.Combine(folder, file.FileName);
            File.WriteAllText(path, file.Head + string.Concat(entries[file.FileName].Select(entry => entry.Entry)), new UTF8Encoding(false));
            var read = SourceFile.Open(path, file.FileName).Read().OfType<RecordItem>().Select(item => item.Record).ToList();
            if (read.Count != entries[file.FileName].Count) throw new InvalidOperationException($"{file.FileName}: {entries[file.FileName].Count} records were written, {read.Count} read");
            for (var i = 0; i < read.Count; i++)
            {
                read[i].Id = $"{entries[file.FileName][i].Work}/{file.FileName}";
                (works.TryGetValue(entries[file.FileName][i].Work, out var ids) ? ids : works[entries[file.FileName][i].Work] = []).Add(read[i].Id);
                records.Add(read[i]);
            }
        }
        return new LabelledSet("bilingual", records, [.. works.Values.Where(ids => ids.Count > 1)]);
    }

    /// <summary>One Chinese and one English description, sometimes two of a side, and near misses on the other side only: so each would be a wrong twin.</summary>
    static void Describe(int number, Dictionary<string, List<(string, string)>> entries)
    {
        var twin = Twin.Of(number);
        var dice = new Dice("describe", number);
        var (chinese, english) = (TwinFile.All.Where(file => file.IsChinese).ToArray(), TwinFile.All.Where(file => !file.IsChinese).ToArray());
        Add(twin, chinese[number % chinese.Length]);
        Add(twin, english[number / 3 % english.Length]);
        if (dice.Chance(20)) Add(twin, chinese[(number + 1) % chinese.Length]);
        if (dice.Chance(20)) Add(twin, english[(number / 3 + 1) % english.Length]);
        if (number % 2 == 0) Add(twin.Next(), english[number / 2 % 3]);
        if (number % 3 == 0) Add(twin.Sequel(), number % 2 == 0 ? english[number / 3 % 3] : chinese[number / 3 % 3]);
        if (number % 3 == 1) Add(twin.Later(), english[number % 3]);
        if (number % 3 == 2) Add(twin.Later(), chinese[number / 3 % 3]);
        if (twin.Journal.Edition is not null) Add(twin.Edition(), english[1 + number % 2]);
        if (number % 2 == 1) Add(twin.Elsewhere(), number % 4 == 1 ? english[number / 2 % 3] : chinese[number / 2 % 3]);
        if (number % 8 == 5) Add(twin.Correction(), number % 16 == 5 ? chinese[number % 2] : english[number % 3]);

        void Add(Twin described, TwinFile file) => entries[file.FileName].Add((described.Work, file.Entry(described, new Dice(described.Work + file.FileName))));
    }
}
