using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Getting the full reports: sought, retrieved or not.</summary>
public static class Retrieval
{
    public static readonly string[] Statuses = ["sought", "retrieved", "not-retrieved"];

    /// <param name="review">The review.</param>
    /// <param name="named">Any name <see cref="Reports.Find"/> understands.</param>
    /// <param name="status">One of <see cref="Statuses"/>.</param>
    /// <param name="reason">Why it could not be had.</param>
    /// <param name="file">Where the full text lies, inside the review folder.</param>
    public static Event Set(Review review, string named, string status, string? reason, string? file)
    {
        var report = Reports.ReportOf(review, Reports.Find(review, named));
        if (file is not null) file = Inside(review, file);
        return review.Ledger.Append("retrieval", new RetrievalBody(report, status, reason, file));
    }

    static string Inside(Review review, string file)
    {
        var full = Path.GetFullPath(Path.Combine(review.Folder, file));
        var relative = Path.GetRelativePath(review.Folder, full);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            throw new ReviewKitException($"{file} lies outside the review folder; copy it in first", $"{file} 在综述文件夹之外；请先复制进来");
        if (!File.Exists(full)) throw new ReviewKitException($"{file} is not there", $"找不到 {file}");
        return relative.Replace('\\', '/');
    }
}
