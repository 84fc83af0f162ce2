using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>CNKI's NoteExpress export with the oddities seen in real ones, each on a few records.</summary>
static class CnkiNoteExpress
{
    public static byte[] Of(IEnumerable<Copy> copies)
    {
        var text = new StringBuilder();
        foreach (var copy in copies)
        {
            foreach (var line in Lines(copy)) text.Append(line).Append('\n');
            text.Append("\n\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static IEnumerable<string> Lines(Copy copy)
    {
        var report = copy.Report;
        var place = report.Place;
        // One oddity a record at most, so that each can be told from the others.
        var oddity = report.Shape.Bridge ? 99 : copy.Dice("oddity").Next(40);
        yield return "{Reference Type}: " + place.Journal.Kind switch { "newspaper" => "Newspaper Article", "proceedings" => "Conference Proceedings", _ => "Journal Article" };
        yield return "{Title}: " + CnkiText.Title(copy);
        yield return "{Author}: " + (oddity == 0 ? CnkiText.Authors(copy).TrimEnd(';').Replace(';', ',') : CnkiText.Authors(copy));
        // The address ends in bare carriage returns and goes on without a tag.
        yield return "{Author Address}: " + CnkiText.Institutions(copy) + (oddity == 1 ? " 430074\r\r,中国430074" : "");
        if (place.Journal.Kind == "proceedings") yield return "{Tertiary Title}: " + place.Journal.Zh;
        else yield return "{Journal}: " + place.Journal.Zh;
        yield return "{Year}: " + place.Year;
        if (place.Volume is { } volume) yield return "{Volume}: " + volume;
        if (place.Journal.Kind == "journal") yield return "{Issue}: " + CnkiText.Issue(place);
        if (place.Journal.Kind == "newspaper") yield return "{Date}: " + CnkiText.Published(copy, withTime: false);
        yield return "{Pages}: " + (place.Journal.Kind == "newspaper" ? place.Pages.PadLeft(3, '0') : place.Pages + (oddity == 2 ? "+" + (place.LastPage + 40) : ""));
        if (copy.HasKeywords) yield return "{Keywords}: " + (oddity == 3 ? string.Join('；', report.Keywords.Select(k => k.Zh)) : CnkiText.Keywords(copy));
        foreach (var line in AbstractLines(copy, oddity)) yield return line;
        if (place.Journal.Kind == "journal") yield return "{ISBN/ISSN}:" + (oddity == 6 ? "" : " ") + place.Journal.Issn;
        if (place.Journal.Kind == "journal") yield return "{Notes}: " + place.Journal.Cn;
        yield return "{URL}: " + CnkiText.Address(copy);
        yield return "{Database Provider}: CNKI";
    }

    static IEnumerable<string> AbstractLines(Copy copy, int oddity)
    {
        if (!copy.HasAbstract)
        {
            if (oddity < 10) yield return "{Abstract}: ";
            yield break;
        }
        var text = CnkiText.Abstract(copy);
        var middle = text.IndexOf('。', StringComparison.Ordinal) + 1;
        yield return oddity switch
        {
            4 => "{Abstract}：" + text,
            5 => "{Abstract}: " + text[..middle] + "\n" + text[middle..],
            7 => "{Abstract}: " + text[..middle] + "(#br)" + text[middle..],
            _ => "{Abstract}: " + text,
        };
    }
}
