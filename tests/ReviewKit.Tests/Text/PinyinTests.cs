using ReviewKit.Text;

namespace ReviewKit.Tests.Text;

public class PinyinTests
{
    [Theory]
    [InlineData('单', "shan")]
    [InlineData('曾', "zeng")]
    [InlineData('解', "xie")]
    [InlineData('仇', "qiu")]
    [InlineData('查', "zha")]
    [InlineData('区', "ou")]
    [InlineData('盖', "ge")]
    [InlineData('乐', "yue")]
    [InlineData('吕', "lyu")]
    [InlineData('劉', "liu")]
    public void A_surname_has_the_reading_it_has_in_names(char c, string reading) => Assert.Contains(reading, Pinyin.Readings(c));

    [Fact]
    public void A_letter_has_no_reading() => Assert.Empty(Pinyin.Readings('a'));

    [Theory]
    [InlineData("王晓丽", "wang xiaoli")]
    [InlineData("王晓丽", "xiaoli wang")]
    [InlineData("王晓丽", "wang xiao li")]
    [InlineData("王晓丽", "wang xl")]
    [InlineData("王晓丽", "wang x")]
    [InlineData("欧阳修远", "ouyang xiuyuan")]
    [InlineData("欧阳修远", "ou yang xiu yuan")]
    [InlineData("单志强", "shan zhiqiang")]
    [InlineData("张志强", "zhang zhq")]
    [InlineData("吕绿", "lv lu")]
    [InlineData("吕绿", "lyu lyu")]
    public void A_latin_name_can_be_the_hanzi_name(string hanzi, string latin) => Assert.True(Pinyin.CanBe(hanzi, latin.Split(' ')));

    [Theory]
    [InlineData("王晓丽", "wang xiaoming")]
    [InlineData("王晓丽", "wang wei")]
    [InlineData("王晓丽", "huang xiaoli")]
    [InlineData("王晓丽", "w xiaoli")]
    [InlineData("王晓丽", "wang")]
    [InlineData("王晓", "wang xl")]
    [InlineData("欧阳修", "ou xiu")]
    public void Another_name_can_not(string hanzi, string latin) => Assert.False(Pinyin.CanBe(hanzi, latin.Split(' ')));

    [Fact]
    public void A_journal_in_pinyin_is_recognised() => Assert.True(Pinyin.Spells("中华护理杂志", "zhonghuahulizazhi"));
}
