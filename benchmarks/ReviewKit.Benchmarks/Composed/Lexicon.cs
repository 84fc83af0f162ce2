using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>Invented proper names. Real titles have rare words in them, and how rare the words are decides how fast and how sure records are compared.</summary>
static class Lexicon
{
    const int Rarest = 15, Commonest = 6;
    const string Consonants = "bcdfghjklmnprstvwz";
    const string Vowels = "aeiou";
    const string Characters = "安宝昌城川春德定东丰凤福高谷光广桂海河恒洪湖华淮会惠吉江金锦景靖开康兰乐丽连林临灵龙泸罗马梅明宁平浦清泉荣瑞山上绍石双水松泰塘天通同万汶武西溪仙祥新兴秀阳宜银永玉源云长昭镇正中州竹资遵";

    /// <summary>A place, the k-th of 2^15 with a frequency near 1/k beyond the first 2^6, as words have it (Zipf).</summary>
    public static Pair Place(Dice dice)
    {
        var bits = dice.Between(Commonest, Rarest);
        // An odd factor moves the numbers about without two falling together, so that neighbours do not look alike.
        var number = dice.Next(1 << bits) * 19_937 & (1 << Rarest) - 1;
        return new Pair(Chinese(number) + "市", English(number));
    }

    public static string English(int number)
    {
        var name = "";
        for (var left = number + 200; left > 0; left /= Consonants.Length * Vowels.Length)
        {
            var syllable = left % (Consonants.Length * Vowels.Length);
            name += $"{Consonants[syllable / Vowels.Length]}{Vowels[syllable % Vowels.Length]}";
        }
        return Prose.Capitalised(name + Consonants[number % Consonants.Length]);
    }

    static string Chinese(int number)
    {
        var name = "";
        for (var left = number + 200; left > 0; left /= Characters.Length) name += Characters[left % Characters.Length];
        return name;
    }
}
