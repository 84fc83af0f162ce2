using System.IO.Compression;

namespace ReviewKit.Tests.App;

public class QueryCommandTests
{
    const string Query = """
        sets:
          - { id: S1, name: { en: city, zh: 城市 }, zh: [智慧城市], en: [smart cit*] }
          - { id: S2, name: { en: policy, zh: 政策 }, zh: [政策], en: [policy, law] }
        """;

    const string Records = """
        TY  - JOUR
        ID  - one
        TI  - Smart-city policy
        KW  - =HYPERLINK("x")
        ER  -
        TY  - JOUR
        ID  - two
        TI  - 智慧城市的政策与法律
        ER  -
        TY  - JOUR
        ID  - three
        TI  - =1+1 Smart cities
        ER  -
        TY  - JOUR
        ID  - four
        TI  - Lawns
        ER  -

        """;

    static CommandLine Files()
    {
        var line = new CommandLine();
        line.Write("q.yaml", Query);
        line.Write("a.ris", Records);
        return line;
    }

    [Fact]
    public void Files_are_taken_through_the_rounds_without_a_review()
    {
        using var line = Files();
        var (code, output, error) = line.Run("query", "run", "a.ris", "--query", "q.yaml", "--terms", "--tables", "out");
        Assert.Equal((0, """
            round  set          set alone  passed  other
                   all records                  4      4
                1  S1 city              3       3      3
                2  S2 policy            2       2      2

            found in both  S1  S2
            S1 city         3
            S2 policy       2   2

            set  term        records  only it  of these passing
            S1   智慧城市          1        1                 1
            S1   smart cit*        2        2                 1
            S2   政策              1        1                 1
            S2   policy            1        1                 1
            S2   law               0        0                 0

            """.ReplaceLineEndings("\n")), (code, output));
        Assert.StartsWith("found in no record: law\n", error, StringComparison.Ordinal);
        string Written(string name) => File.ReadAllText(Path.Combine(line.Folder, "out", name));
        Assert.Equal("S1,S2,records\n0,0,1\n1,0,1\n1,1,2\n", Written("overlap.csv"));
        Assert.Equal("round,set,set_alone,passed,other\n0,,,4,4\n1,S1,3,3,3\n2,S2,2,2,2\n", Written("rounds.csv"));
        Assert.Equal("set,language,term,records,only,only_passing\nS1,zh,智慧城市,1,1,1\nS1,en,smart cit*,2,2,1\nS2,zh,政策,1,1,1\nS2,en,policy,1,1,1\nS2,en,law,0,0,0\n", Written("terms.csv"));
    }

    [Fact]
    public void A_record_of_a_file_is_explained_with_the_terms_marked_in_both_languages()
    {
        using var line = Files();
        Assert.Equal("""
            three    =1+1 Smart cities
              round 1  S1 city  passed  title: smart cit*
              round 2  S2 policy  not found here
              found by the platform only, as far as the whole query was run there: in fields that are not searched here or not in the file, or by its own reading of a term

              title: =1+1 [Smart cities]S1


            """.ReplaceLineEndings("\n"), line.Good("query", "explain", "three", "a.ris", "--query", "q.yaml"));
        Assert.Contains("  第 1 轮  S1 城市  通过  title: 智慧城市\n", line.Good("query", "explain", "two", "a.ris", "--query", "q.yaml", "--lang", "zh"), StringComparison.Ordinal);
        Assert.Equal((1, "no record five in these files: give the file's own id or file:number\n"), (line.Run("query", "explain", "five", "a.ris", "--query", "q.yaml").Code, line.Run("query", "explain", "five", "a.ris", "--query", "q.yaml").Error));
    }

    [Fact]
    public void The_matrix_guards_cells_that_would_run()
    {
        using var line = Files();
        Assert.Equal("""
            record,source,year,title,rounds_passed,found_by,S1,S1_terms,S2,S2_terms
            three,other,,"'=1+1 Smart cities",1,platform only,1,smart cit*,0,
            four,other,,Lawns,0,platform only,0,,0,

            """.ReplaceLineEndings("\n"), line.Good("query", "matrix", "a.ris", "--query", "q.yaml", "--platform-only"));
        line.Good("query", "matrix", "a.ris", "--query", "q.yaml", "-o", "m.xlsx");
        using var zip = ZipFile.OpenRead(Path.Combine(line.Folder, "m.xlsx"));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        Assert.Contains("<is><t xml:space=\"preserve\">=1+1 Smart cities</t></is>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Equal((1, "m.pdf: a matrix is written as .csv or .xlsx\n"), (line.Run("query", "matrix", "a.ris", "--query", "q.yaml", "-o", "m.pdf").Code, line.Run("query", "matrix", "a.ris", "--query", "q.yaml", "-o", "m.pdf").Error));
    }

    [Fact]
    public void A_search_is_logged_tied_and_compared_with_what_was_imported()
    {
        using var line = Files();
        line.Good("new", "r");
        line.Write("r/queries/query.yaml", Query);
        line.Write("r/exports/wos/a.ris", Records);
        line.Write("wos.txt", "TS=(\"smart cit*\")\n");
        Assert.Equal((1, "", "there is no queries/search-log.yaml yet: `reviewkit query log add --platform P …` begins it\n"), line.Run("query", "log", "-C", "r"));
        Assert.Equal((0, "queries/search-log.yaml: wos, 2026-01-31 added\n", "Q-W-NO-FILE wos, 2026-01-31: no imported file is tied to it; name its files:\n"),
            line.Run("query", "log", "add", "--platform", "WOS", "--hits", "5", "--exported", "5", "--no-filters", "--string-file", "wos.txt", "-C", "r"));
        var imported = line.Run("import", "--source", "wos", "-C", "r");
        Assert.Equal("exports/wos/a.ris: from the search on wos of 2026-01-31\nQ-W-EXPORTED wos, 2026-01-31: 5 were exported, the 1 files tied to it hold 4 records\n", imported.Error);
        var run = line.Run("query", "run", "-C", "r");
        Assert.Contains("2 records were found by the platform only (they lack a set in the fields searched here; 1 have no term of any set); none is removed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Q-W-NOT-SEARCHED review.yaml counts the rounds as part of the search, but the string run on wos on 2026-01-31 has no term of S2", run.Error, StringComparison.Ordinal);
        Assert.Contains("\nfound by the platform only: 2 records (", line.Good("status", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("Q-W-NOT-SEARCHED ", line.Good("status", "-C", "r"), StringComparison.Ordinal);
        Assert.Matches(@"rounds      r\w+ lacks set 1, 2 here\n", line.Good("show", "exports/wos/a.ris:4", "-C", "r"));
        Assert.Matches(@"在此缺少第 2 组\n", line.Good("show", "exports/wos/a.ris:3", "-C", "r", "--lang", "zh"));
        Assert.Contains("检索日志（PRISMA-S）", line.Good("query", "log", "-C", "r", "--lang", "zh"), StringComparison.Ordinal);
        line.Good("query", "log", "-C", "r", "-o", "log.html");
        Assert.Contains("<pre>TS=(\"smart cit*\")</pre>", File.ReadAllText(Path.Combine(line.Folder, "log.html")), StringComparison.Ordinal);
        Assert.Contains("the ledger's hashes hold", line.Good("check", "-C", "r"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_query_or_log_does_not_stop_status_and_names_the_place()
    {
        using var line = Files();
        line.Good("new", "r");
        line.Write("r/queries/query.yaml", "sets:\n  - id: S1\n    zh: [智慧城市，数字城市]\n");
        Assert.Contains("Q-E-UNREADABLE queries/query.yaml:3:10: \"智慧城市，数字城市\" has a list sign inside one term", line.Good("status", "-C", "r"), StringComparison.Ordinal);
        var (code, _, error) = line.Run("query", "run", "-C", "r", "--lang", "zh");
        Assert.Equal((1, "queries/query.yaml:3:10：“智慧城市，数字城市”一个词内有并列符号：词与词之间用半角逗号加空格，如 [甲, 乙]\n"), (code, error));
        line.Write("r/queries/query.yaml", "sets:\n  - id: S1\n    zh: [智慧城市\n    en: [x]\n");
        Assert.Equal("queries/query.yaml:3: not valid YAML: the bracket at column 9 is not closed\n", line.Run("query", "run", "-C", "r").Error);
        line.Write("r/queries/query.yaml", "sets:\n  - id: S1\n    en: [x\n");
        Assert.Contains("第 3 行第 9 列的括号没有闭合", line.Run("query", "run", "-C", "r", "--lang", "zh").Error, StringComparison.Ordinal);
    }
}
