using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class NewCommand
{
    /// <summary>Folders that programs of this kind synchronise: a database there can be copied half-written.</summary>
    static readonly string[] CloudFolders =
        ["OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "My Drive", "iCloud", "Mobile Documents", "CloudDocs", "Nutstore", "坚果云", "BaiduSyncdisk", "百度网盘", "WPS云盘", "腾讯微云"];

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "new", new("Make a review folder, ready to fill in", "新建综述文件夹"), "reviewkit new my-review", "reviewkit new 我的综述 --lang zh");
        var folder = verb.Argument<string>("DIR", new("the folder; made if it is not there", "文件夹；不存在则新建"));
        return verb.Does((session, parsed) =>
        {
            var path = session.PathOf(parsed.GetValue(folder)!);
            using var review = Review.Create(path, session.Author);
            review.TakeProtocol();
            WarnOfCloud(session, path);
            session.Print($"{path}", $"{path}");
            new Table("", "")
            {
                { "review.yaml", new Message("the protocol: sources, stages, reasons; fill it in", "方案：来源、阶段、理由；请填写").In(session.Language) },
                { "queries/", new Message("the term sets", "检索词组").In(session.Language) },
                { "exports/", new Message("put the downloaded files here, one folder a database, then `reviewkit import`", "把下载的文件放在这里，每个数据库一个文件夹，然后运行 `reviewkit import`").In(session.Language) },
                { "out/", new Message("what commands write", "命令的输出").In(session.Language) },
            }.Write(session.Output, "  ");
            return 0;
        });
    }

    public static void WarnOfCloud(Session session, string path)
    {
        if (path.Split(Path.DirectorySeparatorChar).FirstOrDefault(part => CloudFolders.Any(cloud => part.Contains(cloud, StringComparison.OrdinalIgnoreCase))) is { } cloud)
            session.Tell($"the folder lies in {cloud}: let it finish synchronising before and after work, and never open the review on two machines at once",
                $"文件夹位于 {cloud} 中：工作前后请等同步完成，不要同时在两台电脑上打开综述");
    }
}
