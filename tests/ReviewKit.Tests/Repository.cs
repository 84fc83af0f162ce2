namespace ReviewKit.Tests;

/// <summary>The checkout the tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ReviewKit.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests do not lie in a checkout of ReviewKit");
    }
}
