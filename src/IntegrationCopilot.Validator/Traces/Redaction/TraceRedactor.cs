namespace IntegrationCopilot.Validator;

/// <summary>Takes the secrets out of exchanges, before anything else sees them.</summary>
/// <remarks>
/// <para>Looks at the URL (user information, path, query, fragment), at request and response headers and at bodies: JSON at any depth and inside strings,
/// URL-encoded and multipart forms, XML elements by name, and any other text. Each secret is replaced by a placeholder such as <c>[redacted:ab12cd34]</c>;
/// equal secrets get equal placeholders, so that one can still see that the same key was used twice.</para>
/// <para>What is recognised as a secret in one place of an exchange is replaced everywhere in it: a response that echoes a key, or a finding that quotes one,
/// does not give it away.</para>
/// <para>A body in a content coding such as gzip, or of more than 16 MiB, cannot be looked into and is withheld. Time is linear in the length of the
/// exchange.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class TraceRedactor
{
    /// <summary>Bytes of a body that are looked into at most; a longer one is withheld. 16 MiB.</summary>
    public const int MaxInspectedBytes = 16 * 1024 * 1024;

    private readonly RedactionRules rules;
    private readonly int maxBodyBytes;
    private readonly FoundSecrets found = new();

    /// <summary>Initializes a new instance.</summary>
    /// <param name="options">What to take for a secret besides what is known anyhow; null (the default) for nothing.</param>
    /// <exception cref="ArgumentException">A JSON path is empty or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="RedactionOptions.MaxBodyBytes"/> is negative.</exception>
    public TraceRedactor(RedactionOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxBodyBytes);
        rules = RedactionRules.From(options);
        maxBodyBytes = options.MaxBodyBytes;
    }

    private TraceRedactor(RedactionRules rules, int maxBodyBytes)
    {
        this.rules = rules;
        this.maxBodyBytes = maxBodyBytes;
    }

    /// <summary>A redactor that knows further secrets and gives equal placeholders for equal secrets.</summary>
    /// <param name="secrets">The secrets, for example an access token that has just been fetched.</param>
    public TraceRedactor WithSecrets(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return new(rules.With(secrets), maxBodyBytes);
    }

    /// <summary>Makes the trace of an exchange.</summary>
    /// <param name="draft">The exchange as it happened.</param>
    /// <returns>The trace, without secrets; its bodies are cut to <see cref="RedactionOptions.MaxBodyBytes"/> after redaction.</returns>
    public ApiTrace Record(TraceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Thoroughly(redaction => Record(draft, redaction), FoundSecrets.MayStandIn);
    }

    /// <summary>A request without its secrets.</summary>
    /// <param name="request">The request.</param>
    public RecordedRequest Redact(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Thoroughly(redaction => Redact(request, redaction));
    }

    /// <summary>A response without its secrets.</summary>
    /// <param name="response">The response.</param>
    public RecordedResponse Redact(RecordedResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Thoroughly(redaction => Redact(response, redaction));
    }

    /// <summary>Text, which may be or hold JSON, without its secrets.</summary>
    /// <param name="text">The text.</param>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Thoroughly(redaction => redaction.Text(text));
    }

    /// <summary>Redacts, and once more when secrets came to light that may also stand where nothing marks them.</summary>
    /// <param name="redact">Redacts.</param>
    /// <param name="mayHold">Whether what was redacted may still hold a secret that came to light; null when nobody looked.</param>
    private T Thoroughly<T>(Func<Redaction, T> redact, Func<T, SecretValues, bool>? mayHold = null)
    {
        var first = new Redaction(rules);
        var result = redact(first);
        if (first.Found.Count == 0) return result;
        var further = found.Rules(rules, first.Found);
        return mayHold?.Invoke(result, further.Values) == false ? result : redact(new Redaction(further));
    }

    private ApiTrace Record(TraceDraft draft, Redaction redaction)
    {
        var request = Redact(draft.Request, redaction);
        var response = draft.Response is { } received ? Redact(received, redaction) : null;
        return new()
        {
            Id = draft.Id ?? ApiTrace.NewId(draft.StartedAt),
            StartedAt = draft.StartedAt,
            Duration = draft.Duration,
            Environment = draft.Environment,
            Operation = draft.Operation,
            Effect = draft.Effect,
            Origin = draft.Origin,
            Document = draft.Document,
            CaseId = draft.CaseId,
            Step = draft.Step,
            IsErrorAskedFor = draft.IsErrorAskedFor,
            Partner = draft.Partner,
            Request = new() { Method = request.Method, Url = request.Url, Headers = request.Headers, Body = TraceBody.Capture(request.Body, maxBodyBytes),
                Unknown = UnknownPlaces.Of(draft.Request, request) },
            Response = response is null
                ? null
                : new() { Status = response.Status, Headers = response.Headers, Body = TraceBody.Capture(response.Body, maxBodyBytes),
                    Unknown = UnknownPlaces.Of(draft.Response!, response) },
            ErrorCode = TraceErrorCodes.Of(response, draft.ErrorCodePlace),
            Error = draft.Exception is { } exception ? redaction.Text(exception.Message) : null,
            ErrorCategory = TraceErrorCategories.Categorize(response?.Status, draft.Exception),
            Findings = [.. draft.Findings.Select(finding => Redact(finding, redaction))],
        };
    }

    private static RecordedRequest Redact(RecordedRequest request, Redaction redaction) => request with
    {
        Url = HeaderScrubber.ScrubUrl(request.Url, redaction),
        Headers = HeaderScrubber.Scrub(request.Headers, redaction),
        Body = BodyScrubber.Scrub(request.Body, request.Headers, redaction),
    };

    private static RecordedResponse Redact(RecordedResponse response, Redaction redaction) => response with
    {
        Headers = HeaderScrubber.Scrub(response.Headers, redaction),
        Body = BodyScrubber.Scrub(response.Body, response.Headers, redaction),
    };

    /// <summary>A document of the web keeps its address; of a file only the name is kept, for where it lies is its owner's affair.</summary>
    private static string DocumentName(string document, Redaction redaction)
    {
        if (document.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || document.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return HeaderScrubber.ScrubUrl(document, redaction);
        var name = document.AsSpan(document.AsSpan().LastIndexOfAny('/', '\\') + 1).Trim();
        return name.IsEmpty ? "document" : name.ToString();
    }

    private static Finding Redact(Finding finding, Redaction redaction) => finding with
    {
        Message = redaction.Sentence(finding.Message),
        Expected = finding.Expected is null ? null : redaction.Sentence(finding.Expected),
        Actual = finding.Actual is null ? null : redaction.Text(finding.Actual),
        Source = finding.Source is { } source ? new(DocumentName(source.Document, redaction), source.Pointer, source.Line, source.Column) : null,
    };
}
