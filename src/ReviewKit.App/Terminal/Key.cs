namespace ReviewKit.App.Terminal;

/// <summary>A key as a person calls it.</summary>
/// <param name="Name">The sign itself ("j", "中", "Space"), or Enter, Esc, Tab, Backspace, Up, PgDn, F1, …, with Ctrl+, Alt+ or Shift+ before; Paste; Wake where no key was pressed.</param>
/// <param name="Text">What it types; of Paste all of it. Empty for keys that type nothing.</param>
/// <param name="X">Of Click, WheelUp and WheelDown: the column of the mouse, from 0.</param>
/// <param name="Y">Its row.</param>
readonly record struct Key(string Name, string Text = "", int X = 0, int Y = 0)
{
    public static Key Of(string sign) => new(sign == " " ? "Space" : sign, sign);

    /// <summary>The screen has another size, or another thread has something to show (<see cref="Screen.Wake"/>).</summary>
    public static readonly Key Wake = new("Wake");

    public override string ToString() => Name;
}
