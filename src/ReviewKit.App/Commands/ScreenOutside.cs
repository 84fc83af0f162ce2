namespace ReviewKit.App.Commands;

/// <summary>What a screen asks of the world around it.</summary>
/// <param name="Open">A web address or a file, with the program the system has for it; null where nothing may be opened.</param>
/// <param name="Copy">To the clipboard.</param>
sealed record ScreenOutside(Action<string>? Open, Action<string> Copy);
