using ReviewKit.Dedup;
using ReviewKit.Records;

namespace ReviewKit.Tests.Dedup;

public class AuthorNameTests
{
    [Theory]
    [InlineData("Tremblay, Eric", "Tremblay E")]
    [InlineData("Tremblay, Eric", "E. Tremblay")]
    [InlineData("Tremblay, Eric J. P.", "TREMBLAY EJP")]
    [InlineData("Müller, Jörg", "Muller, J.")]
    [InlineData("van den Berg, A.", "Berg, A. van den")]
    [InlineData("O'Brien, Hugh", "OBrien, H.")]
    [InlineData("Huang, Jian-bin", "Huang, J.-B.")]
    [InlineData("Negri, Lorenzo", "Lorenzo, N.")]
    [InlineData("Hiessle, Christina", "Hiessl, C.")]
    [InlineData("王晓丽", "Wang, Xiaoli")]
    [InlineData("王曉麗", "王晓丽")]
    [InlineData("单志强", "Shan, Z.-Q.")]
    public void Names_agree_however_a_source_writes_them(string a, string b)
    {
        Assert.True(One(a).Agrees(One(b)));
        Assert.True(One(b).Agrees(One(a)));
    }

    [Theory]
    [InlineData("Tremblay, Eric", "Tremblay, Anne")]
    [InlineData("Li, W.", "Lin, W.")]
    [InlineData("王晓丽", "王晓明")]
    [InlineData("单志强", "Dang, Z.")]
    public void Other_people_do_not(string a, string b) => Assert.False(One(a).Agrees(One(b)));

    [Theory]
    [InlineData("Zhao Q.Li W. F.O'Neil B.", 3)]
    [InlineData("张三；李四；王五", 3)]
    [InlineData("张三,李四", 2)]
    [InlineData("Roy, A. and Meyer, J.", 2)]
    [InlineData("UNKNOWN", 0)]
    public void A_list_left_in_one_text_is_taken_apart(string literal, int names) =>
        Assert.Equal(names, Of(new PersonName { Literal = literal }).Length);

    static AuthorName One(string name) => Assert.Single(Of(PersonName.Parse(name)));

    static AuthorName[] Of(PersonName name) => AuthorName.Of(new Record { Authors = [name] }, new Pool());
}
