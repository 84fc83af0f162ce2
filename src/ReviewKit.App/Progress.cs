using System.Globalization;

namespace ReviewKit.App;

/// <summary>A line on stderr that is written over while long work goes on; silent when stderr is no terminal.</summary>
sealed class Progress(TextWriter error, string what) : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    readonly bool shown = !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);
    DateTime next = DateTime.UtcNow + Interval + Interval;
    int width;

    /// <param name="done">Items done.</param>
    /// <param name="share">0..1 when the whole is known.</param>
    public void Tick(long done, double? share = null)
    {
        if (!shown || DateTime.UtcNow < next) return;
        next = DateTime.UtcNow + Interval;
        var text = done.ToString("N0", CultureInfo.InvariantCulture);
        if (share is { } known)
        {
            var full = (int)(Math.Clamp(known, 0, 1) * 30);
            text = $"[{new string('#', full)}{new string('.', 30 - full)}] {known:P0} {text}";
        }
        text = $"\r{what} {text}";
        error.Write(text.PadRight(width));
        width = text.Length;
    }

    public void Dispose()
    {
        if (width > 0) error.Write("\r" + new string(' ', width) + "\r");
    }
}
