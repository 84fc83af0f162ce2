using System.Text.Json;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class OpenAlexJsonTests
{
    [Theory]
    [InlineData("""{"Lamps":[0,3],"shine;":[1],"so":[2],"do.":[4]}""", "Lamps shine; so Lamps do.")]
    [InlineData("""{"本文":[0],"研究路灯，":[1],"用":[2],"LED":[3],"照明":[4]}""", "本文研究路灯，用 LED 照明")]
    [InlineData("""{"b":[5],"a":[1]}""", "a b")]
    [InlineData("{}", "")]
    public void An_abstract_is_put_together_from_the_places_of_its_words(string index, string expected)
    {
        using var json = JsonDocument.Parse(index);
        Assert.Equal(expected, OpenAlexJson.Abstract(json.RootElement));
    }
}
