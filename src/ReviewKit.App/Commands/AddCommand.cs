using System.Security.Cryptography;
using System.Text;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class AddCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "add", new("Add one record by hand, found by other methods", "手工添加一条由其他方法找到的记录"),
            "reviewkit add --title \"Smart city bylaws\" --year 2020 --source-kind website --name \"City of Shenzhen\"", "reviewkit add --title 智慧城市条例 --author 李某 --source-kind citation");
        var title = verb.Option<string>("--title", "T", new("the title; needed", "题名；必填"));
        title.Required = true;
        var authors = verb.Option<string[]>("--author", "A", new("an author, \"Family, Given\"; may be repeated; default: none", "作者；可重复；默认无"));
        var year = verb.Option<int?>("--year", "Y", new("default: none", "年份；默认无"));
        var journal = verb.Option<string?>("--journal", "J", new("journal or container; default: none", "期刊或所在文献；默认无"));
        var doi = verb.Option<string?>("--doi", "DOI", new("default: none", "默认无"));
        var url = verb.Option<string?>("--url", "URL", new("default: none", "默认无"));
        var summary = verb.Option<string?>("--abstract", "TEXT", new("default: none", "摘要；默认无"));
        var keywords = verb.Option<string[]>("--keyword", "K", new("a keyword; may be repeated; default: none", "关键词；可重复；默认无"));
        var kind = verb.Option<string>("--source-kind", "K", new("website, organisation, citation, database or register; default: website", "website、organisation、citation、database 或 register；默认 website"));
        kind.AcceptOnlyFromAmong("website", "organisation", "citation", "database", "register");
        var name = verb.Option<string?>("--name", "N", new("where it was found; default: the kind", "在哪里找到；默认为类别名"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var record = new Record
            {
                Title = parsed.GetValue(title),
                Year = parsed.GetValue(year),
                Journal = parsed.GetValue(journal),
                Doi = Doi.Parse(parsed.GetValue(doi)),
                Url = parsed.GetValue(url),
                Abstract = parsed.GetValue(summary),
                File = "(by hand)",
                Format = "manual",
                Encoding = "utf-8",
                Line = 1,
            };
            record.Authors.AddRange((parsed.GetValue(authors) ?? []).Select(PersonName.Parse));
            record.Keywords.AddRange(parsed.GetValue(keywords) ?? []);
            session.Print(Store(review, record, parsed.GetValue(kind) ?? "website", parsed.GetValue(name)));
            return 0;
        });
    }

    /// <summary>A record by hand is an import of one record whose file is the record itself.</summary>
    static string Store(Review review, Record record, string kind, string? name)
    {
        var bytes = Encoding.UTF8.GetBytes(RecordJson.Write(record));
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (Imports.Known(review, sha) is not null)
            throw new ReviewKitException("this record was added before", "此记录已添加过");
        review.Write(() =>
        {
            using var import = Imports.Begin(review, new ImportedFile(sha, $"by-hand/{sha[..8]}.json", "other", kind, name, "manual", "utf-8", bytes.Length));
            import.Add(record, 0, bytes.Length, null);
            import.Keep(new MemoryStream(bytes));
            import.Finish();
        });
        return record.Id;
    }
}
