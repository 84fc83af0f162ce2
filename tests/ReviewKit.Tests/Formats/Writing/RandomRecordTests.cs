using CsCheck;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats.Writing;

/// <summary>Records of any shape, with texts made of what breaks files, come back as the writer says.</summary>
public class RandomRecordTests
{
    static readonly Gen<string> Piece = Gen.OneOf(
        "a", "Smart", "city", "智慧", "城市", " ", "  ", "\n", "\r\n", "\n\n", ",", ", ", ";", "; ", "；", "and", " and ", ":", "{", "}", "\\", "\"", "'", "=", "+", "-", "--", "@", "＝", "%", "&", "&amp;", "<", ">", "$", "~", "#",
        "TY  - JOUR", "ER  - ", "ER", "PT J", "EF", "%0 Journal Article", "%T ", "{Reference Type}: Thesis", "PMID- 1", "@article{", "|", "[", "]", "(", ")", "2021", "NA", "null", "\t", "\u00a0", "\ufeff", "\u2028", "\u0085", "\u0001", "é", "𠮷", "0");

    static readonly Gen<string> Line = Piece.Array[1, 8].Select(p => string.Concat(p).Trim()).Where(t => t.Length > 0);
    static readonly Gen<string?> Maybe = Gen.Frequency((1, Gen.Const((string?)null)), (2, Line.Select(t => (string?)t)));
    static readonly Gen<List<string>> Many = Line.Array[0, 4].Select(a => a.ToList());

    static readonly Gen<PersonName> Name = Gen.Select(Gen.Int[0, 2], Line, Line, Gen.Int[0, 7], (kind, a, b, more) => kind switch
    {
        0 => new PersonName { Literal = a },
        1 => new PersonName { Family = a, Given = b },
        _ => new PersonName { Family = a },
    } with
    {
        Orcid = more == 0 ? "0000-0001-0000-000X" : null,
        Affiliations = more == 1 ? [b] : null,
    });

    static readonly Gen<Record> Any =
        from type in Gen.OneOf<string?>(null, "article-journal", "book", "chapter", "thesis", "paper-conference", "patent", "article", "article-newspaper", "post-weblog", "unheard-of")
        from source in Gen.OneOf("other", "scopus", "wos", "cnki", "wanfang", "pubmed", "lens", "somewhere")
        from format in Gen.OneOf("ris", "wos-tagged", "bibtex", "noteexpress", "endnote", "nbib", "csv", "scopus-csv", "")
        from one in Maybe.Array[22]
        from many in Many.Array[9]
        from people in Name.Array[0, 3].Array[3]
        from year in Gen.OneOf<int?>(null, 1999, 2021)
        from date in Gen.OneOf<string?>(null, "2021", "2021-03", "2021-03-05", "1999-12-31")
        from cited in Gen.OneOf<int?>(null, 0, 12)
        from tag in Gen.OneOf("DB", "OI", "AUID", "AD", "C1", "Authors with affiliations", "custom1", "notes", "AB", "TI", "U1", "untagged", "key", "title", "%J", "{x}", "Notes", "DE", "AU", "JF", "PY", "DA", "PT", "SrcDatabase")
        select new Record
        {
            Type = type,
            Source = source,
            Format = format,
            SourceType = one[0],
            Title = one[1],
            TranslatedTitle = one[2],
            Abstract = one[3],
            TranslatedAbstract = one[4],
            Journal = one[5],
            Publisher = one[6],
            Institution = one[7],
            Volume = one[8],
            Issue = one[9],
            Pages = one[10],
            FirstPage = one[11],
            LastPage = one[12],
            ArticleNumber = one[13],
            Doi = one[14],
            Pmid = one[15],
            Language = one[16],
            Url = one[17],
            Keywords = many[0],
            IndexKeywords = many[1],
            KeywordsPlus = many[2],
            Affiliations = many[3],
            References = many[4],
            Issn = many[5],
            Authors = [.. people[0]],
            Editors = [.. people[1]],
            Contributors = [.. people[2].Select(p => new Contributor { Role = "supervisor", Name = p })],
            Year = year,
            Date = date,
            TimesCited = cited,
            Titles = one[2] is { } t ? new() { ["en"] = t } : [],
            Ids = one[6] is { } id ? new() { ["id"] = id, ["ut"] = "WOS:1", ["cn"] = one[21] ?? "11-2222/C", ["eid"] = id } : [],
            Pmcid = one[18],
            Isbn = many[6],
            Journals = one[19] is { } journal ? new() { ["en"] = journal } : [],
            Abstracts = one[20] is { } text ? new() { ["ja"] = text } : [],
            KeywordsByLanguage = many[1].Count > 0 ? new() { ["zh"] = many[1] } : [],
            Other = one[8] is { } other ? new() { [tag] = [other, .. many[7]] } : [],
        };

    public static TheoryData<string> Targets() => [.. TargetTable.All.Where(t => FormatTable.Find(t.Format) is not null).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Any_record_comes_back_as_the_writer_says(string name) =>
        Any.Array[1, 4].Sample(records =>
        {
            // A file of Web of Science without one indented line is read with care for wrapped texts; no real one is.
            records = [new Record { Title = "a", Authors = [new PersonName { Literal = "张三" }, new PersonName { Literal = "李四" }] }, .. records];
            using var file = new WrittenFile(TargetTable.Find(name)!, records);
            file.AssertAsSaid(records);
        }, iter: 300);
}
