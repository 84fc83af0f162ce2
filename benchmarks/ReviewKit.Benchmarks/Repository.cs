namespace ReviewKit.Benchmarks;

/// <summary>Where the checkout is, and the real data beside it.</summary>
static class Repository
{
    /// <summary>The folder of ReviewKit.sln; null when the program lies outside a checkout.</summary>
    public static string? Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ReviewKit.sln"))) return folder.FullName;
            return null;
        }
    }

    /// <summary>The folder named by REVIEWKIT_DATA, else ../shared/data beside the checkout; null when it is not there.</summary>
    public static string? Data
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("REVIEWKIT_DATA") is { Length: > 0 } said ? said : Root is { } root ? Path.Combine(root, "..", "shared", "data") : null;
            return Directory.Exists(named) ? named : null;
        }
    }
}
