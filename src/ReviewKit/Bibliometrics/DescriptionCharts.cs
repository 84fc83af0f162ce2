using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>Pictures of a description.</summary>
public static class DescriptionCharts
{
    const string Blue = "#0072b2", Orange = "#d55e00", Grey = "#bbbbbb", Faint = "#dddddd";

    /// <summary>Documents by year as bars, the cumulated number as a line with its own axis on the right.</summary>
    public static void WriteProduction(Stream stream, Description description, IReadOnlyList<InputFile> inputs, Language language)
    {
        const double Width = 900, Height = 460, Left = 70, Right = 70, Top = 60, Bottom = 70;
        var years = description.Production.Years;
        var growth = description.Production.GrowthRate is { } rate ? Chart.Number(rate) : "–";
        var title = new Message($"Documents by year: {description.Overview.Documents}, {growth} % growth a year", $"年度发文：共 {description.Overview.Documents} 篇，年增长率 {growth}%").In(language);
        using var chart = new Chart(stream, Width, Height, title, Settings(description, inputs));
        if (years.Count == 0) return;
        var (most, all) = (years.Max(year => year.Documents), years[^1].Cumulated);
        var step = (Width - Left - Right) / years.Count;
        double X(int i) => Left + step * (i + 0.5);
        double Y(double value, double of) => Height - Bottom - value / of * (Height - Top - Bottom);
        foreach (var tick in Ticks(most))
        {
            chart.Line(Left, Y(tick, most), Width - Right, Y(tick, most), Faint);
            chart.Text(Left - 8, Y(tick, most) + 4, Chart.Number(tick), 12, "end", Blue);
        }
        foreach (var tick in Ticks(all)) chart.Text(Width - Right + 8, Y(tick, all) + 4, Chart.Number(tick), 12, "start", Orange);
        // Every year has a bar, but a label only where it has room.
        var every = (int)Math.Ceiling(44 / step);
        for (var i = 0; i < years.Count; i++)
        {
            chart.Rectangle(X(i) - 0.4 * step, Y(years[i].Documents, most), 0.8 * step, Height - Bottom - Y(years[i].Documents, most), Blue, $"{years[i].Year}: {years[i].Documents}");
            if (i % every == 0) chart.Text(X(i), Height - Bottom + 18, DescriptionTable.Text(years[i].Year), 12, "middle");
        }
        chart.Path(years.Select((year, i) => (X(i), Y(year.Cumulated, all))), Orange);
        chart.Text(Left, Height - 18, new Message("bars: documents of the year", "柱：当年发文").In(language), 12, "start", Blue);
        chart.Text(Width - Right, Height - 18, new Message("line: cumulated", "线：累计").In(language), 12, "end", Orange);
    }

    /// <summary>Keywords with a burst, one a row: when they were in use, and in red the years of the burst.</summary>
    /// <param name="top">The strongest so many, in order of time.</param>
    public static void WriteBursts(Stream stream, Description description, IReadOnlyList<InputFile> inputs, Language language, int top = 25)
    {
        const double Label = 300, Number = 70, Line = 22, Top = 84, Margin = 30;
        var bursts = description.Bursts.OrderByDescending(burst => burst.Burst.Strength).ThenBy(burst => burst.Keyword, StringComparer.Ordinal).Take(top)
            .OrderBy(burst => burst.Burst.Start).ThenBy(burst => burst.Burst.End).ThenBy(burst => burst.Keyword, StringComparer.Ordinal).ToList();
        var years = description.Production.Years;
        var step = Math.Clamp(560.0 / Math.Max(1, years.Count), 6, 28);
        var (start, width) = (Margin + Label + 3 * Number, Margin + Label + 3 * Number + step * years.Count + Margin);
        var title = new Message($"Keywords with the strongest bursts: {bursts.Count}", $"突现强度最高的关键词：{bursts.Count} 个").In(language);
        using var chart = new Chart(stream, width, Top + Line * bursts.Count + Margin, title, Settings(description, inputs));
        if (years.Count == 0) return;
        string[] heads = language == Language.Zh ? ["关键词", "强度", "开始", "结束"] : ["keyword", "strength", "begin", "end"];
        chart.Text(Margin, Top - 14, heads[0], 13);
        for (var i = 1; i <= 3; i++) chart.Text(Margin + Label + i * Number - 20, Top - 14, heads[i], 13, "end");
        chart.Text(start, Top - 14, DescriptionTable.Text(years[0].Year), 13);
        chart.Text(start + step * years.Count, Top - 14, DescriptionTable.Text(years[^1].Year), 13, "end");
        for (var row = 0; row < bursts.Count; row++)
        {
            var (keyword, y) = (bursts[row], Top + Line * row + 10);
            string[] cells = [keyword.Burst.Strength.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), DescriptionTable.Text(keyword.Burst.Start), DescriptionTable.Text(keyword.Burst.End)];
            chart.Text(Margin, y + 5, Text.Width.Cut(keyword.Keyword, 40), 13);
            for (var i = 0; i < 3; i++) chart.Text(Margin + Label + (i + 1) * Number - 20, y + 5, cells[i], 13, "end");
            for (var i = 0; i < years.Count; i++)
            {
                var isBurst = years[i].Year >= keyword.Burst.Start && years[i].Year <= keyword.Burst.End;
                chart.Rectangle(start + step * i, y - (isBurst ? 6 : 3), step - 1, isBurst ? 12 : 6, isBurst ? Orange : Grey, $"{keyword.Keyword} {years[i].Year}");
            }
        }
    }

    static string Settings(Description description, IReadOnlyList<InputFile> inputs) =>
        string.Join("; ", DescriptionJson.Settings(description.Options).Select(setting => $"{setting.Name} {setting.Value}").Concat(inputs.Select(input => $"{input.Name} sha256 {input.Sha256}")));

    /// <summary>Round numbers from 0 on, about five.</summary>
    static IEnumerable<double> Ticks(double most)
    {
        var rough = Math.Max(1, most / 5);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        for (var tick = 0.0; tick <= most; tick += step) yield return tick;
    }
}
