namespace ReviewKit.Dedup;

/// <summary>64 bits that stand for a text: the same on every machine and run (FNV-1a). Among a million titles two share them once in some thirty million libraries.</summary>
static class Hash
{
    const ulong Start = 14695981039346656037UL;
    const ulong Prime = 1099511628211UL;

    public static ulong Of(params ReadOnlySpan<string?> parts) => Of(Start, parts);

    /// <param name="hash">What goes before, itself a hash.</param>
    /// <param name="parts">Texts; absent and empty ones differ from one another only by their place.</param>
    public static ulong Of(ulong hash, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
                foreach (var c in part) hash = (hash ^ c) * Prime;
            hash = (hash ^ '\n') * Prime;
        }
        return Mixed(hash);
    }

    public static ulong Of(ulong a, ulong b) => Mixed((a ^ (b >> 31 | b << 33)) * Prime + b);

    // FNV's low bits are good and its high bits are not; blocks are parted by either.
    static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
