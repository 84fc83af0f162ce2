using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using ReviewKit.Store;

namespace ReviewKit.App;

/// <summary>Other names for the people of a review, in the order in which they came to it; what they are stands nowhere in the archive.</summary>
sealed class Pseudonyms
{
    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    readonly Regex? written;

    public Pseudonyms(Review review)
    {
        // Programs that judged are named as what they are.
        var programs = review.Protocol.Reviewers.Where(reviewer => reviewer.Model is not null).Select(reviewer => reviewer.Id).Append(LiveDecision.Consensus).ToHashSet(StringComparer.Ordinal);
        var people = review.Connection.Query<string>("select person from event group by person order by min(seq)")
            .Concat(review.Connection.Query<string>("select reviewer from decision group by reviewer order by min(seq)"))
            .Concat(review.Protocol.Reviewers.Select(reviewer => reviewer.Id));
        foreach (var person in people.Where(person => !programs.Contains(person)))
            names.TryAdd(person, string.Create(CultureInfo.InvariantCulture, $"reviewer-{names.Count + 1}"));
        foreach (var reviewer in review.Protocol.Reviewers.Where(reviewer => names.ContainsKey(reviewer.Id)))
            foreach (var name in (string[])[reviewer.Name.En, reviewer.Name.Zh])
                names.TryAdd(name, names[reviewer.Id]);
        // The longest first: a name may begin with another.
        var all = names.Keys.Where(name => name.Length > 0).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape).ToList();
        if (all.Count > 0) written = new Regex($@"(?<![\p{{L}}\p{{N}}_-])(?:{string.Join('|', all)})(?![\p{{L}}\p{{N}}_-])", RegexOptions.CultureInvariant);
    }

    public string this[string person] => names.GetValueOrDefault(person, person);

    /// <summary>A text with the names in it replaced.</summary>
    public string In(string text) => written?.Replace(text, match => names[match.Value]) ?? text;
}
