using System.Diagnostics;
using System.Text;

namespace ReviewKit.Tests.App;

public class KillTests
{
    /// <summary>Kill -9 in the middle of an import of 50,000 records: the review opens as it was before.</summary>
    [Fact]
    public void An_import_that_is_killed_leaves_the_review_as_it_was()
    {
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/exports/first.ris", "TY  - JOUR\nTI  - 先前的记录\nER  - \n");
        line.Good("import", "-C", "r");
        var before = line.Good("status", "--files", "-C", "r");
        var big = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            big.Append($"TY  - JOUR\nTI  - Composed record {i} 编写的记录\nAU  - Author, A. {i}\nPY  - {2000 + i % 20}\nAB  - {new string('x', 400)} {i}\nKW  - 智慧城市\nER  - \n\n");
        line.Write("r/exports/big.ris", big.ToString());

        var killed = KillInTheMiddle(line.Folder);

        Assert.True(killed, "the import was over before it could be killed");
        Assert.Equal(before, line.Good("status", "--files", "-C", "r"));
        line.Good("check", "-C", "r");
        Assert.Matches(@"big\.ris +other +ris +utf-8 +50000 +0", line.Good("import", "-C", "r"));
        line.Good("check", "-C", "r");
    }

    /// <summary>Waits until the database's log has grown, so that rows of the import have been written, and kills the process.</summary>
    static bool KillInTheMiddle(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.Combine(folder, "r"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ReviewKit.App.dll"));
        start.ArgumentList.Add("import");
        using var process = Process.Start(start)!;
        var log = Path.Combine(folder, "r", "review.db-wal");
        while (!process.HasExited && !(File.Exists(log) && new FileInfo(log).Length > 4_000_000)) Thread.Sleep(5);
        var isRunning = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return isRunning;
    }
}
