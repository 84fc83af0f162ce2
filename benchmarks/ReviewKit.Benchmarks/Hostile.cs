using System.IO.Compression;
using System.Text;
using ReviewKit.Formats;

namespace ReviewKit.Benchmarks;

/// <summary>Files made to exhaust whoever reads them. Each must be read or refused with a message, in bounded memory.</summary>
static class Hostile
{
    // Megabytes of working set; the records that are read are not kept.
    const double MostMegabytes = 500;

    /// <param name="Write">At full size where the share is 1.</param>
    sealed record Case(string Name, string File, Action<Stream, double> Write);

    static readonly Case[] All =
    [
        new("a line of 1 GB in RIS", "line.ris", (file, share) => Around(file, "TY  - JOUR\nTI  - ", "路灯 lamp ", (long)(80_000_000 * share), "\nER  - \n\nTY  - JOUR\nTI  - last\nER  - \n")),
        new("a cell of 1 GB in CSV", "cell.csv", (file, share) => Around(file, "title,abstract\na,\"", "路灯 lamp ", (long)(80_000_000 * share), "\"\nlast,b\n")),
        new("an entry of 1 GB in BibTeX", "entry.bib", (file, share) => Around(file, "@article{a, title = {", "路灯 lamp\n", (long)(80_000_000 * share), "}}\n@article{b, title = {last}}\n")),
        new("a text of 1 GB in JSON", "text.json", (file, share) => Around(file, "[{\"type\":\"book\",\"title\":\"", "路灯 lamp ", (long)(80_000_000 * share), "\"},{\"type\":\"book\",\"title\":\"last\"}]")),
        new("a text of 1 GB in EndNote XML", "text.xml", (file, share) => Around(file, "<xml><records><record><ref-type name=\"Book\">6</ref-type><titles><title>", "路灯 lamp ", (long)(80_000_000 * share), "</title></titles></record></records></xml>")),
        new("10 million authors in RIS", "authors.ris", (file, share) => Around(file, "TY  - JOUR\nTI  - a\n", "AU  - Lu, Hong\n", (long)(10_000_000 * share), "ER  - \n")),
        new("10 million authors in NoteExpress", "authors.net", (file, share) => Around(file, "{Reference Type}: Journal Article\n{Title}: 路灯\n{Author}: ", "张三;", (long)(10_000_000 * share), "\n")),
        new("10 million authors in Scopus CSV", "authors.csv", (file, share) => Around(file, "Authors,Title,EID\n\"", "Lu H., ", (long)(10_000_000 * share), "\",a,2-s2.0-1\n")),
        new("10 million authors in EndNote XML", "authors.xml", (file, share) => Around(file, "<xml><records><record><ref-type name=\"Book\">6</ref-type><contributors><authors>", "<author>Lu, H.</author>", (long)(10_000_000 * share), "</authors></contributors></record></records></xml>")),
        new("10 million cells in a row", "cells.csv", (file, share) => Around(file, "title,authors\na,b", ",c", (long)(10_000_000 * share), "\nlast,d\n")),
        new("brackets 10 million deep in JSON", "deep.json", (file, share) => Around(file, "[{\"type\":\"book\",\"title\":\"a\",\"note\":", "[", (long)(10_000_000 * share), "")),
        new("braces 10 million deep in BibTeX", "deep.bib", (file, share) => Around(file, "@article{a, title = ", "{", (long)(10_000_000 * share), "")),
        new("elements 10 million deep in XML", "deep.xml", (file, share) => Around(file, "<xml><records><record><ref-type name=\"Book\">6</ref-type><titles>", "<a>", (long)(10_000_000 * share), "")),
        new("elements 10 million deep in HTML", "deep.xls", (file, share) => Around(file, "<table><tr><td>Title-题名</td><td>Author-作者</td><td>Source-文献来源</td></tr><tr><td>", "<b>", (long)(10_000_000 * share), "")),
        new("entities that grow to 3 GB", "laughs.xml", (file, _) => file.Write(Encoding.UTF8.GetBytes(Laughs()))),
        new("10 GB packed into gzip", "bomb.ris.gz", (file, share) =>
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            Around(gzip, "TY  - JOUR\nTI  - ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", (long)(100_000_000 * share), "\nER  - \n");
        }),
        new("10 GB packed into zip", "bomb.zip", (file, share) =>
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("bomb.ris", CompressionLevel.Fastest).Open();
            Around(entry, "TY  - JOUR\nTI  - ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", (long)(100_000_000 * share), "\nER  - \n");
        }),
    ];

    public static int Run(Arguments with) => Run(with.Number(0, 100) / 100.0);

    /// <param name="share">Of the full sizes.</param>
    public static int Run(double share)
    {
        using var folder = new TemporaryFolder();
        var table = new Figures("hostile", "MB", "records", "problems", "cpu s", "peak MB");
        var wrong = 0;
        foreach (var trial in All)
        {
            var path = folder.File(trial.File);
            using (var file = File.Create(path)) trial.Write(file, share);
            var (records, problems, said) = (0, 0, "");
            var measure = Measure.Of(() =>
            {
                try
                {
                    foreach (var item in SourceFile.Open(path, trial.File).Read())
                    {
                        if (item is ProblemItem { Problem.Said.En: var problem } && problems++ == 0) said = problem;
                        else if (item is RecordItem) records++;
                    }
                }
                catch (ReviewKitException refused)
                {
                    said = "refused: " + refused.Said.En;
                }
            });
            table.Row(trial.Name, new FileInfo(path).Length / 1e6, records, problems, measure.ProcessorSeconds, measure.PeakMegabytes);
            if (said.Length > 0) Console.WriteLine($"    {(said.Length > 160 ? said[..160] + "…" : said)}");
            if (measure.PeakMegabytes > MostMegabytes) Console.WriteLine($"    needs more than {MostMegabytes} MB, which is wrong ({++wrong})");
            File.Delete(path);
        }
        return wrong == 0 ? 0 : 1;
    }

    static void Around(Stream file, string before, string part, long times, string after)
    {
        file.Write(Encoding.UTF8.GetBytes(before));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, 1000)));
        for (var i = 0L; i < times / 1000; i++) file.Write(block);
        file.Write(Encoding.UTF8.GetBytes(after));
    }

    static string Laughs()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"));
        return $"<?xml version=\"1.0\"?>\n<!DOCTYPE xml [<!ENTITY a0 \"lol\">{entities}]>\n<xml><records><record><ref-type name=\"Book\">6</ref-type><titles><title>&a9;</title></titles></record></records></xml>";
    }
}
