using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class FormTests
{
    [Theory]
    [InlineData("semicolons", "a; b;", "a|b")]
    [InlineData("semicolons", "肉瘤；诊断；;", "肉瘤|诊断")]
    [InlineData("chinese", "甲;乙;", "甲|乙")]
    [InlineData("chinese", "颜宏,石德成、尹尚军", "颜宏|石德成|尹尚军")]
    [InlineData("chinese", "Smith, John", "Smith, John")]
    [InlineData("chinese", "操作系统;;形式化验证", "操作系统|形式化验证")]
    [InlineData("chinese-semicolons", "某大学;某医院;", "某大学|某医院")]
    [InlineData("chinese-semicolons", "Dept A; Univ B", "Dept A; Univ B")]
    [InlineData("addresses", "[A, B; C, D] Univ X, Y; [C, D] Univ Z", "[A, B; C, D] Univ X, Y|[C, D] Univ Z")]
    [InlineData("addresses", "[A, B] Dept X; Y, Nanjing", "[A, B] Dept X; Y, Nanjing")]
    [InlineData("addresses", "Univ X, Y; Univ Z", "Univ X, Y|Univ Z")]
    [InlineData("list", "['Marx, Karl', \"O'Neil, P\"]", "Marx, Karl|O'Neil, P")]
    [InlineData("list", "A B|C; D", "A B|C; D")]
    [InlineData("terms", "towns, streets (old, new)", "towns|streets (old, new)")]
    [InlineData("terms", "towns, old; streets", "towns, old|streets")]
    [InlineData("unpadded", "06", "6")]
    [InlineData("unpadded", "00", "00")]
    [InlineData("unpadded", "S1", "S1")]
    [InlineData("page-range", "61-68", "61-68")]
    [InlineData("page-range", "10", "")]
    [InlineData("short-number", "(Liu R.) Department", "")]
    [InlineData("references", "Kalé, L., (1999) J. Comp, 151; Doe, J., (2001) Towns", "Kalé, L., (1999) J. Comp, 151|Doe, J., (2001) Towns")]
    [InlineData("references", "Paus R.; Doe J., Hair, N Engl, 341, (1999); An Atlas, (2001)", "Paus R.; Doe J., Hair, N Engl, 341, (1999)|An Atlas, (2001)")]
    [InlineData("references", "Doe, J., Streets, (1999); Roe, J., (2001) Squares, 3; Poe, E., (2002) Towns", "Doe, J., Streets, (1999)|Roe, J., (2001) Squares, 3|Poe, E., (2002) Towns")]
    public void A_text_is_split_as_its_source_writes_lists(string form, string text, string expected)
    {
        var split = All().Single(f => f.Name == form).Split(text).ToList();
        // The bar separates the expected parts, except where it stands in the text itself.
        Assert.Equal(expected.Length == 0 ? [] : expected.Split('|'), split);
    }

    static IEnumerable<Form> All() => typeof(Form).GetFields().Select(f => f.GetValue(null)).OfType<Form>();
}
