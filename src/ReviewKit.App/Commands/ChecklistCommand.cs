using System.Text;
using ReviewKit.Formats;
using ReviewKit.Prisma;

namespace ReviewKit.App.Commands;

static class ChecklistCommand
{
    public static Verb Build(Host host)
    {
        string[] names = [.. Checklist.Names, "prisma-s"];
        var verb = new Verb(host, "checklist", new("A reporting checklist, filled in as far as the review knows, with where each answer can be seen", "报告清单：填入综述已知的内容并注明依据，其余留给作者"),
            "reviewkit prisma checklist", "reviewkit prisma checklist prisma-s -o prisma-s.html", "reviewkit prisma checklist -o checklist.xlsx --lang zh");
        var which = verb.Argument<string?>("LIST", new($"{string.Join(", ", names)}; default: prisma2020", $"{string.Join("、", names)}；默认 prisma2020"), System.CommandLine.ArgumentArity.ZeroOrOne);
        var output = verb.Option<string?>("--output", "FILE", new(".md, .html (pastes into a word processor) or .xlsx; default: Markdown on the terminal", ".md、.html（可粘贴到文字处理软件）或 .xlsx；默认在终端输出 Markdown"), "-o");
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var facts = new ChecklistFacts(review);
            var name = parsed.GetValue(which) ?? "prisma2020";
            if (!names.Contains(name)) throw new ReviewKitException($"no checklist \"{name}\"; there are {string.Join(", ", names)}", $"没有名为“{name}”的清单；可用的有 {string.Join("、", names)}");
            var filled = name == "prisma-s" ? facts.Searching() : facts.Fill(Checklist.Named(name));
            if (parsed.GetValue(output) is { } file) Write(session, filled, session.PathOf(file));
            else session.Output.Write(filled.Markdown(session.Language));
            session.Tell($"{filled.Answers.Count} of {filled.List.Items.Count} items filled in; the others are yours", $"{filled.List.Items.Count} 条中已填 {filled.Answers.Count} 条，其余由作者填写");
            return 0;
        });
    }

    static void Write(Session session, FilledChecklist filled, string path)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx":
                using (var file = File.Create(path)) Sheet.Write(file, "checklist", filled.Header(session.Language), filled.Rows(session.Language), []);
                break;
            case ".html":
                File.WriteAllText(path, filled.Html(session.Language), new UTF8Encoding(false));
                break;
            case ".md":
                File.WriteAllText(path, filled.Markdown(session.Language), new UTF8Encoding(false));
                break;
            default:
                throw new ReviewKitException($"{Path.GetFileName(path)}: a checklist is written as .md, .html or .xlsx", $"{Path.GetFileName(path)}：清单可写成 .md、.html 或 .xlsx");
        }
        session.Tell($"written: {path}", $"已写出：{path}");
    }
}
