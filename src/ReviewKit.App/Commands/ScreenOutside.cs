using System.ComponentModel;
using System.Diagnostics;

namespace ReviewKit.App.Commands;

/// <summary>What a screen asks of the world around it.</summary>
/// <param name="Open">A web address or a file, with the program the system has for it; null where nothing may be opened.</param>
/// <param name="Copy">To the clipboard.</param>
/// <param name="Recolour">To the next theme.</param>
/// <param name="Wake">Hands <see cref="Terminal.Key.Wake"/> over once the picture is drawn; absent where nobody looks at pictures between keys.</param>
sealed record ScreenOutside(Action<string>? Open, Action<string> Copy, Action? Recolour = null, Action? Wake = null)
{
    /// <summary>By the system's own opener; nothing of the program is waited for or listened to.</summary>
    public static void OpenBySystem(string address)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
            // What a browser says of itself must not end up on the screen.
            else Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })?.Dispose();
        }
        catch (Win32Exception none)
        {
            throw new ReviewKitException($"no program opens {address} here: {none.Message}", $"此处没有程序能打开 {address}：{none.Message}");
        }
    }
}
