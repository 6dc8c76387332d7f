using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A request on its way through a mock.</summary>
/// <threadsafety>Belongs to one request; not for use by several threads at once.</threadsafety>
public sealed class MockRequest
{
    private readonly MockOptions options;
    private IReadOnlyDictionary<string, string>? given;
    private Preferences? preferences;
    private List<string>? applied;
    private bool hasWaited;

    internal MockRequest(MockOptions options, RecordedRequest message, RouteMatch? route, MockOperation? operation, CancellationToken aborted)
    {
        this.options = options;
        Message = message;
        Route = route;
        Operation = operation;
        Aborted = aborted;
    }

    /// <summary>The request as received.</summary>
    public RecordedRequest Message { get; }

    /// <summary>The operation it calls; null when it calls none.</summary>
    public MockOperation? Operation { get; }

    /// <summary>Values of the path's parameters in template order, percent-encoded as in the URL.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> PathValues => Route?.PathValues ?? [];

    /// <summary>In what it does not conform to the document; empty until <see cref="MockStage.Validation"/> has passed.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = [];

    /// <summary>The client has gone.</summary>
    public CancellationToken Aborted { get; }

    /// <summary>Where the search for the operation ended; null for the mock's own paths and requests that were refused while they were read.</summary>
    internal RouteMatch? Route { get; }

    /// <summary>The answer to a request that was refused while it was read; null otherwise.</summary>
    internal MockReply? Refusal { get; init; }

    internal Preferences Preferences => preferences ??= Preferences.Of(Given);

    private IReadOnlyDictionary<string, string> Given => given ??= Preferences.Read(Field("Prefer"));

    /// <summary>Preferences that were heeded, as they are confirmed.</summary>
    internal IReadOnlyList<string> Applied => applied ?? [];

    /// <summary>The combined value of a header field (RFC 9110, section 5.3); null when it was not sent.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public string? Field(string name) => Message.Headers.Combined(name);

    /// <summary>What the request asks of the mock with <c>Prefer</c> (RFC 7240): the value of a preference, empty when it has none; null when it was not sent.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public string? Preference(string name) => Given.GetValueOrDefault(name);

    /// <summary>Has <c>Preference-Applied</c> confirm a preference.</summary>
    /// <param name="preference">The preference as it is confirmed, for example <c>delay=200</c>.</param>
    public void Confirm(string preference) => (applied ??= []).Add(preference);

    /// <summary>Makes an error answer: in the shape the document describes for the status, else as problem details (RFC 9457).</summary>
    /// <param name="status">The status.</param>
    /// <param name="detail">What was wrong, in one sentence for the client's developer.</param>
    public MockReply Refuse(int status, string detail) => Refuse(status, detail, []);

    internal MockReply Refuse(int status, string detail, IReadOnlyList<Finding> findings) => ErrorAnswers.Make(Operation?.Answers, status, detail, Field("Accept"), findings);

    /// <summary>Waits as long as the request asks for, once.</summary>
    internal ValueTask WaitAsync()
    {
        var delay = hasWaited ? TimeSpan.Zero : Preferences.Delay;
        hasWaited = true;
        return delay <= TimeSpan.Zero ? ValueTask.CompletedTask : new ValueTask(Task.Delay(delay < options.MaxDelay ? delay : options.MaxDelay, options.Clock, Aborted));
    }
}
