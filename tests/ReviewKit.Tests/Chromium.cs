using System.Diagnostics;
using System.Text;

namespace ReviewKit.Tests;

/// <summary>Debian's chromium without a screen: what a page is after its scripts ran.</summary>
static class Chromium
{
    /// <summary>The document of an HTML file as text; the test that asks is skipped where there is no chromium.</summary>
    public static string Dump(string html)
    {
        var program = ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "no chromium on this machine (apt-get install chromium fonts-noto-cjk)");
        var folder = Directory.CreateTempSubdirectory("reviewkit-chromium-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(page, html);
            using var process = Process.Start(new ProcessStartInfo(program!)
            {
                ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--virtual-time-budget=20000", "--window-size=2000,4000", "--dump-dom", new Uri(page).AbsoluteUri },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var reading = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("chromium did not end");
            }
            return reading.GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
