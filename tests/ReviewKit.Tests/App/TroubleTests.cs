using System.Text;

namespace ReviewKit.Tests.App;

/// <summary>What goes wrong on users' machines: each case ends with exit code 1, a message that says what to do, and a review as it was.</summary>
public class TroubleTests
{
    const string Good = "TY  - JOUR\nTI  - 智慧城市政策研究\nAU  - 李某\nPY  - 2019\nER  - \n";

    static CommandLine Started()
    {
        var line = new CommandLine();
        line.Good("new", "我的综述");
        return line;
    }

    [Theory]
    [InlineData("empty.ris", "")]
    [InlineData("notes.txt", "Dear colleague,\nplease find the records elsewhere.\n")]
    [InlineData("half.csv", "\"Authors\",\"Tit")]
    public void A_file_that_holds_no_records_is_named_and_the_others_are_read(string name, string text)
    {
        using var line = Started();
        line.Write($"我的综述/exports/{name}", text);
        line.Write("我的综述/exports/good.ris", Good);
        var (code, output, error) = line.Run("import", "-C", "我的综述");
        Assert.Equal(1, code);
        Assert.Contains($"exports/{name}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Matches(@"exports/good\.ris +other +ris +utf-8 +1 +0", output);
        Assert.Contains("1 of 2 files were not read; nothing of them was stored", error, StringComparison.Ordinal);
        line.Good("check", "-C", "我的综述");
    }

    [Fact]
    public void A_binary_file_is_refused()
    {
        using var line = Started();
        line.Write("我的综述/exports/picture.ris", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe, 0, 1]);
        var (code, _, error) = line.Run("import", "-C", "我的综述");
        Assert.Equal(1, code);
        Assert.Contains("picture.ris", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_read_as_far_as_it_goes_and_the_cut_is_named()
    {
        using var line = Started();
        line.Write("我的综述/exports/cut.ris", Good + "TY  - JOUR\nTI  - Smart ci");
        var (code, output, error) = line.Run("import", "-C", "我的综述");
        Assert.Equal(1, code);
        Assert.Matches(@"cut\.ris +other +ris +utf-8 +2 +1 +damaged", output);
        Assert.Contains("exports/cut.ris:6: the file ends inside this record: it may be cut off; read as far as it goes", error, StringComparison.Ordinal);
        Assert.Contains("1 files are damaged and were imported as far as they can be read: fetch them again", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_GB18030_and_one_with_broken_bytes_are_both_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var line = Started();
        line.Write("我的综述/exports/gbk.ris", Encoding.GetEncoding("gb18030").GetBytes(Good));
        var broken = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Good, 20)));
        broken[25] = 0xff;
        line.Write("我的综述/exports/broken.ris", broken);
        var (code, output, error) = line.Run("import", "-C", "我的综述");
        Assert.Equal(1, code);
        Assert.Matches(@"gbk\.ris +other +ris +gb18030 +1 +0", output);
        Assert.Matches(@"broken\.ris +other +ris +utf-8 +20 +1", output);
        Assert.Contains("exports/broken.ris:2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_review_a_command_says_how_to_make_one()
    {
        using var line = new CommandLine();
        Assert.Equal((1, "", "no review in DIR or above it: `reviewkit new DIR` makes one, -C DIR names one\n"), line.Run("status"));
        Assert.Equal((1, "", "DIR 及其上级文件夹中没有综述：用 `reviewkit new 文件夹` 新建，或用 -C 文件夹 指定\n"), line.Run("status", "--lang", "zh"));
    }

    [Fact]
    public void A_review_that_is_no_database_is_refused()
    {
        using var line = new CommandLine();
        line.Write("review.db", "not a database at all, but long enough to be looked at as one");
        var (code, _, error) = line.Run("status");
        Assert.Equal((1, "DIR/review.db is damaged or no review: restore it from a copy\n"), (code, error));
    }

    [Fact]
    public void A_mistake_in_review_yaml_names_its_line()
    {
        using var line = Started();
        line.Write("我的综述/review.yaml", "title: x\nstages:\n  - { id: a, kind: abstract }\n");
        Assert.Equal((1, "", "review.yaml:3: kind is \"abstract\", expected one of title-abstract, full-text\n"), line.Run("status", "-C", "我的综述"));
    }

    [Fact]
    public void A_review_being_written_is_said_to_be()
    {
        using var line = Started();
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(line.Folder, "我的综述", "review.db")};Pooling=False;Default Timeout=1");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        var (code, _, error) = line.Run("add", "--title", "x", "-C", "我的综述");
        Assert.Equal((1, "DIR/我的综述 is being written by another ReviewKit; try again when it is done\n"), (code, error));
    }

    [Fact]
    public void The_same_file_twice_adds_nothing_and_says_so()
    {
        using var line = Started();
        line.Write("我的综述/exports/good.ris", Good);
        line.Good("import", "-C", "我的综述");
        Assert.Contains("imported before, nothing added", line.Good("import", "-C", "我的综述"), StringComparison.Ordinal);
        Assert.Contains("已导入过，未添加", line.Good("import", "-C", "我的综述", "--lang", "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_from_elsewhere_can_be_given_back_byte_for_byte()
    {
        using var line = Started();
        var bytes = Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal));
        line.Write("下载/好.ris", bytes);
        line.Good("import", "下载/好.ris", "-C", "我的综述");
        File.Delete(Path.Combine(line.Folder, "下载", "好.ris"));
        line.Good("export", "back.ris", "--original", "好.ris", "-C", "我的综述");
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(line.Folder, "back.ris")));
    }
}
