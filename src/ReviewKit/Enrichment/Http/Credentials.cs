using System.Text;
using ReviewKit.Text;

namespace ReviewKit.Enrichment.Http;

/// <summary>The user's keys and address for the interfaces: from the environment, else from a file of the user's own outside every review.</summary>
/// <remarks>Never written anywhere, never part of an address that is cached, logged or shown.</remarks>
public sealed class Credentials
{
    public const string FileName = "keys.yaml";
    readonly Dictionary<string, string> keys;

    /// <param name="keys">By the id of the interface.</param>
    /// <param name="mail">Where an interface may write when a program misbehaves; null to stay unknown.</param>
    public Credentials(IReadOnlyDictionary<string, string>? keys = null, string? mail = null) => (this.keys, Mail) = (new(keys ?? new Dictionary<string, string>(), StringComparer.Ordinal), mail);

    internal string? Mail { get; }

    internal string? KeyFor(Api api) => keys.GetValueOrDefault(api.Id);

    public bool HasMail => Mail is not null;

    public bool Has(Api api) => keys.ContainsKey(api.Id);

    /// <summary>The name of the environment variable of an interface's key.</summary>
    public static string Variable(Api api) => $"REVIEWKIT_{api.Id.ToUpperInvariant()}_KEY";

    public const string MailVariable = "REVIEWKIT_MAILTO";

    /// <summary>REVIEWKIT_CONFIG, else the folder of the user's settings.</summary>
    public static string Folder(Func<string, string?> environment) => environment("REVIEWKIT_CONFIG") is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "reviewkit");

    /// <param name="environment">As <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    /// <exception cref="ReviewKitException">The file is wrong; what it holds is not quoted.</exception>
    public static Credentials Read(Func<string, string?> environment)
    {
        var keys = new Dictionary<string, string>();
        string? mail = null;
        var path = Path.Combine(Folder(environment), FileName);
        if (File.Exists(path))
        {
            var map = YamlFile.Parse(TextFile.Read(path, FileName), FileName).Root;
            foreach (var name in map.Keys)
                if (name == "mailto") mail = map.Text(name);
                else if (Apis.All.FirstOrDefault(api => api.Id == name) is { } api)
                {
                    if (map.Text(name) is { Length: > 0 } key) keys[api.Id] = key;
                }
                else
                    throw new ReviewKitException($"{path}: \"{name}\" is no interface; known: mailto, {string.Join(", ", Apis.All.Select(known => known.Id))}", $"{path}：“{name}”不是接口名；可用：mailto、{string.Join("、", Apis.All.Select(known => known.Id))}");
        }
        foreach (var api in Apis.All)
            if (environment(Variable(api)) is { Length: > 0 } key) keys[api.Id] = key.Trim();
        if (environment(MailVariable) is { Length: > 0 } said) mail = said.Trim();
        return new Credentials(keys, string.IsNullOrWhiteSpace(mail) ? null : mail);
    }

    /// <summary>A text of somebody else's with every key and address taken out: interfaces repeat them in their answers.</summary>
    public string Redact(string text)
    {
        foreach (var written in Written()) text = text.Replace(written, Blot, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>As <see cref="Redact(string)"/>, of an answer in UTF-8; the same bytes where there is nothing to take out.</summary>
    internal byte[] Redact(byte[] answer)
    {
        foreach (var written in Written())
            if (answer.AsSpan().IndexOf(Encoding.UTF8.GetBytes(written)) >= 0) return Encoding.UTF8.GetBytes(Redact(Encoding.UTF8.GetString(answer)));
        return answer;
    }

    const string Blot = "***";

    IEnumerable<string> Written() =>
        keys.Values.Append(Mail ?? "").Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length).SelectMany(secret => (string[])[secret, Uri.EscapeDataString(secret)]);
}
