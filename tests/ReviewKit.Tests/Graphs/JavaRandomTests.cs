using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class JavaRandomTests
{
    [Fact]
    public void Doubles_of_seed_0_are_those_of_java()
    {
        // The first numbers of new java.util.Random(0), as often quoted.
        var random = new JavaRandom(0);
        Assert.Equal([0.730967787376657, 0.24053641567148587, 0.6374174253501083], [random.NextDouble(), random.NextDouble(), random.NextDouble()]);
    }

    [Fact]
    public void Integers_of_seed_42_are_those_of_java()
    {
        // nextInt() gives -1170105035, 234785527, -1360544799; without their lowest bit, as unsigned numbers: 1562431130, 117392763, 1467211248.
        var random = new JavaRandom(42);
        Assert.Equal([30, 63, 48], Enumerable.Range(0, 3).Select(_ => random.NextInt(100)));
    }

    [Fact]
    public void A_power_of_two_takes_the_high_bits()
    {
        // The first 32 bits of seed 0 are -1155484576 = 0xBB20B460; the top four are 0xB.
        Assert.Equal(11, new JavaRandom(0).NextInt(16));
    }

    [Fact]
    public void A_permutation_has_every_number_once() =>
        Assert.Equal(Enumerable.Range(0, 50), new JavaRandom(1).NextPermutation(50).Order());
}
