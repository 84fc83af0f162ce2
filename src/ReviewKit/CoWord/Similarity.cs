namespace ReviewKit.CoWord;

/// <summary>How strongly two terms belong together, from counts of records; 0 when they never meet.</summary>
/// <remarks>In all of them cij is the records that contain both terms, si and sj those that contain the one and the other (counts, above 0).</remarks>
public static class Similarity
{
    /// <returns>cij / (si · sj), in 0..1. Proportional to observed over expected, so comparable within one corpus only.</returns>
    /// <remarks>Van Eck &amp; Waltman 2009, doi:10.1002/asi.21075; bibliometrix's "association".</remarks>
    public static double AssociationStrength(int cij, int si, int sj) => cij / ((double)si * sj);

    /// <summary>Association strength in the scale in which VOSviewer and CWTS cluster and lay out: the weight of a link over what the strengths of its ends let expect.</summary>
    /// <param name="wij">Weight of the link.</param>
    /// <param name="ki">Total link strength of the one term, not its occurrences.</param>
    /// <param name="kj">Of the other.</param>
    /// <param name="w">Total weight of all links, each once.</param>
    /// <returns>wij · 2w / (ki · kj): 1 is what chance gives, 2 is twice that.</returns>
    public static double NetworkAssociationStrength(double wij, double ki, double kj, double w) => wij * 2 * w / (ki * kj);

    /// <returns>cij / √(si · sj), in 0..1; also called Salton's or Ochiai's.</returns>
    public static double Cosine(int cij, int si, int sj) => cij / Math.Sqrt((double)si * sj);

    /// <returns>cij / (si + sj - cij), in 0..1: the share of the records with either term that have both.</returns>
    public static double Jaccard(int cij, int si, int sj) => (double)cij / (si + sj - cij);

    /// <returns>cij / min(si, sj), in 0..1: 1 when one term never comes without the other.</returns>
    public static double Inclusion(int cij, int si, int sj) => (double)cij / Math.Min(si, sj);

    /// <returns>cij² / (si · sj), in 0..1: the square of the cosine.</returns>
    /// <remarks>Callon, Courtial &amp; Laville 1991, doi:10.1007/BF02019280.</remarks>
    public static double EquivalenceIndex(int cij, int si, int sj) => (double)cij * cij / ((double)si * sj);

    /// <returns>2 cij / (si + sj), in 0..1; also called Sørensen's.</returns>
    /// <remarks>Dice 1945, doi:10.2307/1932409.</remarks>
    public static double Dice(int cij, int si, int sj) => 2.0 * cij / (si + sj);
}
