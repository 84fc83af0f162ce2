namespace ReviewKit.Text;

/// <summary>One sentence to a person, in both languages side by side, so that neither can be forgotten.</summary>
/// <param name="En">English, present tense, no full stop needed.</param>
/// <param name="Zh">The same in simplified Chinese, full-width punctuation.</param>
public readonly record struct Message(string En, string Zh)
{
    public string In(Language language) => language == Language.Zh ? Zh : En;

    /// <summary>A text that needs no translation: a file name, a number, a title.</summary>
    public static Message Verbatim(string text) => new(text, text);

    public override string ToString() => En;
}
