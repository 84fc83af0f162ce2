using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>Places, verdicts and the like in words.</summary>
public static class PlaceText
{
    static readonly Dictionary<string, Message> Places = new()
    {
        ["duplicate"] = new("duplicate", "重复记录"),
        ["automation"] = new("removed as ineligible by automation", "按自动化工具标记移除"),
        ["other"] = new("removed for another reason", "因其他原因移除"),
        ["awaiting"] = new("waiting at", "待判断："),
        ["conflict"] = new("in conflict at", "有分歧："),
        ["excluded"] = new("excluded at", "排除于"),
        ["not-retrieved"] = new("not retrieved", "未获取到全文"),
        ["included"] = new("included", "已纳入"),
    };

    public static Message Of(string place) => Places.GetValueOrDefault(place, Message.Verbatim(place));

    /// <summary>"excluded at Title and abstract: Off topic".</summary>
    public static Message Of(Place place, Protocol protocol)
    {
        var said = Of(place.Name);
        var stage = place.Stage is null ? null : protocol.FindStage(place.Stage);
        var (en, zh) = (said.En, said.Zh);
        if (place.Stage is not null) (en, zh) = ($"{en} {stage?.Name.En ?? place.Stage}", $"{zh}{stage?.Name.Zh ?? place.Stage}");
        if (place.Reason is null) return new Message(en, zh);
        var reason = stage?.ReasonName(place.Reason) ?? protocol.Criteria.FirstOrDefault(criterion => criterion.Id == place.Reason)?.Label ?? Message.Verbatim(place.Reason);
        return new Message($"{en}: {reason.En}", $"{zh}：{reason.Zh}");
    }

    public static Message Of(Verdict verdict) => verdict switch
    {
        Verdict.Include => new("include", "纳入"),
        Verdict.Exclude => new("exclude", "排除"),
        _ => new("maybe", "不确定"),
    };
}
