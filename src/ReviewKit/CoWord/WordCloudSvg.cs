using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>The terms as words in their sizes, the most frequent in the middle; none lies on another.</summary>
static class WordCloudSvg
{
    const int MostWords = 150;
    const double LargestSize = 72, SmallestSize = 12, Margin = 30;

    public static void Write(Stream stream, CoWordMap map, Language language)
    {
        var words = Place([.. map.Terms.Take(MostWords)]);
        var (left, top) = words.Count == 0 ? (0, 0) : (words.Min(word => word.Left), words.Min(word => word.Top));
        var width = Math.Max(400, (words.Count == 0 ? 0 : words.Max(word => word.Left + word.Width)) - left + 2 * Margin);
        var height = (words.Count == 0 ? 0 : words.Max(word => word.Top + word.Height)) - top + 2 * Margin + 30;
        var subject = MapSheet.Subject(map);
        var caption = new Message($"{subject.En}; size: {map.Options.Words.Units.En}; colour: cluster", $"{subject.Zh}；字号：{map.Options.Words.Units.Zh}数；颜色：聚类").In(language);
        using var picture = new SvgPicture(stream, width, height, caption, map.Description);
        foreach (var (term, size, x, y, wide, _) in words)
            // Drawn exactly as wide as it was placed, whatever the font.
            picture.Text(x - left + Margin, y - top + Margin + size * 0.88, size, term.Label, ("textLength", SvgPicture.Number(wide)), ("lengthAdjust", "spacingAndGlyphs"), ("fill", Palette.Of(term.Cluster - 1).Hex));
        picture.Text(width / 2, height - 14, Math.Min(14, (width - 20) / SvgPicture.Ems(caption)), caption, ("text-anchor", "middle"), ("fill", "#444444"));
    }

    /// <summary>Each word goes out from the middle along a spiral until it finds room.</summary>
    internal static IReadOnlyList<(CoWordTerm Term, double Size, double Left, double Top, double Width, double Height)> Place(IReadOnlyList<CoWordTerm> terms)
    {
        var placed = new List<(CoWordTerm, double, double, double, double, double)>();
        var room = new LabelRoom();
        foreach (var term in terms)
        {
            var size = Math.Round(SmallestSize + (LargestSize - SmallestSize) * Math.Sqrt((term.Occurrences - terms[^1].Occurrences) / Math.Max(1.0, terms[0].Occurrences - terms[^1].Occurrences)), 1);
            var (width, height) = (size * SvgPicture.Ems(term.Label), size * 1.15);
            // Words side by side need a blank between them.
            var blank = size * 0.15;
            for (var step = 0; ; step++)
            {
                var angle = step * 0.12;
                // Flatter than a circle: words are wide.
                var (left, top) = (1.6 * 3.2 * angle * Math.Cos(angle) - width / 2, 3.2 * angle * Math.Sin(angle) - height / 2);
                if (!room.Take(left - blank, top, left + width + blank, top + height)) continue;
                placed.Add((term, size, left, top, width, height));
                break;
            }
        }
        return placed;
    }
}
