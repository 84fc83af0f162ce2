namespace ReviewKit.App.Terminal;

/// <summary>Why a wait for keys ended.</summary>
enum Arrival { Bytes, Nothing, Awakened, End }

/// <summary>The terminal the program was started in: how it is made to send every key, and made itself again.</summary>
abstract class Device : IDisposable
{
    readonly Stream output = Console.OpenStandardOutput();

    public static Device Open() => OperatingSystem.IsWindows() ? new WindowsDevice() : new UnixDevice();

    /// <summary>Columns and rows.</summary>
    public virtual (int Width, int Height) Size => (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));

    /// <summary>Keys come one by one, unechoed, from here on. May be called again.</summary>
    public abstract void Enter();

    /// <summary>As it was before <see cref="Enter"/>. May be called again, and from another thread.</summary>
    public abstract void Leave();

    /// <summary>Blocks until something comes, without using the processor.</summary>
    /// <param name="buffer">Gets UTF-8 as the terminal sends it.</param>
    /// <param name="milliseconds">At most; -1 is for ever.</param>
    /// <param name="count">Bytes in the buffer.</param>
    public abstract Arrival Read(byte[] buffer, int milliseconds, out int count);

    /// <summary>Ends a <see cref="Read"/>, from another thread.</summary>
    public abstract void Wake();

    public void Write(string text)
    {
        if (text.Length == 0) return;
        output.Write(System.Text.Encoding.UTF8.GetBytes(text));
        output.Flush();
    }

    public abstract void Dispose();
}
