using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class TagTableTests
{
    public static TheoryData<string> Tables() => [.. ByName.Keys];

    static readonly Dictionary<string, TagTable> ByName = new()
    {
        ["ris"] = RisTable.Table,
        ["wos"] = WosTable.Table,
        ["refworks"] = RefWorksTable.Table,
        ["endnote"] = EndNoteTable.Table,
        ["noteexpress"] = NoteExpressTable.Table,
        ["cnki"] = CnkiTables.Labels,
        ["nbib"] = PubMedTable.Table,
        ["columns"] = ColumnTable.Table,
        ["bibtex"] = BibTeXTable.All[0],
        ["bibtex-scopus"] = BibTeXTable.All[1],
        ["endnote-xml"] = EndNoteXmlTable.Table,
        ["notefirst"] = NoteFirstTable.Table,
        ["resource-list"] = ResourceListTable.Table,
        ["zotero-rdf"] = ZoteroRdfTable.Table,
        ["csl"] = CslTable.Table,
        ["openalex"] = OpenAlexTable.Table,
        ["cssci"] = CssciTable.Table,
        ["cochrane"] = CochraneTable.Table,
        ["ovid"] = OvidTable.Table,
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_tag_stands_twice_for_a_type(string name)
    {
        var rows = ByName[name].Rows;
        foreach (var tag in rows.GroupBy(r => r.Tag))
        {
            Assert.True(tag.Count(r => r.Only is null) <= 1, $"{tag.Key} has two rows for all types");
            var types = tag.SelectMany(r => r.Only ?? []).ToList();
            Assert.Equal(types.Distinct(StringComparer.OrdinalIgnoreCase), types);
        }
    }

    [Fact]
    public void A_column_is_found_whatever_its_case_and_its_dashes()
    {
        Assert.Same(Fields.Title, ColumnTable.FieldOf(ColumnTable.Key("Primary_Title ")));
        Assert.Same(Fields.Abstract, ColumnTable.FieldOf(ColumnTable.Key("\uFEFF摘要")));
        Assert.Null(ColumnTable.FieldOf("nothing"));
    }

    [Fact]
    public void Names_of_formats_and_their_titles_are_there_in_both_languages()
    {
        Assert.Equal(FormatTable.All.Count, FormatTable.All.Select(f => f.Name).Distinct().Count());
        Assert.All(FormatTable.All, f => Assert.True(f.Title.En.Length > 0 && f.Title.Zh.Length > 0 && f.Extensions.All(e => e[0] == '.')));
    }
}
