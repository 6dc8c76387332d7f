using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
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
    private List<string>? notes;
    private string? path;
    private IReadOnlyList<KeyValuePair<string, string>>? query;
    private JsonNode? json;
    private bool hasJson;
    private JsonNode? content;
    private bool hasContent;
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

    /// <summary>The path of its URL, without the query.</summary>
    internal string Path => path ??= Message.Url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? Message.Url[..query] : Message.Url;

    /// <summary>Whether it calls the mock itself rather than the API.</summary>
    internal bool IsForMock => Route is null && Refusal is null;

    /// <summary>In what it does not conform to the document; empty until <see cref="MockStage.Validation"/> has passed.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = [];

    /// <summary>
    /// The path the mock is mapped under, without a slash at its end; empty when it is mapped under none. Links to the mock's own paths begin with it.
    /// </summary>
    public string PathBase => Caller.PathBase;

    /// <summary>Name of the innermost behaviour it has reached; <c>document</c> or <c>routing</c> when all let it through.</summary>
    internal string Reached { get; set; } = "";

    /// <summary>The type of the exception that kept the mock from answering; null when nothing did.</summary>
    internal string? Failure { get; set; }

    /// <summary>The client has gone.</summary>
    public CancellationToken Aborted { get; }

    /// <summary>Where the search for the operation ended; null for the mock's own paths and requests that were refused while they were read.</summary>
    internal RouteMatch? Route { get; }

    /// <summary>The answer to a request that was refused while it was read; null otherwise.</summary>
    internal MockReply? Refusal { get; init; }

    /// <summary>Who calls.</summary>
    internal MockCaller Caller { get; init; } = MockCaller.Unknown;

    /// <summary>What came of looking at its credentials; null until somebody has looked.</summary>
    internal CredentialVerdict? Credentials { get; set; }

    /// <summary>What is wrong with the deliveries it causes; null for what is usual.</summary>
    internal DeliveryDefect? DeliveryDefect { get; set; }

    /// <summary>Whether it causes no deliveries.</summary>
    internal bool SuppressesDeliveries { get; set; }

    /// <summary>Whether it wants what usually comes. A situation that is asked for is made up, and changes nothing.</summary>
    internal bool WantsUsual => ReferenceEquals(Preferences, Preferences.None)
        || (Preferences is { Example: null, Dynamic: false } wanted && (wanted.Status is null || wanted.Status == Operation?.SuccessStatus));

    /// <summary>Whether its answer is made from a schema although there are examples.</summary>
    internal bool IsDynamic => Preferences.Dynamic || options.Dynamic;

    internal Preferences Preferences => preferences ??= Preferences.Of(Given);

    internal IEnumerable<MisreadPreference> MisreadPreferences => Preferences.MisreadIn(Given);

    private IReadOnlyDictionary<string, string> Given => given ??= Preferences.Read(Field("Prefer"));

    /// <summary>Preferences that were heeded, as they are confirmed.</summary>
    internal IReadOnlyList<string> Applied => applied ?? [];

    /// <summary>What was noted about the answer.</summary>
    internal IReadOnlyList<string> Notes => notes ?? [];

    /// <summary>How long to wait before answering: what is asked for, within the limit.</summary>
    internal TimeSpan Delay => Preferences.Delay < options.MaxDelay ? Preferences.Delay : options.MaxDelay;

    /// <summary>The combined value of a header field (RFC 9110, section 5.3); null when it was not sent.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public string? Field(string name) => Message.Headers.Combined(name);

    /// <summary>Value of a path parameter, decoded; null when the path has none of that name.</summary>
    /// <param name="name">Its name; case matters.</param>
    public string? PathValue(string name)
    {
        foreach (var (key, value) in PathValues)
            if (key.Equals(name, StringComparison.Ordinal)) return Uri.UnescapeDataString(value);
        return null;
    }

    /// <summary>First value of a query parameter, decoded; null when it was not sent.</summary>
    /// <param name="name">Its name; case matters.</param>
    public string? Query(string name)
    {
        foreach (var (key, value) in QueryFields)
            if (key.Equals(name, StringComparison.Ordinal)) return value;
        return null;
    }

    /// <summary>The fields of the query string in order, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryFields => query ??= QueryText.Read(Message.Url);

    /// <summary>
    /// What the request asks of the mock with <c>Prefer</c> (RFC 7240): the value of a preference, empty when it has none; null when it was not sent.
    /// </summary>
    /// <param name="name">Its name; case does not matter.</param>
    public string? Preference(string name) => Given.GetValueOrDefault(name);

    /// <summary>Has <c>Preference-Applied</c> confirm a preference.</summary>
    /// <param name="preference">The preference as it is confirmed, for example <c>delay=200</c>.</param>
    public void Confirm(string preference) => (applied ??= []).Add(preference);

    /// <summary>
    /// Has <see cref="MockHeaders.Notes"/> tell something about the answer that its reader must know: what was ignored, assumed or not checked.
    /// </summary>
    /// <param name="note">One sentence. One that was noted before is not repeated.</param>
    public void Note(string note)
    {
        ArgumentException.ThrowIfNullOrEmpty(note);
        notes ??= [];
        if (!notes.Contains(note)) notes.Add(note);
    }

    /// <summary>Makes an error answer: in the shape the document describes for the status, else as problem details (RFC 9457).</summary>
    /// <param name="status">The status.</param>
    /// <param name="detail">What was wrong, in one sentence for the client's developer.</param>
    public MockReply Refuse(int status, string detail) => Refuse(status, detail, []);

    internal MockReply Refuse(int status, string detail, IReadOnlyList<Finding> findings)
    {
        var media = Operation?.Answers.ErrorMediaFor(status, Field("Accept"), Preferences.Example);
        return ErrorAnswers.Make(Operation?.Answers, status, detail, media, ExampleFor(status, media), findings);
    }

    /// <summary>The example that is asked for, confirmed; null, with a note why, when the answer has none of that name.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="media">Its representation; null for none.</param>
    internal string? ExampleFor(int status, ApiMediaType? media)
    {
        if (Preferences.Example is not { } example || Operation is null) return null;
        if (media is not null && media.Examples.Any(e => e.Name == example))
        {
            Confirm($"example={StructuredText.Quote(example)}");
            return example;
        }
        Note(ExampleNotes.Missing(Operation.Description, example, status, media));
        return null;
    }

    /// <summary>The body as a tree, read once; not to be changed. Null when it is no JSON.</summary>
    internal JsonNode? Json => hasJson ? json : ReadJson();

    /// <summary>
    /// What the body says, read once as the document describes its media type; not to be changed. Null when there is none, or it cannot be read.
    /// </summary>
    internal JsonNode? Content => hasContent ? content : ReadContent();

    /// <summary>Whether there is a body of JSON that cannot be kept: it repeats names, or has halves of characters.</summary>
    internal bool IsBroken => !Message.Body.IsEmpty && IsPlainJson && Json is null && !Message.Body.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8);

    private bool IsPlainJson => Field("Content-Encoding") is null or "identity" && MediaTypeName.Parse(Field("Content-Type") ?? "application/json").IsJson;

    private JsonNode? ReadContent()
    {
        hasContent = true;
        if (Message.Body.IsEmpty) return null;
        if (IsPlainJson) return content = Json;
        return content = Operation?.Engine.ReadBody(Operation.Description, Message) is { } read ? JsonTrees.Parse(read) : null;
    }

    private JsonNode? ReadJson()
    {
        hasJson = true;
        return json = Message.Body.IsEmpty ? null : JsonTrees.Parse(Message.Body);
    }

    /// <summary>The whole address of a path of this mock, as the client reaches it.</summary>
    internal string AddressOf(string path) =>
        !path.StartsWith('/') ? path : Field("Host") is { Length: > 0 } host && Uri.IsWellFormedUriString($"http://{host}/", UriKind.Absolute)
            ? $"http://{host}{PathBase}{path}" : $"http://localhost{PathBase}{path}";

    /// <summary>A request that reads what is under the path of this one.</summary>
    internal MockRequest Reading(MockOperation reading) =>
        new(options,
            new RecordedRequest { Method = "GET", Url = Message.Url,
            Headers = [.. Message.Headers.Where(h => h.Key.Equals("Host", StringComparison.OrdinalIgnoreCase))] }, Route, reading, Aborted);

    /// <summary>The same request with another message on the same way.</summary>
    internal MockRequest With(RecordedRequest message) => new(options, message, Route, Operation, Aborted)
    {
        given = given,
        preferences = preferences,
        applied = applied ??= [],
        Findings = Findings,
        Credentials = Credentials,
        DeliveryDefect = DeliveryDefect,
        SuppressesDeliveries = SuppressesDeliveries,
        Caller = Caller,
        notes = notes ??= [],
        hasWaited = hasWaited,
    };

    /// <summary>Waits as long as the request asks for, once.</summary>
    internal ValueTask WaitAsync()
    {
        var delay = hasWaited ? TimeSpan.Zero : Delay;
        hasWaited = true;
        return delay <= TimeSpan.Zero ? ValueTask.CompletedTask : new ValueTask(Task.Delay(delay, options.Clock, Aborted));
    }

    /// <summary>Waits, unless the client goes.</summary>
    internal Task WaitAsync(TimeSpan delay) => Task.Delay(delay, options.Clock, Aborted);
}
