using System.CommandLine;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class RetrieveCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "retrieve", new("Say whether the full report was had, attach it, or list what is missing", "记录全文是否获得、附上全文，或列出尚缺的全文"),
            "reviewkit retrieve", "reviewkit retrieve r4k7m2xq not-retrieved --reason \"no library holds it\"", "reviewkit retrieve r4k7m2xq ~/Downloads/paper.pdf", "reviewkit retrieve --folder ~/Downloads --dry-run");
        var id = verb.Argument<string?>("ID", new("a record; default: what is known of all reports at full text", "一条记录；默认列出全文阶段各报告的情况"), ArgumentArity.ZeroOrOne);
        var status = verb.Argument<string?>("STATUS", new("sought, retrieved, not-retrieved, or the file with the full text, of which the review keeps a copy in fulltexts/", "sought、retrieved、not-retrieved，或全文文件（综述在 fulltexts/ 中保存副本）"), ArgumentArity.ZeroOrOne);
        var reason = verb.Option<string?>("--reason", "TEXT", new("why it was not retrieved; default: none", "未获得的原因；默认无"));
        var folder = verb.Option<string?>("--folder", "DIR", new("attach the files of a folder to the reports they belong to, by id or DOI or title; what is not certain is listed; default: none", "把文件夹中的全文按编号、DOI 或题名附到对应报告；不确定的只列出；默认无"));
        var dry = verb.Option<bool>("--dry-run", null, new("with --folder: only list", "与 --folder 同用：只列出"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            if (parsed.GetValue(folder) is { } from) return Folder(session, review, session.PathOf(from), parsed.GetValue(dry));
            if (parsed.GetValue(id) is not { } named) return List(session, review);
            var word = parsed.GetValue(status) ?? throw new ReviewKitException($"say what of it: {string.Join(", ", Retrieval.Statuses)}, or a file", $"请说明情况：{string.Join("、", Retrieval.Statuses)}，或给出文件");
            if (Retrieval.Statuses.Contains(word))
            {
                Retrieval.Set(review, named, word, parsed.GetValue(reason), null);
                session.Print(word);
                return 0;
            }
            return Attach(session, review, named, word);
        });
    }

    static int Attach(Session session, Review review, string named, string file)
    {
        var path = new[] { session.PathOf(file), Path.Combine(review.Folder, file) }.FirstOrDefault(File.Exists);
        if (path is null)
        {
            var meant = Nearest.Question(file, Retrieval.Statuses);
            throw new ReviewKitException($"{file} is neither a file nor one of {string.Join(", ", Retrieval.Statuses)}{meant.En}", $"{file} 既不是文件，也不是 {string.Join("、", Retrieval.Statuses)} 之一{meant.Zh}");
        }
        var body = EventJson.Read<RetrievalBody>(Retrieval.Set(review, named, "retrieved", null, path));
        var text = FullText.Of(review, body.Record);
        session.Print($"retrieved: {body.File}", $"已获得：{body.File}");
        if (text.WhyNot is { } why) session.Print($"its text cannot be searched: {why.En}", $"其文字无法检索：{why.Zh}");
        else session.Print($"{text.Pages} pages with text", $"{text.Pages} 页，有文字");
        return 0;
    }

    static int List(Session session, Review review)
    {
        var all = Retrieval.All(review);
        var zh = session.Language == Language.Zh;
        foreach (var (report, status, reason, file) in all.Where(row => row.File is null && row.Status != "retrieved"))
            session.Print($"{report}  {status ?? (zh ? "未记录" : "nothing said")}{(reason is null ? "" : $": {reason}")}  {Width.Cut(Reports.Read(review, report).Title ?? "", 70)}");
        session.Print($"{all.Count} reports at full text: {all.Count(row => row.File is not null)} with a file, {all.Count(row => row.File is null && row.Status == "retrieved")} retrieved without one, {all.Count(row => row.Status == "sought")} sought, {all.Count(row => row.Status == "not-retrieved")} not retrieved, {all.Count(row => row.Status is null)} nothing said",
            $"全文阶段 {all.Count} 篇：有文件 {all.Count(row => row.File is not null)}，已获得但无文件 {all.Count(row => row.File is null && row.Status == "retrieved")}，已查找 {all.Count(row => row.Status == "sought")}，未获得 {all.Count(row => row.Status == "not-retrieved")}，未记录 {all.Count(row => row.Status is null)}");
        return 0;
    }

    static int Folder(Session session, Review review, string folder, bool isDry)
    {
        var files = FullTextFiles.Match(review, folder);
        var sure = files.Where(file => file is { Report: not null, IsAttached: false }).ToList();
        if (!isDry)
            review.WriteTogether(() =>
            {
                foreach (var file in sure) Retrieval.Set(review, file.Report!, "retrieved", null, file.Path);
            });
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(folder, file.Path);
            var (en, zh) = file switch { { Report: null } => ("?", "?"), { IsAttached: true } => ($"{file.Report} has a file already", $"{file.Report} 已有文件"), _ => ($"→ {file.Report}", $"→ {file.Report}") };
            session.Print($"{name}  {en}  ({file.Why.En})", $"{name}  {zh}（{file.Why.Zh}）");
        }
        session.Print(isDry ? $"{sure.Count} of {files.Count} files would be attached (--dry-run)" : $"{sure.Count} of {files.Count} files attached", isDry ? $"{files.Count} 个文件中有 {sure.Count} 个可附上（--dry-run）" : $"{files.Count} 个文件中附上了 {sure.Count} 个");
        return 0;
    }
}
