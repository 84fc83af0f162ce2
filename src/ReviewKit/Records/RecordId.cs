using System.Security.Cryptography;
using System.Text;

namespace ReviewKit.Records;

/// <summary>ReviewKit's own record ids: the same file gives the same ids on every machine, so that copies of a review can be merged.</summary>
public static class RecordId
{
    // Crockford's alphabet in lower case: no i, l, o, u, so that an id can be read aloud and typed.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The id of the record at a place in a file.</summary>
    /// <param name="fileSha256">Lower-case hex SHA-256 of the file's bytes.</param>
    /// <param name="ordinal">1-based position of the record in the file.</param>
    /// <returns>"r" and 12 letters (60 bits of SHA-256); any unambiguous beginning names the record on the command line.</returns>
    public static string Of(string fileSha256, int ordinal)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{fileSha256}:{ordinal}"));
        var id = new char[13];
        id[0] = 'r';
        var bits = BitConverter.ToUInt64(hash);
        if (!BitConverter.IsLittleEndian) bits = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits);
        for (var i = 1; i < id.Length; i++, bits >>= 5) id[i] = Alphabet[(int)(bits & 31)];
        return new string(id);
    }
}
