using CsCheck;
using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class DeduplicationTests
{
    const string Article = "Smart city policy instruments in thirty Chinese prefectures | Lu, Hong; Zhang, Wei; Ochieng, Grace | 2019 | Journal of Urban Policy | 41(3): 215-233 | 10.1234/jup.2019.0215";

    [Theory]
    [InlineData("SMART CITY POLICY INSTRUMENTS IN THIRTY CHINESE PREFECTURES. | Lu H.; Zhang W.; Ochieng G. | 2019 | J Urban Policy | 41(3): 215-33")]
    [InlineData("Smart–city policy instruments in thirty Chinese prefectures | LU H;ZHANG W;OCHIENG G | 2019 | J. Urban Policy | 41: 215")]
    [InlineData("[Smart city policy instruments in thirty Chinese prefectures] | Lu, H. | 2019 | Journal of urban policy (Online) | 41(3): 215-233")]
    [InlineData("Smart city policy instruments in thirty Chinese prefectures [Review] [33 refs] | Lu, H.; Zhang, W. | 2019 | Journal of Urban Policy | 41(3): 215-233")]
    [InlineData("Smart city policy instruments in thirty Chinese prefectures | Lu H.Zhang W.Ochieng G. | 2019 | Journal of Urban Policy | 41 (3) (no pagination): e41215")]
    [InlineData("Smart city policy instruments in <i>thirty</i> Chinese prefectures | Lu, Hong; Zhang, Wei; Ochieng, Grace | 2018 | Journal of Urban Policy | : 1-19")]
    [InlineData("Smart city policy instruments in thirty Chinese prefectures | Hong Lu; Wei Zhang; Grace Ochieng | 2019")]
    [InlineData("Smart city policy instruments in thirty Chinese prefectures | Hong, L.; Wei, Z.; Grace, O. | 2019 | Journal of Urban Policy | 41: ")]
    [InlineData("Smart city policy instruments in thirty Chinese prefectures | Lu, Hong | 2019 | Journal of Urban Policy | 41(1093): 215-233")]
    [InlineData("Smart city policy instruments in 30 prefectures of China | Lu, Hong; Zhang, Wei | 2019 | Journal of Urban Policy | 41(3): 215-233 | https://doi.org/10.1234/JUP.2019.0215")]
    [InlineData("Instrumente der Smart-City-Politik in dreißig Präfekturen | Lu, Hong; Zhang, Wei; Ochieng, Grace | 2019 | Journal of Urban Policy | 41(3): 215-233")]
    [InlineData("Smart city policy instruments in thirty Chinese prefecturs | Lu, Hong; Zhang, Wei; Ochieng, Grace | 2019 | Journal of Urban Policy | 41(3): 215-233 | 10.9999/other.77")]
    public void The_same_article_as_another_database_writes_it_is_merged(string other)
    {
        Assert.True(Composed.Merges(Article, other.Replace("https://doi.org/", "", StringComparison.Ordinal)));
        Assert.True(Composed.Merges(other.Replace("https://doi.org/", "", StringComparison.Ordinal), Article));
    }

    [Theory]
    [InlineData("智慧城市政策工具研究——基于30个地级市的文本分析 | 卢红; 张伟 | 2019 | 城市政策学报 | 41(3): 21-33", "智慧城市政策工具研究:基于30个地级市的文本分析 | 卢红；张伟 | 2019 | 城市政策学报 | (03): 21-33+118")]
    [InlineData("智慧城市政策工具研究 | 卢红; 张伟 | 2019 | 城市政策学报 | (3): 21-33", "智慧城市政策工具研究 | 卢红 | 2019 | 城市政策学报")]
    [InlineData("智慧城市與數據治理 | 盧紅; 張偉 | 2020 | 城市政策學報 | 12(1): 5-19", "智慧城市与数据治理 | 卢红; 张伟 | 2020 | 城市政策学报 | 12(1): 5-19")]
    public void Chinese_titles_meet_in_width_punctuation_and_script(string a, string b) => Assert.True(Composed.Merges(a, b));

    [Theory]
    [InlineData("id=1", "id=7")]
    [InlineData("key=Roy2018", "key=Roy2018a")]
    [InlineData("ref=[3]", "ref=[12]")]
    public void The_number_of_a_row_says_nothing(string one, string other)
    {
        Assert.Empty(Composed.Groups($"Shade in parks of Lagos | Roy, A. | 2018 | Heat and Health | 3(1): 1-9 | {one}", $"Shade in streets | Roy, A. | 2018 | Heat and Health | 3 | {one}"));
        Assert.True(Composed.Merges($"Shade in parks of Lagos | Roy, A. | 2018 | Heat and Health | 3(1): 1-9 | {one}", $"Schatten in Parks in Lagos | Roy, A. | 2018 | Heat and Health | 3(1): 1-9 | {other}"));
    }

    [Fact]
    public void Sparse_records_alike_are_merged() =>
        Assert.True(Composed.Merges("Trust in urban data platforms after a breach | Okafor, N.", "Trust in urban data platforms after a breach | Okafor, N."));

    [Theory]
    [InlineData("Editorial | Meyer, J. | 2015 | Cities and Data | 3(1): 1-2", "Editorial | Meyer, J. | 2016 | Cities and Data | 4(1): 1-2")]
    [InlineData("Editorial | Meyer, J. | 2015 | Cities and Data | 3(1)", "Editorial | Meyer, J. | 2015 | Cities and Data | 3(2)")]
    [InlineData("Editorial", "Editorial |  | 2015 | Cities and Data | 3(2): 1")]
    [InlineData("Introduction to the special issue | Meyer, J.; Roy, A. | 2015 | Cities and Data", "Introduction to the special issue | Meyer, J.; Roy, A. | 2015 | Urban Systems Review")]
    [InlineData("编者按 |  | 2015 | 城市政策学报 | (1): 1", "编者按 |  | 2015 | 城市政策学报 | (2): 1")]
    [InlineData("卷首语 | 编辑部 | 2015 | 城市政策学报", "卷首语 | 编辑部 | 2015 | 情报工作")]
    public void Generic_titles_prove_nothing(string a, string b) => Assert.False(Composed.Merges(a, b));

    [Fact]
    public void A_generic_title_makes_no_chain()
    {
        var result = Composed.Result(
            "Editorial | Meyer, J. | 2015 | Cities and Data",
            "Editorial | Meyer, J. | 2015 | Cities and Data | 3(1): 1-2",
            "Editorial | Meyer, J. | 2015 | Cities and Data | 3(2): 1-2",
            "Editorial |  | 2015 | Cities and Data");
        Assert.Empty(result.Groups);
    }

    [Fact]
    public void A_sparse_record_does_not_join_two_that_contradict()
    {
        var groups = Composed.Groups(
            "Sensing the night economy with taxi traces | Haddad, L. | 2017 | Urban Computing Letters | 8(2): 100-118",
            "Sensing the night economy with taxi traces | Haddad, L.",
            "Sensing the night economy with taxi traces | Haddad, L. | 2012 | Proceedings of the Workshop on Mobile Data | : 3-9");
        Assert.All(groups, group => Assert.False(group.Records.Contains("a1") && group.Records.Contains("c3")));
    }

    [Fact]
    public void A_twin_in_the_other_language_is_merged_by_its_doi() =>
        Assert.True(Composed.Merges(
            "智慧城市政策工具研究 | 卢红; 张伟 | 2019 | 城市政策学报 | (3): 21-33 | 10.3969/j.issn.1672-9676.2019.03.004",
            "A study of smart city policy instruments | Lu, H.; Zhang, W. | 2019 | Urban Policy Journal | (3): 21-33 | 10.3969/j.issn.1672－9676.2019.03.004"));

    [Fact]
    public void Byte_identical_records_are_merged_and_say_so()
    {
        var groups = Composed.Groups(Article, Article, "Editorial |  | 2015 | Cities and Data", "Editorial |  | 2015 | Cities and Data");
        Assert.Equal(["a1 b2", "c3 d4"], groups.Select(group => string.Join(' ', group.Records)));
        Assert.Equal("identical in every field", groups[0].Reason.En);
    }

    [Fact]
    public void The_reason_names_what_agrees_in_both_languages()
    {
        var group = Assert.Single(Composed.Groups(Article, "Smart city policy instruments in thirty Chinese prefectures | Lu, Hong | 2019 | Journal of Urban Policy | 41: 215"));
        Assert.Equal("same title, authors, year, journal, volume, first page", group.Reason.En);
        Assert.Equal("标题、作者、年份、刊名、卷、起始页相同", group.Reason.Zh);
    }

    [Fact]
    public void What_a_person_parted_stays_apart_and_what_a_person_merged_stays_together()
    {
        var records = new[] { Composed.Record("a", Article), Composed.Record("b", Article), Composed.Record("c", "Quite another report on parks | Diaz, M. | 2001") };
        var result = Deduplication.Of(records, new DedupOptions { NeverMerge = [("b", "a")], Known = [("a", "c")] });
        var group = Assert.Single(result.Groups);
        Assert.Equal(["a", "c"], group.Records.Order(StringComparer.Ordinal));
        Assert.Equal("merged by a person", group.Reason.En);
        Assert.DoesNotContain(result.Questions, question => (question.A, question.B) is ("a", "b"));
    }

    [Fact]
    public void A_missing_doi_column_changes_nothing_else()
    {
        // Without a DOI that is another's.
        string[] lines = [.. Perturbed.Lines(200).Where(line => !line.Contains("10.9999/", StringComparison.Ordinal))];
        var with = Deduplication.Of(Records(lines)).Groups;
        var without = Deduplication.Of([.. Records(lines).Select(record => { record.Doi = null; return record; })]).Groups;
        Assert.All(without, group => Assert.Contains(with, whole => group.Records.All(whole.Records.Contains)));
        Assert.True(without.Sum(group => group.Records.Count - 1) >= 0.97 * with.Sum(group => group.Records.Count - 1));
    }

    [Fact]
    public void The_order_of_input_does_not_matter()
    {
        var records = Records([.. Perturbed.Lines(60)]);
        var expected = Deduplication.Of(records);
        Gen.Shuffle(records).Sample(shuffled =>
        {
            var result = Deduplication.Of(shuffled);
            return Partition(result) == Partition(expected) && result.Links.SequenceEqual(expected.Links) && result.Questions.SequenceEqual(expected.Questions);
        }, iter: 10);
    }

    [Fact]
    public void Twice_changes_nothing()
    {
        var records = Records([.. Perturbed.Lines(200)]);
        var first = Deduplication.Of(records);
        var known = first.Groups.SelectMany(group => group.Records.Skip(1).Select(id => (group.Records[0], id))).ToList();
        Assert.Equal(Partition(first), Partition(Deduplication.Of(records, new DedupOptions { Known = known })));
    }

    [Fact]
    public void A_second_import_gives_what_one_import_of_all_gives()
    {
        var records = Records([.. Perturbed.Lines(200)]);
        var first = Deduplication.Of(records[..250]);
        var known = first.Groups.SelectMany(group => group.Records.Skip(1).Select(id => (group.Records[0], id))).ToList();
        Assert.Equal(Partition(Deduplication.Of(records)), Partition(Deduplication.Of(records, new DedupOptions { Known = known })));
    }

    [Fact]
    public void Import_after_import_gives_what_all_at_once_gives()
    {
        var records = Records([.. Perturbed.Lines(120)]);
        List<(string, string)> known = [];
        for (var end = 40; end <= records.Length; end += 40)
            known = [.. Deduplication.Of(records[..end], new DedupOptions { Known = known }).Groups.SelectMany(group => group.Records.Skip(1).Select(id => (group.Records[0], id)))];
        Assert.Equal(Partition(Deduplication.Of(records)), Partition(Deduplication.Of(records, new DedupOptions { Known = known })));
    }

    [Fact]
    public void No_group_holds_two_that_a_person_parted() =>
        Gen.Int[0, 59].Select(Gen.Int[0, 59]).Array[1, 30].Select(Gen.Int[0, 59].Select(Gen.Int[0, 59]).Array[0, 10]).Sample((apart, together) =>
        {
            var records = Records([.. Perturbed.Lines(20)]);
            (string, string) Ids((int A, int B) pair) => (records[pair.A].Id, records[pair.B].Id);
            var options = new DedupOptions { NeverMerge = [.. apart.Where(pair => pair.Item1 != pair.Item2).Select(Ids)], Known = [.. together.Select(Ids)] };
            return Deduplication.Of(records, options).Groups.All(group => !options.NeverMerge.Any(pair => group.Records.Contains(pair.A) && group.Records.Contains(pair.B)));
        }, iter: 20);

    [Fact]
    public void A_copy_of_every_record_joins_its_original()
    {
        string[] lines = [.. Perturbed.Lines(60), .. Traps.All().Take(120).SelectMany(pair => new[] { pair.A, pair.B })];
        var records = lines.SelectMany((line, i) => new[] { Composed.Record($"w{i:D4}", line), Composed.Record($"x{i:D4}", line) }).ToList();
        var groups = Deduplication.Of(records).Groups;
        Assert.All(Enumerable.Range(0, lines.Length), i => Assert.Contains(groups, group => group.Records.Contains($"w{i:D4}") && group.Records.Contains($"x{i:D4}")));
    }

    [Theory]
    [InlineData(Preset.Cautious, 0.99)]
    [InlineData(Preset.Balanced, 0.99)]
    public void Perturbed_records_find_their_original_and_no_other(Preset preset, double least)
    {
        var records = Records([.. Perturbed.Lines(700)]);
        // Lines come in threes: an original and two of its copies.
        static string Work(string id) => id.Split('-')[0];
        var result = Deduplication.Of(records, new DedupOptions { Preset = preset });
        Assert.All(result.Groups, group => Assert.Single(group.Records.Select(Work).Distinct()));
        var removed = result.Groups.Sum(group => group.Records.Count - 1);
        Assert.True(removed >= 1400 * least, $"{removed} of 1400 copies found");
        Assert.True(result.Questions.Count <= records.Length * 0.02);
    }

    static Record[] Records(string[] lines) => [.. lines.Select((line, i) => Composed.Record($"w{i / 3:D4}-{i % 3}", line))];

    static string Partition(DedupResult result) => string.Join('\n', result.Groups.Select(group => string.Join(' ', group.Records.Order(StringComparer.Ordinal))));
}
