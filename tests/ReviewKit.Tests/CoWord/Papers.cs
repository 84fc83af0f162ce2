namespace ReviewKit.Tests.CoWord;

/// <summary>Small corpora written by hand.</summary>
static class Papers
{
    /// <summary>Six papers on smart cities in both languages; written forms of one term differ, as they do in real exports.</summary>
    public static List<Record> SmartCities() =>
    [
        Of("r1", 2018, "Smart City", "governance", "policy instruments"),
        Of("r2", 2019, "smart city", "Governance", "open data"),
        Of("r3", 2020, "Smart city", "open data", "Smart City"),
        Of("r4", 2020, "智慧城市", "政策工具；城市治理"),
        Of("r5", 2021, "智慧城市", "政策工具", "smart city"),
        Of("r6", null, "智慧城市", "城市治理;;", "Ａ／Ｂ, <c>"),
    ];

    public static Record Of(string id, int? year, params string[] keywords) => new() { Id = id, Year = year, Keywords = [.. keywords] };
}
