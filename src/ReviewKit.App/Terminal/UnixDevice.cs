using System.Runtime.InteropServices;

namespace ReviewKit.App.Terminal;

/// <summary>Linux and macOS, by the calls of POSIX.</summary>
sealed class UnixDevice : Device
{
    const int Input = 0;
    const int AfterOutput = 1; // TCSADRAIN
    const short Readable = 1; // POLLIN
    const int Interrupted = 4; // EINTR
    const int Stop = 19, StopOnMac = 17; // SIGSTOP

    // The layout of struct termios differs between systems; it is only ever handed back to the system. The largest known takes 72 bytes.
    readonly byte[] before = new byte[256];
    readonly bool isTerminal;
    readonly int[] pipe = new int[2];

    public UnixDevice()
    {
        isTerminal = GetAttributes(Input, before) == 0;
        if (OpenPipe(pipe) != 0) throw new IOException($"pipe: error {Marshal.GetLastPInvokeError()}");
    }

    public override void Enter()
    {
        if (!isTerminal) return;
        var raw = (byte[])before.Clone();
        MakeRaw(raw);
        _ = SetAttributes(Input, AfterOutput, raw);
    }

    public override void Leave()
    {
        if (isTerminal) _ = SetAttributes(Input, AfterOutput, before);
    }

    public override Arrival Read(byte[] buffer, int milliseconds, out int count)
    {
        count = 0;
        PollEntry[] entries = [new() { File = Input, Events = Readable }, new() { File = pipe[0], Events = Readable }];
        while (true)
        {
            var ready = Poll(entries, 2, milliseconds);
            if (ready == 0) return Arrival.Nothing;
            if (ready < 0 && Marshal.GetLastPInvokeError() != Interrupted) return Arrival.End;
            if (ready > 0) break;
        }
        if (entries[1].Found != 0)
        {
            _ = ReadFile(pipe[0], buffer, buffer.Length);
            return Arrival.Awakened;
        }
        var read = ReadFile(Input, buffer, buffer.Length);
        if (read <= 0) return Arrival.End;
        count = (int)read;
        return Arrival.Bytes;
    }

    public override void Wake() => _ = WriteFile(pipe[1], [1], 1);

    /// <summary>Stops the whole job, as Ctrl+Z does in other programs; returns when the shell lets it go on.</summary>
    public static void StopJob() => _ = Kill(0, OperatingSystem.IsMacOS() ? StopOnMac : Stop);

    public override void Dispose()
    {
        Leave();
        _ = Close(pipe[0]);
        _ = Close(pipe[1]);
    }

    [StructLayout(LayoutKind.Sequential)]
    struct PollEntry
    {
        public int File;
        public short Events;
        public short Found;
    }

    [DllImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    static extern int GetAttributes(int file, [Out] byte[] termios);

    [DllImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    static extern int SetAttributes(int file, int when, byte[] termios);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    static extern void MakeRaw([In, Out] byte[] termios);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    static extern int Poll([In, Out] PollEntry[] entries, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "pipe", SetLastError = true)]
    static extern int OpenPipe([Out] int[] files);

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    static extern nint ReadFile(int file, [Out] byte[] buffer, nint count);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    static extern nint WriteFile(int file, byte[] buffer, nint count);

    [DllImport("libc", EntryPoint = "close")]
    static extern int Close(int file);

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Kill(int process, int signal);
}
