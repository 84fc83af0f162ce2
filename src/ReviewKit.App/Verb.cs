using System.CommandLine;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>A command with its one-line summary, its examples and what it does.</summary>
sealed class Verb : Command
{
    readonly Host host;

    public Verb(Host host, string name, Message summary, params string[] examples) : base(name, summary.In(host.Language))
    {
        this.host = host;
        Examples = examples;
    }

    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Tables below the options: what a value may be, with a line for each.</summary>
    public List<(string Head, IReadOnlyList<(string Name, string? Help)> Rows)> Lists { get; } = [];

    public void List(Message head, IEnumerable<(string Name, Message Help)> rows) =>
        Lists.Add((head.In(host.Language), [.. rows.Select(row => (row.Name, (string?)row.Help.In(host.Language)))]));

    public Argument<T> Argument<T>(string name, Message help, ArgumentArity? arity = null)
    {
        var argument = new Argument<T>(name) { Description = help.In(host.Language) };
        if (arity is { } given) argument.Arity = given;
        Add(argument);
        return argument;
    }

    /// <param name="name">With its dashes.</param>
    /// <param name="value">What the value is called in the help; null for a switch.</param>
    /// <param name="help">Names the default.</param>
    /// <param name="alias">A short form.</param>
    public Option<T> Option<T>(string name, string? value, Message help, string? alias = null)
    {
        var option = alias is null ? new Option<T>(name) : new Option<T>(name, alias);
        option.Description = help.In(host.Language);
        option.HelpName = value;
        Add(option);
        return option;
    }

    public Verb Does(Func<Session, ParseResult, int> work)
    {
        SetAction(parsed => work(new Session(parsed, host), parsed));
        return this;
    }
}
