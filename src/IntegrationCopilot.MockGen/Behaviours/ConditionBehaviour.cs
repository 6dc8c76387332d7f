using System.Security.Cryptography;
using IntegrationCopilot.SpecEngine;
using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Conditional requests by entity tags and moments (RFC 9110, sections 8.8 and 13): 304 for what the client has already, 412 where something else is there than
/// it thinks.
/// </summary>
/// <remarks>
/// On where the document names validators or conditions for the operation, or for reading the same path. A tag is made from the answer to reading, so it
/// changes exactly when that does.
/// </remarks>
internal sealed class ConditionBehaviour(ApiSpec spec, SampleGenerator samples, TimeProvider clock) : IMockBehaviour
{
    private const int Gates = 64;
    private static readonly string[] Conditions = [HeaderNames.IfMatch, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfUnmodifiedSince];
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly ModifiedMoments moments = new(clock);

    public string Name => "conditions";

    public MockStage Stage => MockStage.Condition;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        var reading = operation.Description.Method is "GET" or "HEAD" ? operation.Description : spec.FindOperation("GET", operation.Description.Path);
        if (!Named(operation.Description) && (reading is null || !Named(reading))) return next;
        var shown = ShownBy(operation.Description);
        var hasDates = HasDates(operation.Description) || (reading is not null && HasDates(reading));
        if (ReferenceEquals(reading, operation.Description)) return request => ReadAsync(request, next, shown, hasDates);
        if (reading is null) return IsRefusedAlone(operation.Description) ? request => UnreadAsync(request, next, shown) : next;
        return request => WriteAsync(request, next, operation.Engine.Prepare(reading), shown, hasDates);
    }

    /// <summary>
    /// The conditions that the document itself shows. Nobody was given what they name, and whoever follows the document sends them: they are none.
    /// </summary>
    private HashSet<string> ShownBy(ApiOperation operation)
    {
        var conditions = operation.Parameters.Where(p => p.Place == ParameterPlace.Header && Conditions.Contains(p.Name, StringComparer.OrdinalIgnoreCase));
        return [.. conditions.Select(p => JsonTrees.Parse(samples.ForParameter(p).Json).ScalarText()).OfType<string>().Where(text => text != "*")];
    }

    private static bool IsRefusedAlone(ApiOperation operation) => operation.Responses.Any(response => response.Status == "412");

    /// <summary>Where nothing can be read nobody was given a tag, so that none matches (RFC 9110, section 13.1.1).</summary>
    private static ValueTask<MockReply> UnreadAsync(MockRequest request, MockStep next, HashSet<string> shown) =>
        TagsIn(request, HeaderNames.IfMatch, shown) is { } tags && tags != "*"
            ? ValueTask.FromResult(request.Refuse(412, "What is there now is not what If-Match names.")) : next(request);

    private static bool Named(ApiOperation operation) => operation.Facts.Any(fact => fact is ConditionFact or ValidatorFieldFact or NotModifiedAnswerFact);

    private static bool HasDates(ApiOperation operation) =>
        operation.Facts.Any(fact => fact is ConditionFact { Header: var condition } && condition.EndsWith("Since", StringComparison.OrdinalIgnoreCase))
        || operation.Facts.OfType<ValidatorFieldFact>().Any(fact => fact.Header.Equals(HeaderNames.LastModified, StringComparison.OrdinalIgnoreCase));

    private async ValueTask<MockReply> ReadAsync(MockRequest request, MockStep next, HashSet<string> shown, bool hasDates)
    {
        var reply = await next(request);
        if (reply.Status != 200) return reply;
        var now = Current(request, reply);
        if (!IsKnown(request, now, shown, hasDates)) return Told(reply, now, hasDates);
        return Told(new MockReply { Status = 304, Headers = [new(MockHeaders.Body, "none")] }, now, hasDates);
    }

    /// <summary>Whether the client has what there is: a tag tells it more exactly than a moment (RFC 9110, section 13.2.2).</summary>
    private static bool IsKnown(MockRequest request, Validators now, HashSet<string> shown, bool hasDates)
    {
        if (request.Field(HeaderNames.IfNoneMatch) is { } known) return EntityTags.Match(known, now.Tag, weakly: true);
        return hasDates && MomentIn(request, HeaderNames.IfModifiedSince, shown) is { } since && now.Modified <= since;
    }

    private async ValueTask<MockReply> WriteAsync(MockRequest request, MockStep next, MockOperation reading, HashSet<string> shown, bool hasDates)
    {
        var (must, mustNot) = (TagsIn(request, HeaderNames.IfMatch, shown), TagsIn(request, HeaderNames.IfNoneMatch, shown));
        var since = must is null && hasDates ? MomentIn(request, HeaderNames.IfUnmodifiedSince, shown) : null;
        if (must is null && mustNot is null && since is null) return await ToldAsync(request, await next(request), reading, hasDates);
        var gate = gates[(uint)string.GetHashCode(request.Message.Url, StringComparison.Ordinal) % Gates];
        await gate.WaitAsync(request.Aborted);
        try
        {
            var now = await CurrentAsync(request, reading);
            if (must is not null && (now is null || !EntityTags.Match(must, now.Value.Tag, weakly: false)))
                return request.Refuse(412, "What is there now is not what If-Match names.");
            if (mustNot is not null && now is not null && EntityTags.Match(mustNot, now.Value.Tag, weakly: true))
                return request.Refuse(412, "What If-None-Match names is there.");
            if (since is not null && now?.Modified > since)
                return request.Refuse(412, "What is there was changed after the moment that If-Unmodified-Since names.");
            return await ToldAsync(request, await next(request), reading, hasDates);
        }
        finally
        {
            gate.Release();
        }
    }

    private static string? TagsIn(MockRequest request, string name, HashSet<string> shown) =>
        request.Field(name) is { } tags && !shown.Contains(tags) ? tags : null;

    /// <summary>A moment of a condition; what is none is ignored (RFC 9110, section 13.1.3).</summary>
    private static DateTimeOffset? MomentIn(MockRequest request, string name, HashSet<string> shown) =>
        request.Field(name) is { } text && !shown.Contains(text) && HeaderUtilities.TryParseDate(text, out var moment) ? moment : null;

    /// <summary>A write that gives the thing back tells its new validators.</summary>
    private async ValueTask<MockReply> ToldAsync(MockRequest request, MockReply reply, MockOperation reading, bool hasDates)
    {
        if (reply.Status is not (200 or 201 or 204) || request.Message.Method is "DELETE" or "POST") return reply;
        return await CurrentAsync(request, reading) is { } now ? Told(reply, now, hasDates) : reply;
    }

    private static MockReply Told(MockReply reply, Validators now, bool hasDates)
    {
        reply = reply.With(HeaderNames.ETag, now.Tag);
        return hasDates ? reply.With(HeaderNames.LastModified, HeaderUtilities.FormatDate(now.Modified)) : reply;
    }

    /// <summary>What tells what reading gives now; null when there is nothing.</summary>
    private async ValueTask<Validators?> CurrentAsync(MockRequest request, MockOperation reading)
    {
        var reply = await reading.Content(request.Reading(reading));
        return reply.Status == 200 ? Current(request, reply) : null;
    }

    private Validators Current(MockRequest request, MockReply reply)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body.Span).AsSpan(0, 12))}\"";
        return new Validators(tag, moments.Of(request.Message.Url, tag, IsJson(reply) ? reply.Body : default));
    }

    private static bool IsJson(MockReply reply) => reply.Field(HeaderNames.ContentType) is { } type && MediaTypeName.Parse(type).IsJson;

    private readonly record struct Validators(string Tag, DateTimeOffset Modified);
}
