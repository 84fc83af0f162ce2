using Dapper;
using ReviewKit.App.Terminal;
using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What `screen` does with a report beside judging it: notes, retrieval, opening and copying.</summary>
sealed partial class ScreeningScreen
{
    void AskNote()
    {
        if (report is { } on)
            panel = new PromptPanel(In(new("Note", "备注")), In(new("kept with the report under your name; Enter saves, Esc cancels", "以你的名义与报告一起保存；回车保存，Esc 取消")), "", text =>
            {
                if (text.Length == 0) return;
                Review.Ledger.Append("note", new NoteBody(on.Id, text), queue.Reviewer);
                Say(new("noted", "已记下"));
                Show(keepsPlace: true);
            });
    }

    void AskOrder() => panel = new ChoicePanel(In(new("The next reports come", "接下来的报告")),
    [
        Ordered("1", "ranked", new("ranked: the likeliest first, learnt from your verdicts", "排序：按你的判断学习，最可能的在前")),
        Ordered("2", "unranked", new("as they were imported", "按导入顺序")),
        Ordered("3", "random", new("at random", "随机")),
        Ordered("4", "newest", new("newest first", "最新在前")),
    ]);

    Binding Ordered(string key, string name, Message label) => new(key, In(label), "", () =>
    {
        queue.Reorder(queue.Options with { Order = name });
        wasRanked = queue.IsRanked;
        Show();
    });

    /// <summary>The groups of review.yaml, then labels used before, then one to type.</summary>
    void AskLabel()
    {
        if (report is not { } on) return;
        IEnumerable<string> used = Review.Connection.Query<string>("select distinct name from label where person = @Reviewer order by name", new { queue.Reviewer });
        var names = Review.Protocol.Groups.SelectMany(group => group.Value.Select(value => $"{group.Key}={value}")).Concat(on.Labels).Concat(used).Distinct().Take(ScreenSide.ReasonKeys.Length - 1).ToList();
        panel = new ChoicePanel(In(new("Labels: a key puts one on or takes it off", "标签：按键加上或取消")),
        [
            .. names.Select((name, i) => new Binding(ScreenSide.ReasonKeys[i].ToString(), (on.Labels.Contains(name) ? "[x] " : "[ ] ") + name, "", () => Label(on, name))),
            new("+", In(new("another label", "其他标签")), "", () => panel = new PromptPanel(In(new("Label", "标签")), In(new("a word or two; Enter saves, Esc cancels", "一两个词；回车保存，Esc 取消")), "", name =>
            {
                if (name.Length > 0) Label(on, name);
            })),
        ]);
    }

    void Label(ScreenReport on, string name)
    {
        var isOff = on.Labels.Contains(name);
        queue.Label(on.Id, name, isOff);
        Say(isOff ? new($"label taken off: {name}", $"已取消标签：{name}") : new($"label: {name}", $"标签：{name}"));
        Show(keepsPlace: true);
    }

    /// <summary>The text of the attached file, with the words to look out for marked.</summary>
    void ShowFullText()
    {
        if (report is not { } on) return;
        Later(new("reading the full text …", "正在读取全文 ……"), () =>
        {
            var full = FullText.Of(Review, on.Id);
            said = "";
            if (full.Text is not { } text)
            {
                Say(full.WhyNot ?? new("the full text has no text", "全文中没有文字"));
                return;
            }
            var record = new Record { Abstract = text.Replace('\f', '\n') };
            var marked = highlights.In(record);
            panel = new ReadPanel(In(new($"Full text, {full.Pages} pages", $"全文，共 {full.Pages} 页")),
                (width, look) => TextFlow.Wrap(ScreenReport.Marked(record.Abstract, marked, highlights, look.Theme, look.Theme.Text), width, look.Width));
        });
    }

    void AskRetrieval()
    {
        if (report is null) return;
        panel = new ChoicePanel(In(new("The full text", "全文")),
        [
            new("s", In(new("sought: asked for, not here yet", "已查找：已申请，尚未到手")), "", () => Retrieve("sought", null, null)),
            new("r", In(new("retrieved", "已获得")), "", () => Retrieve("retrieved", null, null)),
            new("f", In(new("retrieved: attach the file", "已获得：附上文件")), "", () => panel = new PromptPanel(In(new("File", "文件")), In(new("its path; it is copied into the review folder", "文件路径；文件将复制到综述文件夹")), "", file =>
            {
                if (file.Length > 0) Retrieve("retrieved", null, file);
            })),
            new("n", In(new("not retrieved: it cannot be had", "未获得：无法取得")), "", () => panel = new PromptPanel(In(new("Why not?", "为何未获得？")), In(new("e.g. no library holds it; Enter saves", "例如：没有图书馆收藏；回车保存")), "",
                reason => Retrieve("not-retrieved", reason.Length > 0 ? reason : null, null))),
        ]);
    }

    void Retrieve(string status, string? reason, string? file)
    {
        if (report is null) return;
        tally.Around([report.Id], () =>
        {
            queue.Retrieve(status, reason, file);
            return 0;
        });
        Say(status switch
        {
            "sought" => new("marked as sought", "已标为已查找"),
            "retrieved" => new("marked as retrieved", "已标为已获得"),
            _ => new("marked as not retrieved; it is not assessed", "已标为未获得；不再评估"),
        });
        Show(keepsPlace: true);
    }

    /// <summary>What a report can be opened by or copied as: each with its key.</summary>
    IEnumerable<(string Key, Message Name, string Value, bool Opens)> Addresses()
    {
        if (report is null) yield break;
        var record = report.Record;
        if (record.Doi is { } doi) yield return ("d", new($"DOI  {doi}", $"DOI  {doi}"), "https://doi.org/" + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal), true);
        // A record may say anything here: what is no web address is not handed to another program.
        if (record.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") yield return ("u", new($"URL  {url}", $"网址  {url}"), address.AbsoluteUri, true);
        if (record.Pmid is { } pmid && pmid.All(char.IsAsciiDigit)) yield return ("p", new($"PubMed  {pmid}", $"PubMed  {pmid}"), $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/", true);
        if (report.Retrieval.File is { } file && Path.GetFullPath(Path.Combine(Review.Folder, file)) is var path && File.Exists(path)) yield return ("f", new($"file  {file}", $"文件  {file}"), path, true);
        yield return ("t", new("title", "题名"), record.Title ?? "", false);
        yield return ("i", new($"id  {report.Id}", $"编号  {report.Id}"), report.Id, false);
    }

    void Choose(Message title, Action<string> act)
    {
        var opens = act == OpenIt;
        var addresses = Addresses().Where(address => (address.Opens || !opens) && address.Value.Length > 0).ToList();
        if (addresses.Count == 0) Say(new("this record has neither DOI nor web address, and no file is attached", "该记录没有 DOI 或网址，也没有附文件"));
        else if (addresses.Count == 1) act(addresses[0].Value);
        else panel = new ChoicePanel(In(title), [.. addresses.Select(address => new Binding(address.Key, In(address.Name), "", () => act(address.Value)))]);
    }

    void OpenIt(string address)
    {
        if (outside.Open is not { } open)
        {
            Say(new($"opening is off (--no-open): {address}", $"已关闭打开功能（--no-open）：{address}"));
            return;
        }
        open(address);
        Say(new($"opened {address}", $"已打开 {address}"));
    }

    void CopyIt(string text)
    {
        outside.Copy(text);
        Say(new($"copied {text}", $"已复制 {text}"));
    }
}
