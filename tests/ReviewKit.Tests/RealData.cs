namespace ReviewKit.Tests;

/// <summary>Real files that are never copied into the project: ../shared/data beside the checkout, or the folder named by REVIEWKIT_DATA.</summary>
static class RealData
{
    /// <summary>A file or folder of the real data; the test that asks is skipped, with the reason, where there is none.</summary>
    public static string Path(string relative)
    {
        var root = Root();
        Assert.SkipWhen(root is null, "no ../shared/data and no REVIEWKIT_DATA: real data is not on this machine");
        var path = System.IO.Path.Combine(root!, relative);
        Assert.True(File.Exists(path) || Directory.Exists(path), $"real data lacks {relative}");
        return path;
    }

    static string? Root()
    {
        if (Environment.GetEnvironmentVariable("REVIEWKIT_DATA") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "ReviewKit.sln"))) continue;
            var data = System.IO.Path.Combine(folder.Parent!.FullName, "shared", "data");
            return Directory.Exists(data) ? data : null;
        }
        return null;
    }
}
