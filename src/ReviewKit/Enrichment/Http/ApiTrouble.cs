using ReviewKit.Text;

namespace ReviewKit.Enrichment.Http;

/// <summary>What an interface did instead of answering; said to the user, and asked again in the next run.</summary>
/// <param name="endsRun">True when there is no use in asking this interface anything else today: no key, no budget, no connection.</param>
sealed class ApiTrouble(Message said, bool endsRun = false, Exception? inner = null) : Exception(said.En, inner)
{
    public Message Said { get; } = said;
    public bool EndsRun { get; } = endsRun;

    /// <summary>Status 400 or 414: the request itself, which may be one bad identifier among many.</summary>
    public bool IsRefusal { get; init; }
}

/// <summary>An answer that is none: not what was asked for, too large, or elsewhere.</summary>
/// <param name="mayPass">True where asking again may help: a page of a server under repair, a connection that broke.</param>
sealed class BadAnswerException(Message said, bool mayPass) : IOException(said.En)
{
    public Message Said { get; } = said;
    public bool MayPass { get; } = mayPass;
}
