using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReviewKit.Enrichment.Http;
using ReviewKit.Text;

namespace ReviewKit.Enrichment;

/// <summary>What a search brought.</summary>
/// <param name="File">The records, complete; null when there are none.</param>
/// <param name="Hits">As the interface says.</param>
/// <param name="Trouble">Why the file has fewer than the hits; null where it has all, or all that were wanted.</param>
public sealed record SearchResult(string? File, int Records, int? Hits, Message? Trouble);

/// <summary>One search, page by page into a hidden file beside the exports; stopped anywhere, the next run goes on behind the last whole page.</summary>
/// <param name="folder">Where the finished file goes.</param>
/// <param name="most">Records wanted at most.</param>
public sealed class SearchRun(SearchApi api, string query, string folder, int most)
{
    sealed record Stand(string Query, string? Cursor, int Pages, int Records, int? Hits, long Length, List<string> Seen);

    string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{api.Api.Id}\n{query}\n{most}")))[..8];

    string PartPath => Path.Combine(folder, $".{api.Api.Id}-{Key}.part");

    string StandPath => Path.Combine(folder, $".{api.Api.Id}-{Key}.json");

    /// <summary>Records that an earlier run has already fetched.</summary>
    public int Before => Read()?.Records ?? 0;

    Stand? Read()
    {
        try
        {
            return File.Exists(StandPath) && File.Exists(PartPath) && JsonSerializer.Deserialize<Stand>(File.ReadAllText(StandPath)) is { } stand && stand.Query == query && new FileInfo(PartPath).Length >= stand.Length ? stand : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="day">Of the file's name: 20260131.</param>
    /// <param name="progress">Told the records fetched and those found.</param>
    /// <exception cref="ReviewKitException">The first page is refused: a wrong query, no key.</exception>
    public async Task<SearchResult> Run(Network network, string day, Action<int, int?>? progress = null, CancellationToken stop = default)
    {
        Directory.CreateDirectory(folder);
        var stand = Read() ?? new Stand(query, api.First, 0, 0, null, 0, []);
        Message? trouble = null;
        while (stand.Cursor is { } cursor && stand.Records < most)
        {
            stop.ThrowIfCancellationRequested();
            SearchPage page;
            try
            {
                page = await api.Page(network, query, cursor, stop);
            }
            catch (ApiTrouble failed) when (failed.Said.En.Contains("cursor", StringComparison.OrdinalIgnoreCase) && stand.Pages > 0)
            {
                // Crossref forgets a cursor after some minutes: from the beginning, once.
                stand = new Stand(query, api.First, 0, 0, null, 0, []);
                continue;
            }
            catch (ApiTrouble failed)
            {
                if (stand.Pages == 0) throw new ReviewKitException(failed.Said, failed);
                // What is there stays; the next run asks for the rest.
                throw new ReviewKitException(new Message($"{failed.Said.En}; {stand.Records} records are kept: run the same search again and it goes on from there", $"{failed.Said.Zh}；已保留 {stand.Records} 条记录：再次运行同一检索即可继续"), failed);
            }
            var text = string.Concat(page.Items.Take(most - stand.Records).Select(item => item + "\n"));
            var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
            if (page.Items.Count > 0 && stand.Seen.Contains(print))
            {
                trouble = new($"{api.Api.Title} gave the same page twice and would without end: stopped after {stand.Records} of {stand.Hits} records", $"{api.Api.Title} 重复返回同一页：已在 {stand.Hits} 条中的 {stand.Records} 条处停止");
                stand = stand with { Cursor = null };
                break;
            }
            stand = Append(stand, page, text, print);
            progress?.Invoke(stand.Records, stand.Hits);
        }
        return Finish(stand, day, trouble);
    }

    /// <summary>First the records, then the note that they are there: what is behind the note's length was not whole and is cut off.</summary>
    Stand Append(Stand stand, SearchPage page, string text, string print)
    {
        using (var file = new FileStream(PartPath, FileMode.OpenOrCreate))
        {
            file.SetLength(stand.Length);
            file.Position = stand.Length;
            if (stand.Length == 0) file.Write(Encoding.UTF8.GetBytes(api.Head));
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
            stand = stand with
            {
                Cursor = page.Items.Count == 0 ? null : page.Next,
                Pages = stand.Pages + 1,
                Records = stand.Records + Math.Min(page.Items.Count, most - stand.Records),
                Hits = page.Hits ?? stand.Hits,
                Length = file.Length,
                Seen = [.. stand.Seen, print],
            };
        }
        File.WriteAllText(StandPath + ".new", JsonSerializer.Serialize(stand));
        File.Move(StandPath + ".new", StandPath, overwrite: true);
        return stand;
    }

    SearchResult Finish(Stand stand, string day, Message? trouble)
    {
        if (trouble is null && stand.Records < Math.Min(most, stand.Hits ?? 0))
            trouble = api.Most > 0 && stand.Hits > api.Most
                ? new($"{api.Api.Title} gives {api.Most} records of a search at most and found {stand.Hits}: divide the search by years", $"{api.Api.Title} 每次检索最多提供 {api.Most} 条，而命中 {stand.Hits} 条：请按年份拆分检索")
                : new($"{api.Api.Title} said it found {stand.Hits} records and gave {stand.Records}", $"{api.Api.Title} 称命中 {stand.Hits} 条，实际给出 {stand.Records} 条");
        if (stand.Records == 0)
        {
            Forget();
            return new SearchResult(null, 0, stand.Hits, trouble);
        }
        var path = Path.Combine(folder, $"{api.Api.Id}-{day}-{Key}{api.Extension}");
        using (var file = new FileStream(PartPath, FileMode.Open))
        {
            file.SetLength(stand.Length);
            file.Position = stand.Length;
            file.Write(Encoding.UTF8.GetBytes(api.Tail));
        }
        File.Copy(PartPath, path, overwrite: true);
        return new SearchResult(path, stand.Records, stand.Hits, trouble);
    }

    /// <summary>Called when the file is imported and logged; until then a killed run finds its way back.</summary>
    public void Forget()
    {
        File.Delete(StandPath);
        File.Delete(PartPath);
    }
}
