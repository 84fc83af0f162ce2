namespace ReviewKit.Benchmarks.Demo;

/// <summary>Writes the shipped review's files.</summary>
public static class ComposeDemo
{
    /// <param name="folder">The repository, or any folder: the files' own folders are made below it.</param>
    public static int Run(string folder, TextWriter messages)
    {
        foreach (var (path, content) in DemoReview.Files())
        {
            var target = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
            messages.WriteLine($"{path}  {content.Length:N0}");
        }
        return 0;
    }
}
