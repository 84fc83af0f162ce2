using CsCheck;
using ReviewKit.Formats;
using ReviewKit.Text;

namespace ReviewKit.Tests.Text;

public class SegmenterTests
{
    [Theory]
    [InlineData("本文以上海市为例，分析智慧城市的政策工具。", "本文/以/上海市/为/例/分析/智慧/城市/的/政策/工具")]
    [InlineData("基于5G网络的COVID-19疫情防控", "基于/5G/网络/的/COVID-19/疫情/防控")]
    [InlineData("Web2.0与C++、C#语言", "Web2.0/与/C++/C#/语言")]
    [InlineData("智慧城市smart city建设", "智慧/城市/smart/city/建设")]
    [InlineData("他来自唐山到北京", "他/来自/唐山/到/北京")]
    [InlineData("占82.1%，下降３％", "占/82.1%/下降/３％")]
    [InlineData("資訊技術", "資訊/技術")]
    [InlineData("", "")]
    [InlineData("……！？", "")]
    public void Cuts_by_the_dictionary(string text, string words) => Assert.Equal(words, string.Join('/', new Segmenter().Words(text)));

    [Theory]
    // Known phrases stay whole, the longest first.
    [InlineData("高校图书馆服务创新", "高校图书馆/服务/创新")]
    [InlineData("大数据时代的数据素养教育", "大数据/时代/的/数据素养/教育")]
    // A short one is a word among words: it does not tear a longer one.
    [InlineData("数据结构", "数据结构")]
    // Full width, traditional and upper case are the same phrase.
    [InlineData("智慧ＣＩＴＹ平臺", "智慧ＣＩＴＹ/平臺")]
    // Nothing is cut out of a Latin word.
    [InlineData("智慧cityscape", "智慧/cityscape")]
    public void Keeps_known_phrases_whole(string text, string words) =>
        Assert.Equal(words, string.Join('/', new Segmenter(["图书馆", "高校图书馆", "大数据", "数据素养", "数据", "智慧city"]).Words(text)));

    [Fact]
    public void The_records_own_keywords_come_before_those_of_others()
    {
        var segmenter = new Segmenter(["高校辅导员队伍建设"]);
        var tokens = new List<Token>();
        segmenter.Segment("加强高校辅导员队伍建设", tokens, ["辅导员", "队伍建设"]);
        Assert.Equal("加强/高校/辅导员/队伍建设", string.Join('/', tokens.Select(token => token.In("加强高校辅导员队伍建设"))));
    }

    [Fact]
    public void Words_of_the_user_compete_with_the_dictionary() =>
        Assert.Equal(["思政课", "教学"], new Segmenter(words: ["思政课"]).Words("思政课教学"));

    [Fact]
    public void Says_what_a_token_is()
    {
        const string Text = "数据素养在covid-19时的作用";
        var tokens = new List<Token>();
        new Segmenter(["数据素养"]).Segment(Text, tokens);
        Assert.Equal([("数据素养", TokenKind.Phrase), ("在", TokenKind.Character), ("covid-19", TokenKind.Latin), ("时", TokenKind.Character), ("的", TokenKind.Character), ("作用", TokenKind.Word)],
            tokens.Select(token => (token.In(Text), token.Kind)));
    }

    /// <summary>Whatever the text: tokens in order, none overlapping, every letter in one, no punctuation alone.</summary>
    [Fact]
    public void Every_letter_is_in_one_token() =>
        Gen.OneOf(Gen.Char["智慧城市政策工具的研究与发展大数据平台唐山药动学"], Gen.Char["aZ09.-+#%，。 、\u3000"], Gen.Char).Array[0, 60].Sample(letters =>
        {
            var text = new string(letters);
            var tokens = new List<Token>();
            new Segmenter(["智慧城市", "大数据平台", "城市政策"], ["策工具"]).Segment(text, tokens, ["数据平台"]);
            var at = 0;
            foreach (var token in tokens)
            {
                Assert.True(token.Length > 0 && token.Start >= at);
                Assert.DoesNotContain(text[at..token.Start], c => char.IsLetterOrDigit(c) || Fold.IsHan(c));
                at = token.Start + token.Length;
            }
            Assert.DoesNotContain(text[at..], c => char.IsLetterOrDigit(c) || Fold.IsHan(c));
        }, iter: 300);

    /// <summary>96 of 100 with the keywords of the whole file; the record's own first gives more.</summary>
    [Fact]
    public void Keywords_of_real_records_come_out_of_their_abstracts_whole()
    {
        var path = Directory.GetFiles(RealData.Path("exports/cnki_endnote_ris")).Single(file => file.EndsWith(".ris", StringComparison.Ordinal));
        var records = SourceFile.Open(path, "cnki.ris").Read().OfType<RecordItem>().Select(item => item.Record).ToList();
        var segmenter = new Segmenter(records.SelectMany(record => record.Keywords));
        var (found, whole) = (0, 0);
        foreach (var record in records.Where(record => record.Abstract is not null))
        {
            var words = segmenter.Words(record.Abstract!).ToHashSet();
            foreach (var keyword in record.Keywords.Where(keyword => Fold.HasHan(keyword) && record.Abstract!.Contains(keyword, StringComparison.Ordinal)))
            {
                found++;
                if (words.Contains(keyword)) whole++;
            }
        }
        Assert.True(found >= 290, $"{found} keywords found");
        Assert.True(whole >= 0.96 * found, $"{whole} of {found}");
    }
}
