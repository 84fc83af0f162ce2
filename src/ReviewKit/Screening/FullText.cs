using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>The text of a report's full text, or why there is none.</summary>
/// <param name="File">Inside the review folder; null where nothing is attached.</param>
/// <param name="Pages">0 where it is not known.</param>
/// <param name="Text">A form feed between pages; null where it cannot be had.</param>
/// <param name="WhyNot">A scan, encrypted, damaged, not attached; null where there is a text.</param>
public sealed partial record FullText(string? File, int Pages, string? Text, Message? WhyNot)
{
    /// <summary>Where full texts lie, each under the SHA-256 of its bytes, so that the same file twice is one.</summary>
    public const string Folder = "fulltexts";

    /// <summary>What is attached to a report or to a record merged into it. Read from the file once, and kept in review.db for the next time.</summary>
    public static FullText Of(Review review, string report)
    {
        var file = review.Connection.QueryFirstOrDefault<string>("""
            select r.file from state s join state m on m.report_id = s.report_id join retrieval r on r.report_id = m.record_id
            where s.record_id = @report and r.file is not null order by m.record_id <> m.report_id, m.record_id limit 1
            """, new { report });
        if (file is null) return new FullText(null, 0, null, new("no full text is attached", "未附全文"));
        var path = Path.Combine(review.Folder, file.Replace('/', Path.DirectorySeparatorChar));
        if (!System.IO.File.Exists(path)) return new FullText(file, 0, null, new($"{file} is not there", $"找不到 {file}"));
        return Read(review, file, path);
    }

    static FullText Read(Review review, string file, string path)
    {
        var sha = file.StartsWith(Folder + "/", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(file) is { Length: 64 } named ? named : Sha256(path);
        var known = review.Connection.QueryFirstOrDefault<(long Pages, string? Text, string? En, string? Zh)>("select pages, text, en, zh from fulltext where sha256 = @sha", new { sha });
        if (known.Text is not null) return new FullText(file, (int)known.Pages, known.Text, null);
        if (known.En is not null) return new FullText(file, (int)known.Pages, null, new(known.En, known.Zh!));
        var (pages, text, whyNot) = DocumentText.Of(path);
        try
        {
            review.Write(() => review.Run("insert or replace into fulltext (sha256, pages, text, en, zh) values ($0, $1, $2, $3, $4)", sha, pages, text, whyNot?.En, whyNot?.Zh));
        }
        catch (ReviewKitException)
        {
            // A review that can only be read, or is being written, is read again next time.
        }
        return new FullText(file, pages, text, whyNot);
    }

    /// <summary>Copies a file into <see cref="Folder"/> under its hash.</summary>
    /// <returns>Its path inside the review folder, with '/'.</returns>
    /// <exception cref="ReviewKitException">It is not there, or empty.</exception>
    public static string Keep(Review review, string path)
    {
        if (!System.IO.File.Exists(path)) throw new ReviewKitException($"{path} is not there", $"找不到 {path}");
        if (new FileInfo(path).Length == 0) throw new ReviewKitException($"{path} is empty", $"{path} 是空文件");
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var name = $"{Folder}/{Sha256(path)}{(ending.Length is > 1 and < 8 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "")}";
        var target = Path.Combine(review.Folder, name.Replace('/', Path.DirectorySeparatorChar));
        if (System.IO.File.Exists(target)) return name;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Copied beside and then named: a copy that was cut short never bears the hash.
        System.IO.File.Copy(path, target + ".part", overwrite: true);
        System.IO.File.Move(target + ".part", target);
        return name;
    }

    internal static string Sha256(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Reports whose attached full text has all the words, in import order, each with the words around the first of them.</summary>
    /// <param name="words">With blanks between; width, case and traditional forms do not matter.</param>
    public static IReadOnlyList<(string Report, string Around)> Find(Review review, string words)
    {
        string[] sought = [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FoldedText.Of).Where(word => word.Length > 0)];
        if (sought.Length == 0) return [];
        var reports = review.Connection.Query<string>("""
            select distinct s.report_id from retrieval r join state s on s.record_id = r.report_id join record h on h.id = s.report_id join import i on i.id = h.import_id
            where r.file is not null order by i.time, i.name, h.import_id, h.ordinal
            """).ToList();
        var (found, folded) = (new List<(string, string)>(), new FoldedText());
        foreach (var report in reports)
        {
            if (Of(review, report).Text is not { } read) continue;
            var text = Joined(read);
            folded.Fold(text);
            if (Array.TrueForAll(sought, word => folded.Letters.Contains(word, StringComparison.Ordinal))) found.Add((report, Around(text, folded, folded.Letters.IndexOf(sought[0], StringComparison.Ordinal), sought[0].Length)));
        }
        return found;
    }

    /// <summary>Chinese words go on in the next line without a sign, English ones behind a hyphen.</summary>
    static string Joined(string text) => AcrossLines().Replace(text, "");

    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF])\s*[\r\n]\s*(?=[\u2E80-\u9FFF])|(?<=\p{L})-\s*[\r\n]\s*(?=\p{Ll})")]
    private static partial Regex AcrossLines();

    const int Beside = 40;

    static string Around(string text, FoldedText folded, int at, int length)
    {
        var (start, taken) = folded.Original(at, at + length);
        var (from, to) = (Math.Max(0, start - Beside), Math.Min(text.Length, start + taken + Beside));
        return string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
