using System.Runtime.CompilerServices;

namespace ReviewKit.Tests;

/// <summary>Compares text with a file under Goldens/; REVIEWKIT_ACCEPT=1 writes the file instead: read its diff before committing.</summary>
static class Golden
{
    public static void Equal(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Folder(caller), "Goldens", name);
        if (Environment.GetEnvironmentVariable("REVIEWKIT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"no golden {name}: run with REVIEWKIT_ACCEPT=1 and read what it wrote");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }

    static string Folder(string caller)
    {
        var folder = new FileInfo(caller).Directory!;
        while (!File.Exists(Path.Combine(folder.FullName, "ReviewKit.Tests.csproj"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
