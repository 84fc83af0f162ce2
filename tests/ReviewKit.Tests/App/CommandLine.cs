namespace ReviewKit.Tests.App;

/// <summary>Runs `reviewkit` in this process, in a folder of its own whose name is Chinese.</summary>
sealed class CommandLine : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("综述 测试-").FullName;

    /// <summary>What a command that asks line by line reads.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Exit code, stdout and stderr of one command, with the folder's path replaced by DIR.</summary>
    public (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] standing = args is ["--version"] ? [] : [.. args.Contains("--now") ? (string[])[] : ["--now", "2026-01-31T12:00:00Z"], .. args.Contains("--as") ? (string[])[] : ["--as", "li"]];
        var code = ReviewKit.App.Program.Run([.. standing, .. args], output, error, Folder, Input);
        return (code, Tidy(output), Tidy(error));
    }

    /// <summary>Runs a command that must succeed; returns stdout.</summary>
    public string Good(params string[] args)
    {
        var (code, output, error) = Run(args);
        Assert.True(code == 0, $"reviewkit {string.Join(' ', args)} ended with {code}:\n{output}{error}");
        return output;
    }

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    string Tidy(StringWriter text) => text.ToString().Replace(Folder, "DIR", StringComparison.Ordinal).ReplaceLineEndings("\n");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
