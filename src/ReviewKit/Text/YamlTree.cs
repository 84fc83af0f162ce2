using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReviewKit.Text;

/// <summary>YAML as YamlDotNet's tree, which it builds by recursion: how deep the file is nested is looked at first, as an overflow of the stack cannot be caught.</summary>
static class YamlTree
{
    const int Deepest = 100;

    /// <exception cref="YamlException">Not YAML, or nested deeper than any file people write.</exception>
    public static YamlStream Load(string text)
    {
        var events = new Parser(new StringReader(text));
        for (var depth = 0; events.MoveNext();)
        {
            depth += events.Current!.NestingIncrease;
            if (depth > Deepest) throw new YamlException(events.Current.Start, events.Current.End, $"nested more than {Deepest} deep");
        }
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream;
    }
}
