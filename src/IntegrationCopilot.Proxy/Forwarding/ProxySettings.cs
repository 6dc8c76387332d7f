using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Proxy;

/// <summary>What is the same for all exchanges of a proxy.</summary>
internal sealed class ProxySettings
{
    private readonly TraceDocument document;
    private readonly NodePointer? errorCodePlace;

    public ProxySettings(ApiSpec spec, Uri upstream, RecordingProxyOptions options, ILoggerFactory? logs)
    {
        Upstream = upstream;
        Options = options;
        Observer = new ProxyObserver(logs);
        Check = new TrafficCheck(new MessageValidator(spec, options.Validation));
        Prefix = upstream.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        document = TraceDocument.Of(spec);
        errorCodePlace = spec.FactsOf<ErrorShapeFact>().FirstOrDefault()?.Code;
    }

    public Uri Upstream { get; }

    public RecordingProxyOptions Options { get; }

    public TrafficCheck Check { get; }

    public ProxyObserver Observer { get; }

    /// <summary>What stands before the path of each request, without a slash at its end.</summary>
    public string Prefix { get; }

    /// <summary>The trace of an exchange.</summary>
    public ApiTrace Record(ProxiedExchange done, DateTimeOffset startedAt, TimeSpan duration)
    {
        var operation = done.Verdict.Operation;
        return Options.Redactor.Record(new TraceDraft
        {
            StartedAt = startedAt,
            Duration = duration,
            Environment = Options.Environment,
            Origin = TraceOrigin.Proxy,
            Partner = Options.Partner,
            Document = document,
            ErrorCodePlace = errorCodePlace,
            Effect = operation is null ? null : Check.Validator.Spec.Resources.Of(operation).Effect,
            Operation = operation is null ? null : new TraceOperation(operation.Method, operation.Path, operation.OperationId),
            Request = done.Exchange.Request with { Url = Prefix + done.Exchange.Request.Url },
            Response = done.Exchange.Response,
            Exception = done.Error,
            Findings = [.. done.Verdict.Findings.Select(found => found.Finding)],
        });
    }
}
