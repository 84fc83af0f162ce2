namespace ReviewKit.App.Terminal;

/// <summary>A piece of text in one style.</summary>
readonly record struct Styled(string Text, Style Style = default);
