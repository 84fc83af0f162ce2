using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ReviewKit.Enrichment.Http;

/// <summary>What is done when a host does not answer as it should: asked again after the time it names or a growing one, and left alone when it fails again and again.</summary>
static class Resilience
{
    const int MostRetries = 5;
    static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    /// <summary>A host that asks for more than this is left for another day.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    /// <param name="jitter">0..1, so that programs that were turned away together do not come back together.</param>
    public static ResiliencePipeline<HttpResponseMessage> Retries(Governor governor, Func<double> jitter) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = governor.Clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MostRetries,
                ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome) && args.AttemptNumber < MostFor(args.Outcome.Exception) && !(RetryAfter(args.Outcome.Result, governor.Clock) > LongestWait)),
                DelayGenerator = args =>
                {
                    var grown = TimeSpan.FromSeconds(Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, args.AttemptNumber), LongestDelay.TotalSeconds) * (.75 + .5 * jitter()));
                    var wait = RetryAfter(args.Outcome.Result, governor.Clock) ?? grown;
                    // Turned away for its number, all wait and not this request alone.
                    if (args.Outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) governor.Hold(wait);
                    return ValueTask.FromResult<TimeSpan?>(wait);
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = .9,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(5),
                BreakDuration = TimeSpan.FromMinutes(5),
                ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome) && args.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests),
            })
            .Build();

    /// <summary>Counted by the system's clock, and only while a request is under way.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Timeout(TimeSpan longest) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(new TimeoutStrategyOptions { Timeout = longest }).Build();

    public static DelegatingHandler Handler(ResiliencePipeline<HttpResponseMessage> pipeline, HttpMessageHandler inner) => new ResilienceHandler(pipeline) { InnerHandler = inner };

    /// <summary>A page where data should be is seldom gone a second later, and who is not online now will not be in half a minute.</summary>
    static int MostFor(Exception? failure) => failure switch
    {
        BadAnswerException => 2,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } => 1,
        _ => MostRetries,
    };

    static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: BadAnswerException bad } => bad.MayPass,
        { Exception: FileNotFoundException } => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>How long the host asks to be left alone; null where it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider clock) => response?.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
