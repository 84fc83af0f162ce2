using System.Globalization;
using CsCheck;

namespace ReviewKit.Tests;

/// <summary>
/// Properties tried on values drawn from fixed seeds, so that a run says today what it said yesterday. CsCheck's own Sample draws
/// from the clock: a failure that nobody's change caused would stop everybody. REVIEWKIT_SEED moves the seeds, REVIEWKIT_ITER
/// multiplies the number of values, for who wants to look further. Being nearer than CsCheck's, these are the ones a test calls.
/// </summary>
static class Samples
{
    static readonly uint First = uint.Parse(Environment.GetEnvironmentVariable("REVIEWKIT_SEED") ?? "0", CultureInfo.InvariantCulture);
    static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("REVIEWKIT_ITER") ?? "1", CultureInfo.InvariantCulture);

    public static void Sample<T>(this Gen<T> gen, Action<T> holds, int iter = 100, Func<T, string>? print = null)
    {
        for (var i = 0u; i < iter * Times; i++)
        {
            var value = gen.Generate(new PCG(1, First + i), null, out _);
            try
            {
                holds(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"REVIEWKIT_SEED={First + i} shows it: {(print ?? Check.Print)(value)}", e);
            }
        }
    }

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> holds, int iter = 100, Func<T, string>? print = null) =>
        gen.Sample((Action<T>)(value => Assert.True(holds(value))), iter, print);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> holds, int iter = 100) =>
        gen.Sample((Action<(T1, T2)>)(v => holds(v.Item1, v.Item2)), iter);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> holds, int iter = 100) =>
        gen.Sample((Action<(T1, T2)>)(v => Assert.True(holds(v.Item1, v.Item2))), iter);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> holds, int iter = 100) =>
        gen.Sample((Action<(T1, T2, T3)>)(v => holds(v.Item1, v.Item2, v.Item3)), iter);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> holds, int iter = 100) =>
        gen.Sample((Action<(T1, T2, T3)>)(v => Assert.True(holds(v.Item1, v.Item2, v.Item3))), iter);
}
