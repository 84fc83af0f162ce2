using System.Runtime.InteropServices;

namespace ReviewKit.App.Terminal;

/// <summary>The whole terminal, taken for as long as something is drawn on it and given back as it was, however that ends.</summary>
sealed class Screen : IDisposable
{
    // The other screen, so that what stood there comes back; no wrapping at the edge; pasted text marked as such.
    const string Begin = "\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?25l";
    const string End = "\u001b[?2004l\u001b[?7h\u001b[0m\u001b[?25h\u001b[?1049l";

    // Buttons and wheel, with coordinates that may be large.
    const string MouseOn = "\u001b[?1000h\u001b[?1006h", MouseOff = "\u001b[?1006l\u001b[?1000l";

    // An Esc that belongs to a key comes with the rest of it at once, over a slow line within this time.
    const int EscapeMilliseconds = 40;
    const int AnswerMilliseconds = 200;
    const int IdleMilliseconds = 1000;

    // What a shell reports of a program that a signal ended.
    static readonly (PosixSignal Signal, int Number)[] Ends = [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    readonly Device device = Device.Open();
    readonly KeyDecoder decoder = new();
    readonly Frame frame = new();
    readonly List<IDisposable> registrations = [];
    readonly Queue<Key> early = new();
    readonly Lock entering = new();
    readonly byte[] buffer = new byte[4096];
    readonly bool hasMouse;
    Look look;
    bool isIn, hasLost;

    public Screen(ScreenOptions options)
    {
        hasMouse = options.Mouse;
        AppDomain.CurrentDomain.ProcessExit += LeaveAtEnd;
        AppDomain.CurrentDomain.UnhandledException += LeaveAtEnd;
        foreach (var (signal, number) in Ends)
            registrations.Add(PosixSignalRegistration.Create(signal, _ =>
            {
                Leave();
                Environment.Exit(128 + number);
            }));
        if (!OperatingSystem.IsWindows())
        {
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context =>
            {
                context.Cancel = true;
                Suspend();
            }));
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, context =>
            {
                // Else the runtime makes the terminal again what it was when the program began.
                context.Cancel = true;
                Enter();
            }));
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => device.Wake()));
        }
        Enter();
        look = options.Look(options.AsksForWidth && IsAmbiguousWide());
    }

    /// <summary>True when a person sits at both ends; else a screen would draw into a file or wait for keys that never come.</summary>
    public static bool IsThere => !Console.IsInputRedirected && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Draws, and hands over keys until one ends it.</summary>
    /// <param name="handle">False when the screen is done.</param>
    /// <param name="idle">Asked once a second while no key comes; true where there is something new to draw.</param>
    public void Run(Action<Surface> draw, Func<Key, bool> handle, Func<bool>? idle = null)
    {
        Show(draw);
        while (Keys(idle) is { Count: > 0 } keys)
        {
            foreach (var key in keys)
            {
                if (key.Name == "Ctrl+z" && !OperatingSystem.IsWindows()) Suspend();
                // An answer that came too late is no key.
                else if (key.Name != "Cursor" && !handle(key)) return;
            }
            Show(draw);
        }
    }

    /// <summary>Puts text on the clipboard of the terminal, also through ssh (OSC 52); terminals that do not know it do nothing.</summary>
    public void Copy(string text) => device.Write($"\u001b]52;c;{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}\a");

    /// <summary>The next theme, from the next picture on.</summary>
    public void Recolour() => look = look with { Theme = Theme.All[(Array.IndexOf(Theme.All, look.Theme) + 1) % Theme.All.Length] };

    /// <summary>Hands <see cref="Key.Wake"/> over, from another thread.</summary>
    public void Wake() => device.Wake();

    void Show(Action<Surface> draw)
    {
        if (Interlocked.Exchange(ref hasLost, false)) frame.Forget();
        var (width, height) = device.Size;
        var surface = new Surface(width, height, look);
        draw(surface);
        device.Write(frame.To(surface));
    }

    /// <summary>At least one key, or a reason to draw anew; empty when no more will come.</summary>
    IReadOnlyList<Key> Keys(Func<bool>? idle)
    {
        if (early.Count > 0)
        {
            Key[] typed = [.. early];
            early.Clear();
            return typed;
        }
        while (true)
        {
            var keys = device.Read(buffer, decoder.IsWaiting ? EscapeMilliseconds : idle is null ? -1 : IdleMilliseconds, out var count) switch
            {
                Arrival.Bytes => decoder.Feed(buffer.AsSpan(0, count)),
                Arrival.Nothing when !decoder.IsWaiting => idle!() ? [Key.Wake] : [],
                Arrival.Nothing => decoder.Flush(),
                Arrival.Awakened => [Key.Wake],
                _ => null,
            };
            if (keys is null) return [];
            if (keys.Count > 0) return keys;
        }
    }

    /// <summary>Asks the terminal where the cursor stands behind a sign of ambiguous width; one that does not answer counts it as one cell.</summary>
    bool IsAmbiguousWide()
    {
        device.Write("\u001b[2;1H\u2460\u001b[6n\u001b[2;1H\u001b[K");
        var until = Environment.TickCount64 + AnswerMilliseconds;
        while (until - Environment.TickCount64 is > 0 and var left && device.Read(buffer, (int)left, out var count) == Arrival.Bytes)
            foreach (var key in decoder.Feed(buffer.AsSpan(0, count)))
            {
                if (key.Name == "Cursor") return key.Text == "2;3";
                early.Enqueue(key);
            }
        return false;
    }

    /// <summary>What follows is up to SIGCONT: this thread may go on for a while before the stop reaches it.</summary>
    void Suspend()
    {
        Leave();
        UnixDevice.StopJob();
    }

    void Enter()
    {
        lock (entering)
        {
            device.Enter();
            device.Write(hasMouse ? Begin + MouseOn : Begin);
            (isIn, hasLost) = (true, true);
            device.Wake();
        }
    }

    void Leave()
    {
        lock (entering)
        {
            if (!isIn) return;
            isIn = false;
            device.Write(hasMouse ? MouseOff + End : End);
            device.Leave();
        }
    }

    void LeaveAtEnd(object? sender, EventArgs e) => Leave();

    public void Dispose()
    {
        Leave();
        foreach (var registration in registrations) registration.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= LeaveAtEnd;
        AppDomain.CurrentDomain.UnhandledException -= LeaveAtEnd;
        device.Dispose();
    }
}
