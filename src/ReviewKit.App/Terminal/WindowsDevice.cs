using System.Runtime.InteropServices;
using System.Text;

namespace ReviewKit.App.Terminal;

/// <summary>Windows 10 and later: a console that sends and understands the same sequences as other terminals.</summary>
sealed class WindowsDevice : Device
{
    const int InputHandle = -10, OutputHandle = -11;
    const uint ProcessedInput = 1, LineInput = 2, EchoInput = 4, WindowInput = 8, QuickEdit = 0x40, ExtendedFlags = 0x80, VirtualTerminalInput = 0x200;
    const uint ProcessedOutput = 1, VirtualTerminalOutput = 4, NoAutoReturn = 8;
    const ushort KeyEvent = 1, SizeEvent = 4;
    const uint Signalled = 0, SecondSignalled = 1;

    readonly nint input = GetStdHandle(InputHandle), output = GetStdHandle(OutputHandle);
    readonly uint inputBefore, outputBefore;
    readonly AutoResetEvent awakened = new(false);
    readonly Encoder utf8 = Encoding.UTF8.GetEncoder();

    public WindowsDevice()
    {
        _ = GetConsoleMode(input, out inputBefore);
        _ = GetConsoleMode(output, out outputBefore);
    }

    public override void Enter()
    {
        _ = SetConsoleMode(input, (inputBefore & ~(ProcessedInput | LineInput | EchoInput | QuickEdit)) | WindowInput | ExtendedFlags | VirtualTerminalInput);
        _ = SetConsoleMode(output, outputBefore | ProcessedOutput | VirtualTerminalOutput | NoAutoReturn);
    }

    public override void Leave()
    {
        _ = SetConsoleMode(input, inputBefore);
        _ = SetConsoleMode(output, outputBefore);
    }

    public override Arrival Read(byte[] buffer, int milliseconds, out int count)
    {
        count = 0;
        while (true)
        {
            var which = WaitForMultipleObjects(2, [input, awakened.SafeWaitHandle.DangerousGetHandle()], false, unchecked((uint)milliseconds));
            if (which == SecondSignalled) return Arrival.Awakened;
            if (which != Signalled) return Arrival.Nothing;
            var records = new InputRecord[64];
            if (!ReadConsoleInput(input, records, (uint)records.Length, out var read)) return Arrival.End;
            var text = new StringBuilder();
            var isResized = false;
            foreach (var record in records.AsSpan(0, (int)read))
            {
                isResized |= record.Kind == SizeEvent;
                if (record.Kind == KeyEvent && record.IsDown != 0 && record.Sign != '\0') text.Append(record.Sign, Math.Max((ushort)1, record.Repeat));
            }
            // A sign beyond the basic plane comes as two events, which the encoder puts together also where a read parts them.
            var chars = text.ToString().AsSpan();
            if (chars.Length > 0) utf8.Convert(chars, buffer, false, out _, out count, out _);
            if (isResized) Wake();
            if (count > 0) return Arrival.Bytes;
            if (isResized) return Arrival.Awakened;
        }
    }

    public override void Wake() => awakened.Set();

    public override void Dispose()
    {
        Leave();
        awakened.Dispose();
    }

    /// <summary>INPUT_RECORD with its KEY_EVENT_RECORD; other kinds of event use the same bytes otherwise and are not looked into.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    struct InputRecord
    {
        [FieldOffset(0)] public ushort Kind;
        [FieldOffset(4)] public int IsDown;
        [FieldOffset(8)] public ushort Repeat;
        [FieldOffset(14)] public char Sign;
    }

    [DllImport("kernel32.dll", SetLastError = true)]
    static extern nint GetStdHandle(int which);

    [DllImport("kernel32.dll", SetLastError = true)]
    static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll", SetLastError = true)]
    static extern bool SetConsoleMode(nint handle, uint mode);

    [DllImport("kernel32.dll", SetLastError = true)]
    static extern uint WaitForMultipleObjects(uint count, nint[] handles, bool all, uint milliseconds);

    [DllImport("kernel32.dll", EntryPoint = "ReadConsoleInputW", SetLastError = true, CharSet = CharSet.Unicode)]
    static extern bool ReadConsoleInput(nint handle, [Out] InputRecord[] records, uint count, out uint read);
}
