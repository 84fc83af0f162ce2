namespace ReviewKit.Text;

/// <summary>The languages the program itself speaks: messages, reasons, pictures.</summary>
public enum Language { En, Zh }
