using ReviewKit.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowTableTests
{
    [Fact]
    public void Each_known_number_is_a_row() => Assert.Equal("""
        | Box | What | n |
        |---|---|---:|
        | db_screened | Records screened | 9 |
        | db_ftexcluded | Reports excluded | 3 |
        |  | – Wrong design \| wrong year | 2 |
        |  | – 语种不符 | 1 |

        """.ReplaceLineEndings("\n"), FlowTable.Markdown(new() { RecordsScreened = 9, ReportsExcluded = BoxCount.Of(new("Wrong design | wrong year", 2), new("语种不符", 1)) }));

    [Fact]
    public void Chinese_has_its_own_words() => Assert.Equal("""
        | 框 | 内容 | n |
        |---|---|---:|
        | db_identified | 识别的记录来自 | 12 |
        | databases | 数据库 | 12 |
        |  | – 中国知网 | 12 |
        | ot_identified | 识别的记录来自 | 3 |
        |  | – 网站 | 3 |

        """.ReplaceLineEndings("\n"), FlowTable.Markdown(new() { Databases = BoxCount.Of(new NamedCount("中国知网", 12)), OtherIdentified = BoxCount.Of(new NamedCount("websites", 3)) }, Language.Zh));
}
