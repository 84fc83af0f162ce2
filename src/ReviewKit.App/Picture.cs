using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Xml;

namespace ReviewKit.App;

/// <summary>
/// SVG as PNG or PDF, by a program that is on the machine anyway: librsvg, Inkscape, or a browser, which every Windows has (Edge). So Chinese is drawn with the fonts of the system
/// and 100 MB of drawing code need not travel with ReviewKit (docs/decisions/0011-pictures.md).
/// </summary>
static class Picture
{
    static readonly string[] Endings = [".png", ".pdf"];

    static readonly string Windows = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), Windows86 = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86);

    // In the order of preference: the first draws in a tenth of a second.
    static readonly (string[] Names, string[] Places, Func<Order, string[]> Arguments)[] Programs =
    [
        (["rsvg-convert"], [], order => ["--format", order.Kind, "--dpi-x", order.DpiText, "--dpi-y", order.DpiText, "--output", order.Target, order.Svg]),
        (["inkscape"], [Path.Combine(Windows, "Inkscape", "bin", "inkscape.exe"), "/Applications/Inkscape.app/Contents/MacOS/inkscape"],
            order => [order.Svg, $"--export-type={order.Kind}", $"--export-dpi={order.DpiText}", $"--export-filename={order.Target}"]),
        (["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "chrome"],
            [Path.Combine(Windows86, "Microsoft", "Edge", "Application", "msedge.exe"), Path.Combine(Windows, "Microsoft", "Edge", "Application", "msedge.exe"), Path.Combine(Windows, "Google", "Chrome", "Application", "chrome.exe"),
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
            order => ["--headless", "--disable-gpu", "--no-sandbox", "--hide-scrollbars", $"--user-data-dir={order.Folder}", .. order.Kind == "pdf"
                ? (string[])[$"--print-to-pdf={order.Target}", "--no-pdf-header-footer"]
                : [$"--screenshot={order.Target}", $"--window-size={Pixels(order.Width)},{Pixels(order.Height)}", string.Create(CultureInfo.InvariantCulture, $"--force-device-scale-factor={order.Dpi / 96.0:0.####}")], new Uri(order.Page).AbsoluteUri]),
    ];

    /// <param name="Kind">png or pdf.</param>
    /// <param name="Page">A page with nothing but the picture, for browsers.</param>
    /// <param name="Width">In points, as <paramref name="Height"/>.</param>
    sealed record Order(string Kind, string Folder, string Svg, string Page, string Target, int Dpi, double Width, double Height)
    {
        public string DpiText => Dpi.ToString(CultureInfo.InvariantCulture);
    }

    public static bool IsFor(string path) => Endings.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <exception cref="ReviewKitException">No program is there that can draw, or it failed.</exception>
    public static void Write(string svg, string path, int dpi)
    {
        var found = Programs.Select(program => (Path: Find(program.Names, program.Places), program.Arguments)).FirstOrDefault(program => program.Path is not null);
        if (found.Path is null)
            throw new ReviewKitException($"{Path.GetFileName(path)} needs one of: rsvg-convert (librsvg2-bin), Inkscape, Chromium, Chrome or Edge; none was found. Draw .svg instead: Word and PowerPoint take it as it is",
                $"生成 {Path.GetFileName(path)} 需要以下程序之一：rsvg-convert（librsvg2-bin）、Inkscape、Chromium、Chrome 或 Edge，均未找到。可改为输出 .svg，Word 和 PowerPoint 可直接使用");
        var folder = Directory.CreateTempSubdirectory("reviewkit-").FullName;
        try
        {
            Draw(found.Path, found.Arguments, svg, folder, path, dpi);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Draw(string program, Func<Order, string[]> arguments, string svg, string folder, string path, int dpi)
    {
        var (width, height) = SizeOf(svg);
        var kind = Path.GetExtension(path)[1..].ToLowerInvariant();
        var order = new Order(kind, folder, Path.Combine(folder, "flow.svg"), Path.Combine(folder, "flow.html"), Path.Combine(folder, "out." + kind), dpi, width, height);
        File.WriteAllText(order.Svg, svg);
        File.WriteAllText(order.Page, string.Create(CultureInfo.InvariantCulture, $"<!DOCTYPE html><meta charset=\"utf-8\"><style>@page{{size:{width}pt {height + 1}pt;margin:0}}body{{margin:0}}svg{{display:block}}</style>{svg}"));
        using var process = Process.Start(new ProcessStartInfo(program, arguments(order)) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1))) process.Kill(entireProcessTree: true);
        if (!File.Exists(order.Target))
            throw new ReviewKitException($"{program} did not draw {Path.GetFileName(path)}: {said.GetAwaiter().GetResult().Trim()}", $"{program} 未能生成 {Path.GetFileName(path)}：{said.GetAwaiter().GetResult().Trim()}");
        var bytes = File.ReadAllBytes(order.Target);
        File.WriteAllBytes(path, kind == "png" ? WithDensity(bytes, dpi) : bytes);
    }

    static string? Find(string[] names, string[] places)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending))).Concat(places).FirstOrDefault(File.Exists);
    }

    static (double Width, double Height) SizeOf(string svg)
    {
        using var xml = XmlReader.Create(new StringReader(svg));
        xml.MoveToContent();
        double Points(string name) => double.Parse(xml.GetAttribute(name)!.Replace("pt", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return (Points("width"), Points("height"));
    }

    static string Pixels(double points) => Math.Ceiling(points * 96 / 72).ToString(CultureInfo.InvariantCulture);

    /// <summary>Says in the file how many dots make an inch, so that it is placed at its size; journals ask for it.</summary>
    static byte[] WithDensity(byte[] png, int dpi)
    {
        const int afterHead = 33;
        if (png.Length < afterHead || png.AsSpan().IndexOf("pHYs"u8) is >= 0 and < 200) return png;
        var chunk = new byte[21];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        var perMetre = (int)Math.Round(dpi / 0.0254);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(8), perMetre);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(12), perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Crc(chunk.AsSpan(4, 13)));
        return [.. png[..afterHead], .. chunk, .. png[afterHead..]];
    }

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
