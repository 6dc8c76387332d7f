using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Proxy;

/// <summary>What a strict proxy did not let through.</summary>
public enum ProxyRefusal
{
    /// <summary>Everything passed.</summary>
    None,

    /// <summary>The request: the API never saw it.</summary>
    Request,

    /// <summary>The response: the client never saw it.</summary>
    Response,
}

/// <summary>An exchange that a recording proxy stood between.</summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class ProxiedExchange
{
    private readonly Lazy<ApiTrace> trace;

    internal ProxiedExchange(TrafficExchange exchange, TrafficVerdict verdict, ProxyRefusal refusal, Exception? error, Func<ProxiedExchange, ApiTrace> record)
    {
        Exchange = exchange;
        Verdict = verdict;
        Refusal = refusal;
        Error = error;
        trace = new(() => record(this));
    }

    /// <summary>The exchange as it was, secrets included. Of a refused response it holds what the API said.</summary>
    public TrafficExchange Exchange { get; }

    /// <summary>What the description says of it. Its unknown places are what passed unjudged.</summary>
    public TrafficVerdict Verdict { get; }

    /// <summary>What was not let through.</summary>
    public ProxyRefusal Refusal { get; }

    /// <summary>What stopped the exchange: the API could not be reached, or somebody left; null when nothing did.</summary>
    public Exception? Error { get; }

    /// <summary>The exchange without its secrets; made when it is first asked for.</summary>
    public ApiTrace Trace => trace.Value;

    /// <summary>Says nothing of the exchange, which may hold secrets.</summary>
    public override string ToString() => nameof(ProxiedExchange);
}
