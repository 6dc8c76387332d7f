namespace IntegrationCopilot.MockGen;

/// <summary>The credentials a step is sent with.</summary>
public enum StepCredentials
{
    /// <summary>Those of the environment.</summary>
    Valid,

    /// <summary>None at all.</summary>
    None,

    /// <summary>Of the right form, but not anybody's: another key, password or token.</summary>
    Wrong,

    /// <summary>Not of the scheme's form: an empty key, a scheme without token, text that is not Base64.</summary>
    Malformed,

    /// <summary>Text of one character, too short to be anybody's.</summary>
    Short,

    /// <summary>Valid ones of another caller, who must not see what the first one makes.</summary>
    OtherCaller,

    /// <summary>A token past its time. Taken from the variable <c>expired_token</c>; our mock knows its own.</summary>
    Expired,
}

/// <summary>One step of a golden test: a request and what must hold of its answer, or a delivery that the API is brought to send.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestStep
{
    /// <summary>Its name, unique within the test; other steps refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The request to send; null exactly when <see cref="Delivery"/> is set.</summary>
    public StepRequest? Request { get; init; }

    /// <summary>The delivery to bring about and wait for; null for requests.</summary>
    public StepDelivery? Delivery { get; init; }

    /// <summary>The credentials to send.</summary>
    public StepCredentials Credentials { get; init; }

    /// <summary>
    /// The unbroken request, sent with the valid credentials: only when it succeeded in the run does a refusal of <see cref="Request"/> say anything. Null for
    /// steps that break nothing.
    /// </summary>
    public StepRequest? Control { get; init; }

    /// <summary>
    /// Whether it is sent once in a run for all tests that ask the same, be it as their step or as <see cref="Control"/>. Only for requests that stand alone.
    /// </summary>
    public bool Shared { get; init; }

    /// <summary>What to ask of our own mock; never sent to a real API.</summary>
    public MockControl? Mock { get; init; }

    /// <summary>
    /// Name of an earlier step whose <c>Retry-After</c> (seconds or date, RFC 9110, section 10.2.3) is waited for before this one; null to start at once.
    /// </summary>
    public string? WaitForRetryAfterOf { get; init; }

    /// <summary>
    /// How many times the request is sent, one after another and as fast as it is answered, until the answer is 429: at most. Once in a run for all tests that
    /// ask the same. Null (the default) to send it once; our own mock, which is asked for the answer, is sent it once in any case.
    /// </summary>
    public int? UntilLimited { get; init; }

    /// <summary>Milliseconds after which the client gives up; null for the runner's own limit.</summary>
    public int? TimeoutMs { get; init; }

    /// <summary>
    /// How many copies of the request are sent at the same moment. Default 1, and what is below 1 is taken as 1: a step that sends nothing tests nothing.
    /// Each assertion must hold for every copy.
    /// </summary>
    public int Copies { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>How to walk on from the answer, page by page; null to send the request once.</summary>
    public PageWalk? Walk { get; init; }

    /// <summary>
    /// Whether, after a 201 or 202, the place that its <c>Location</c> names is asked for with GET and the same credentials; never on a server other than the
    /// one that is tested. Default false.
    /// </summary>
    public bool Locates { get; init; }

    /// <summary>Values to keep from the answer for later steps.</summary>
    public IReadOnlyList<StepCapture> Captures { get; init => field = value ?? []; } = [];

    /// <summary>What must hold.</summary>
    public IReadOnlyList<TestAssertion> Assertions { get; init => field = value ?? []; } = [];
}

/// <summary>
/// A value kept from an answer, which later steps use as <c>{{ name }}</c>. A step whose captured value is missing ends the test with an error.
/// </summary>
/// <param name="Name">The name it gets.</param>
/// <param name="Pointer">JSON Pointer into the JSON body; null when <paramref name="Header"/> is given.</param>
/// <param name="Header">Name of a response header; null when <paramref name="Pointer"/> is given.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StepCapture(string Name, string? Pointer = null, string? Header = null);

/// <summary>What to ask of our own mock so that a situation comes about.</summary>
/// <remarks>Sent as a <c>Prefer</c> header (RFC 7240), see <see cref="ToPrefer"/>.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockControl
{
    /// <summary>The status to answer with; null to let the mock decide.</summary>
    public int? Status { get; init; }

    /// <summary>Milliseconds to wait before answering.</summary>
    public int? DelayMs { get; init; }

    /// <summary>Seconds to announce in <c>Retry-After</c>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The value of the <c>Prefer</c> header: <c>code=429, delay=200, retry-after=1</c> with what is set.</summary>
    public string ToPrefer()
    {
        var preferences = new List<string>(3);
        if (Status is { } status) preferences.Add($"code={status}");
        if (DelayMs is { } delay) preferences.Add($"delay={delay}");
        if (RetryAfterSeconds is { } seconds) preferences.Add($"retry-after={seconds}");
        return string.Join(", ", preferences);
    }
}
