using System.Text;
using System.Text.RegularExpressions;

namespace ReviewKit.Tests.Prisma;

/// <summary>The pictures as a browser lays them out, with whatever fonts this machine has.</summary>
public partial class FlowDiagramInChromiumTests
{
    // Boxes as drawn, in pixels: what is said of them is printed into the page and read from there.
    const string Measure = """
        <script>
        const found = [];
        const inside = (a, b, slack) => a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
        const overlap = (a, b, slack) => a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
        for (const figure of document.querySelectorAll('figure')) {
          const svg = figure.querySelector('svg'), frame = svg.getBoundingClientRect(), lines = [], boxes = [];
          for (const group of svg.querySelectorAll('g[data-box]')) {
            const rect = group.querySelector('rect');
            if (rect) boxes.push([group.dataset.box, rect.getBoundingClientRect()]);
            for (const span of group.querySelectorAll('tspan')) {
              const at = span.getBoundingClientRect();
              if (at.width === 0) found.push(`${figure.id}: "${span.textContent}" has no width`);
              lines.push([span.textContent, at]);
              if (!inside(at, frame, 1)) found.push(`${figure.id}: "${span.textContent}" leaves the picture`);
              if (rect && !inside(at, rect.getBoundingClientRect(), 1)) found.push(`${figure.id}: "${span.textContent}" leaves ${group.dataset.box}`);
            }
          }
          // Glyphs of one line are lower than its height by the leading of the font.
          for (let i = 0; i < lines.length; i++) for (let j = i + 1; j < lines.length; j++)
            if (overlap(lines[i][1], lines[j][1], Math.min(lines[i][1].height, lines[j][1].height) * .3)) found.push(`${figure.id}: "${lines[i][0]}" and "${lines[j][0]}" overlap`);
          for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++)
            if (overlap(boxes[i][1], boxes[j][1], .5)) found.push(`${figure.id}: ${boxes[i][0]} and ${boxes[j][0]} overlap`);
          found.push(`${figure.id}: ${lines.length} lines measured`);
        }
        document.body.innerHTML = '';
        const pre = document.createElement('pre');
        pre.textContent = 'FOUND\n' + found.join('\n') + '\nEND';
        document.body.append(pre);
        </script>
        """;

    [Fact]
    public void No_text_leaves_its_box_and_nothing_overlaps()
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
        foreach (var sample in FlowDiagramTests.Samples) page.Append("<figure id=\"").Append(sample.Data).Append("\">").Append(FlowDiagramTests.Draw(sample.Data)).Append("</figure>");
        var dump = Chromium.Dump(page.Append(Measure).Append("</body></html>").ToString());
        var found = Found().Match(dump);
        Assert.True(found.Success, dump[..Math.Min(dump.Length, 2000)]);
        var lines = System.Net.WebUtility.HtmlDecode(found.Groups[1].Value).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(FlowDiagramTests.Samples.Count, lines.Count(line => Measured().IsMatch(line)));
        Assert.DoesNotContain(lines, line => !Measured().IsMatch(line));
    }

    [GeneratedRegex("FOUND\n(.*)END", RegexOptions.Singleline)]
    private static partial Regex Found();

    [GeneratedRegex(": [1-9][0-9]+ lines measured$")]
    private static partial Regex Measured();
}
