using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>From tags to fields, by a format's table. Whatever has no row, or does not fit its field, stays in the record under the source's own tag.</summary>
static class Mapping
{
    static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "[No abstract available]", "[No author name available]", "[No author id available]", "[No source information available]",
        "[No title available]", "No abstract available",
    };

    sealed record Candidate(TagTable.Ranked Ranked, string Tag, int Line)
    {
        public required string Text { get; set; }
    }

    /// <param name="paragraph">What stands between the lines of a long text.</param>
    public static Draft Fill(RawRecord raw, TagTable table, string paragraph)
    {
        var kind = table.Kind(raw);
        var draft = new Draft(new Record { Type = kind.Type, SourceType = kind.Word }) { Plain = table.Plain };
        var rows = table.For(kind);
        var single = new List<Candidate>();
        var fallback = new List<Candidate>();
        foreach (var field in raw.Fields)
        {
            var key = table.Key(field.Tag);
            if (table.TypeTags.Contains(key) && IsSaid(kind.Word, field.Joined(" "))) continue;
            if (!rows.TryGetValue(key, out var ranked))
            {
                Keep(draft, field.Tag, field.Joined(paragraph));
                continue;
            }
            draft.Line = field.Line;
            if (ranked.Row.Field.Kind != FieldKind.List) Offer(draft, single, ranked, field, paragraph);
            else
            {
                var texts = ranked.Row.IsWrapped ? [field.Joined(" ")] : field.Lines;
                foreach (var text in texts)
                {
                    if (IsNothing(text)) continue;
                    if (ranked.Row.IsFallback) fallback.Add(new Candidate(ranked, field.Tag, field.Line) { Text = text });
                    else PutList(draft, ranked.Row, field.Tag, text);
                }
            }
        }
        PutFallbacks(draft, fallback);
        PutSingles(draft, single);
        return draft;
    }

    public static bool IsNothing(string text) => text.Length == 0 || (text.Length < 40 && Placeholders.Contains(text));

    // PubMed has several types, which the record's word for its type joins.
    static bool IsSaid(string? word, string text) => word is not null && (word == text || word.Split("; ").Contains(text));

    static void Keep(Draft draft, string tag, string text)
    {
        if (!IsNothing(text) && draft.Plain(text) is { Length: > 0 } plain) draft.Record.AddOther(tag, plain);
    }

    static void Offer(Draft draft, List<Candidate> single, TagTable.Ranked ranked, RawField field, string paragraph)
    {
        var place = ranked.Row.Field;
        var text = field.Joined(place.Kind == FieldKind.Long ? paragraph : " ");
        if (IsNothing(text)) return;
        var candidate = new Candidate(ranked, field.Tag, field.Line) { Text = text };
        var index = single.FindIndex(c => c.Ranked.Row.Field == place);
        if (index < 0)
        {
            single.Add(candidate);
            return;
        }
        var other = single[index];
        if (other.Text == text) return;
        if (other.Ranked.Rank == ranked.Rank && place.Kind == FieldKind.Long)
        {
            other.Text += "\n" + text;
            return;
        }
        // CNKI writes %P twice, the number of pages and then the pages.
        var isBetter = ranked.Rank < other.Ranked.Rank
            || (ranked.Rank == other.Ranked.Rank && place == Fields.Pages && !Form.PageRange.Split(other.Text).Any());
        if (isBetter) single[index] = candidate;
        var loser = isBetter ? other : candidate;
        Keep(draft, loser.Tag, loser.Text);
    }

    static void PutList(Draft draft, TagRow row, string tag, string text)
    {
        var whole = true;
        var any = false;
        foreach (var value in row.Form.Split(text))
        {
            if (IsNothing(value)) continue;
            any = true;
            whole &= row.Field.Put(draft, value);
        }
        if (!whole || !any) Keep(draft, tag, text);
    }

    static void PutFallbacks(Draft draft, List<Candidate> fallback)
    {
        foreach (var group in fallback.GroupBy(c => c.Ranked.Row.Field).ToList())
        {
            var isFilled = group.Key.Get(draft.Record).Any();
            var first = group.Min(c => c.Ranked.Rank);
            foreach (var candidate in group)
            {
                draft.Line = candidate.Line;
                if (isFilled || candidate.Ranked.Rank != first) Keep(draft, candidate.Tag, candidate.Text);
                else PutList(draft, candidate.Ranked.Row, candidate.Tag, candidate.Text);
            }
        }
    }

    static void PutSingles(Draft draft, List<Candidate> single)
    {
        // The year first: dates such as "JUL 15" lack it.
        foreach (var candidate in single.OrderBy(c => Array.IndexOf(Fields.Order, c.Ranked.Row.Field)))
        {
            draft.Line = candidate.Line;
            PutList(draft, candidate.Ranked.Row, candidate.Tag, candidate.Text);
        }
    }
}
