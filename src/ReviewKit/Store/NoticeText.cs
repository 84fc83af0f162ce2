using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>What may happen to a report after it appeared, worst first, in words.</summary>
public static class NoticeText
{
    public static IReadOnlyList<(string Kind, Message Said)> All { get; } =
    [
        ("retraction", new("retracted", "已撤稿")),
        ("withdrawal", new("withdrawn", "已撤回")),
        ("concern", new("under an expression of concern", "被表达关注")),
        ("reinstatement", new("reinstated after a retraction", "撤稿后恢复")),
        ("correction", new("corrected", "已更正")),
    ];

    public static Message Of(string kind) => All.FirstOrDefault(known => known.Kind == kind) is { Kind: not null } found ? found.Said : Message.Verbatim(kind);
}
