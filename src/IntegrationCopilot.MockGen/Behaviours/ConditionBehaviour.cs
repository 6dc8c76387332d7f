using System.Security.Cryptography;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Conditional requests by entity tags (RFC 9110, sections 8.8.3 and 13): 304 for what the client has already, 412 where something else is there than it thinks.</summary>
/// <remarks>On where the document names entity tags or conditions for the operation, or for reading the same path. A tag is made from the answer to reading, so it changes exactly when that does.</remarks>
internal sealed class ConditionBehaviour(ApiSpec spec, SampleGenerator samples) : IMockBehaviour
{
    private const int Gates = 64;
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1, 1))];

    public string Name => "conditions";

    public MockStage Stage => MockStage.Condition;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        var reading = operation.Description.Method is "GET" or "HEAD" ? operation.Description : spec.FindOperation("GET", operation.Description.Path);
        if (!Named(operation.Description) && (reading is null || !Named(reading))) return next;
        if (ReferenceEquals(reading, operation.Description)) return request => ReadAsync(request, next);
        if (reading is null) return next;
        var shown = ShownBy(operation.Description);
        return request => WriteAsync(request, next, operation.Engine.Prepare(reading), shown);
    }

    /// <summary>The tags that the document itself shows. Nobody was given them, and whoever follows the document sends them: they are no condition.</summary>
    private HashSet<string> ShownBy(ApiOperation operation)
    {
        var conditions = operation.Parameters.Where(p => p.Place == ParameterPlace.Header && (p.Name.Equals("If-Match", StringComparison.OrdinalIgnoreCase) || p.Name.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase)));
        return [.. conditions.Select(p => JsonTrees.Parse(samples.ForParameter(p).Json).ScalarText()).OfType<string>().Where(text => text != "*")];
    }

    private static bool Named(ApiOperation operation) => operation.Facts.Any(fact => fact is ConditionFact or ValidatorFieldFact or NotModifiedAnswerFact);

    private static async ValueTask<MockReply> ReadAsync(MockRequest request, MockStep next)
    {
        var reply = await next(request);
        if (reply.Status != 200) return reply;
        var tag = TagOf(reply);
        if (request.Field("If-None-Match") is { } known && EntityTags.Match(known, tag, weakly: true)) return new MockReply { Status = 304, Headers = [new("ETag", tag), new(MockHeaders.Body, "none")] };
        return reply.With("ETag", tag);
    }

    private async ValueTask<MockReply> WriteAsync(MockRequest request, MockStep next, MockOperation reading, HashSet<string> shown)
    {
        var (must, mustNot) = (request.Field("If-Match"), request.Field("If-None-Match"));
        if (must is not null && shown.Contains(must)) must = null;
        if (mustNot is not null && shown.Contains(mustNot)) mustNot = null;
        if (must is null && mustNot is null) return await TaggedAsync(request, await next(request), reading);
        var gate = gates[(uint)string.GetHashCode(request.Message.Url, StringComparison.Ordinal) % Gates];
        await gate.WaitAsync(request.Aborted);
        try
        {
            var now = await CurrentAsync(request, reading);
            if (must is not null && (now is null || !EntityTags.Match(must, now, weakly: false))) return request.Refuse(412, "What is there now is not what If-Match names.");
            if (mustNot is not null && now is not null && EntityTags.Match(mustNot, now, weakly: true)) return request.Refuse(412, "What If-None-Match names is there.");
            return await TaggedAsync(request, await next(request), reading);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A write that gives the thing back tells its new tag.</summary>
    private static async ValueTask<MockReply> TaggedAsync(MockRequest request, MockReply reply, MockOperation reading)
    {
        if (reply.Status is not (200 or 201 or 204) || request.Message.Method is "DELETE" or "POST") return reply;
        return await CurrentAsync(request, reading) is { } tag ? reply.With("ETag", tag) : reply;
    }

    /// <summary>The tag of what reading gives now; null when there is nothing.</summary>
    private static async ValueTask<string?> CurrentAsync(MockRequest request, MockOperation reading)
    {
        var reply = await reading.Content(request.Reading(reading));
        return reply.Status == 200 ? TagOf(reply) : null;
    }

    private static string TagOf(MockReply reply) => $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body.Span).AsSpan(0, 12))}\"";
}
