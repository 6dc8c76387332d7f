using System.Text.Json;
using System.Web;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Controls a mock over HTTP, for tests in other languages; docs/articles/mock.md describes the JSON.</summary>
internal sealed class ControlEndpoint(MockEngine engine)
{
    private const int DefaultLimit = 100;
    private const string Requests = "/__mock/requests";
    private const string Overrides = "/__mock/overrides";
    private const string Fail = "/__mock/fail";
    private const string Verify = "/__mock/verify";
    private const string Reset = "/__mock/reset";

    /// <summary>Its paths, for people.</summary>
    public static IReadOnlyList<string> Paths { get; } = [Requests, Overrides, Fail, Verify, Reset];

    public static bool IsFor(string path) => Paths.Contains(path) || path.StartsWith(Overrides + "/", StringComparison.Ordinal);

    public async ValueTask<MockReply> AnswerAsync(MockRequest request)
    {
        if (ControlAccess.Refusal(request, engine.Options) is { } refusal) return request.Refuse(403, refusal);
        try
        {
            return (request.Message.Method, request.Path) switch
            {
                ("GET" or "HEAD", Requests) => Received(request),
                ("DELETE", Requests) => Done(engine.Journal.Clear),
                ("GET" or "HEAD", Overrides) => Active(),
                ("POST", Overrides) => Created(engine.Overrides.Set(ControlJson.ReadOverride(request.Message.Body, engine.Options))),
                ("DELETE", Overrides) => Done(engine.Overrides.Clear),
                ("DELETE", var path) when path.StartsWith(Overrides, StringComparison.Ordinal) => Removed(request, path[(Overrides.Length + 1)..]),
                ("POST", Fail) => Created(engine.Overrides.Set(ControlJson.ReadFailure(request.Message.Body))),
                ("POST", Verify) => Verified(request),
                ("POST", Reset) => await ResetAsync(),
                _ => request.Refuse(405, $"{request.Path} does not take {request.Message.Method}.").With("Allow", MethodsOf(request.Path)),
            };
        }
        catch (Exception fault) when (fault is ArgumentException or JsonException or FormatException or InvalidOperationException)
        {
            return request.Refuse(400, ToldOf(fault));
        }
    }

    /// <summary>What was wrong, for whoever wrote the JSON: of parameters they know nothing.</summary>
    private static string ToldOf(Exception fault) => fault switch
    {
        JsonException => $"The body is no JSON text: {fault.Message}",
        ArgumentException { ParamName: { } name } => fault.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        _ => fault.Message,
    };

    private static string MethodsOf(string path) => path switch
    {
        Requests => "DELETE, GET, HEAD",
        Overrides => "DELETE, GET, HEAD, POST",
        Fail or Verify or Reset => "POST",
        _ => "DELETE",
    };

    private MockReply Received(MockRequest request)
    {
        var query = HttpUtility.ParseQueryString(RequestConditions.QueryOf(request.Message.Url));
        var limit = query["limit"] is not { } text ? DefaultLimit
            : int.TryParse(text, out var asked) && asked > 0 ? asked
            : throw new FormatException($"The query parameter 'limit' is a whole number of at least 1, not '{text}'.");
        var received = engine.Journal.Received(query["operation"] is { Length: > 0 } operation ? operation : null);
        return MockReply.Own(200, "application/json", writer =>
        {
            writer.WriteNumber("total", engine.Journal.Total);
            writer.WriteStartArray("requests");
            foreach (var exchange in received.TakeLast(limit)) ControlJson.Write(writer, exchange);
            writer.WriteEndArray();
        });
    }

    private MockReply Active() => MockReply.Own(200, "application/json", writer =>
    {
        writer.WriteStartArray("overrides");
        foreach (var active in engine.Overrides.Active) ControlJson.Write(writer, active);
        writer.WriteEndArray();
    });

    private MockReply Verified(MockRequest request)
    {
        var expected = ControlJson.ReadExpectation(request.Message.Body);
        try
        {
            engine.Journal.AssertReceived(expected.Operation, expected.Times, expected.When);
        }
        catch (MockAssertionException failed)
        {
            return request.Refuse(409, failed.Message);
        }
        var count = engine.Journal.Received(expected.Operation, expected.When).Count;
        return MockReply.Own(200, "application/json", writer => writer.WriteNumber("count", count));
    }

    private async ValueTask<MockReply> ResetAsync()
    {
        await engine.ResetAsync();
        return Done(static () => { });
    }

    private MockReply Removed(MockRequest request, string id) => int.TryParse(id, out var number) && engine.Overrides.Remove(number)
        ? Done(static () => { })
        : request.Refuse(404, $"There is no override '{id}'; it may be used up.");

    private static MockReply Created(int id) =>
        MockReply.Own(201, "application/json", writer => writer.WriteNumber("id", id)).With("Location", $"{Overrides}/{id}");

    private static MockReply Done(Action action)
    {
        action();
        return new MockReply { Status = 204, Headers = [new(MockHeaders.Body, "none")] };
    }
}
