using ReviewKit.Text;

namespace ReviewKit;

/// <summary>Something the user can mend: a missing file, a locked review, a wrong value in review.yaml. Shown without a stack trace, exit code 1.</summary>
public sealed class ReviewKitException(Message message, Exception? inner = null) : Exception(message.En, inner)
{
    public ReviewKitException(string en, string zh) : this(new Message(en, zh)) { }

    public Message Said { get; } = message;
}
