using System.Text;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class WosTableTests
{
    static Record Read(string ak)
    {
        var text = $"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI A title\nAB The abstract\n   in English.\nAK {ak}\nUT KJD:ART001400001\nER\n\nEF\n";
        var folder = Directory.CreateTempSubdirectory("reviewkit-wos-").FullName;
        var path = Path.Combine(folder, "savedrecs.txt");
        File.WriteAllText(path, text, Encoding.UTF8);
        try
        {
            return SourceFile.Open(path, "savedrecs.txt").Read().OfType<RecordItem>().Single().Record;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("이 글은 도시의 거리 정책을 검토하고; 그 결과를 다른 도시와 비교하기 위해 쓴다.", "ko")]
    [InlineData("本文研究城市街道政策的形成过程；并与其他城市比较，提出进一步改进街道管理政策的具体建议。", "zh")]
    public void AK_with_sentences_is_an_abstract_in_its_language(string text, string language)
    {
        var record = Read(text);
        Assert.Empty(record.Keywords);
        Assert.Equal(text, record.Abstracts[language]);
        Assert.Equal("The abstract in English.", record.Abstract);
    }

    [Fact]
    public void AK_with_sentences_in_the_latin_script_stays_under_its_tag()
    {
        var long201 = new string('x', 201);
        Assert.Equal(["Ce texte examine la politique des rues."], Read("Ce texte examine la politique des rues.").Other["AK"]);
        Assert.Equal([long201], Read(long201).Other["AK"]);
        Assert.Empty(Read(long201).Keywords);
    }

    [Theory]
    [InlineData("street; city policy;  U.S.", "street|city policy|U.S.")]
    [InlineData("도시; 거리 정책", "도시|거리 정책")]
    [InlineData("智慧城市；政策工具", "智慧城市|政策工具")]
    public void AK_with_words_is_keywords(string text, string words) => Assert.Equal(words.Split('|'), Read(text).Keywords);

    [Theory]
    [InlineData("xihuyu20000__wos_plaintext_digital_humanities.txt")]
    [InlineData("xihuyu20000__wos_tab_utf8_digital_humanities.txt")]
    public void No_keyword_of_a_real_file_is_a_text(string name)
    {
        var records = SourceFile.Open(RealData.Path("exports/scitools2/" + name), name).Read().OfType<RecordItem>().Select(item => item.Record).ToList();
        Assert.DoesNotContain(records.SelectMany(record => record.Keywords), keyword => keyword.Length > 200 || keyword.EndsWith("다.", StringComparison.Ordinal));
        Assert.Contains(records, record => record.Abstracts.ContainsKey("ko"));
    }
}
