using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Gives a request sent again with the same key the same answer, without a second effect (draft-ietf-httpapi-idempotency-key-header, section 2).
/// </summary>
/// <remarks>
/// Without the key where it is required: 400. The same key with another request: 422. While the first is in progress: 409. Failures that pass are not kept, so
/// that the request may be sent again.
/// </remarks>
internal sealed class IdempotencyBehaviour(IMockStore store, TimeProvider clock) : IMockBehaviour
{
    private const string Collection = "\u001Fidempotency\u001F";
    private const int MaxKeyLength = 255;

    /// <summary>A client that gave up and sends again at once is often faster than the news that it had gone: so long is waited for that news.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public string Name => "idempotency";

    public MockStage Stage => MockStage.Repetition;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation?.Description.Facts.OfType<IdempotencyKeyFact>().FirstOrDefault() is not { } fact) return next;
        var collection = Collection + operation.Description.Id;
        return request => request.Preferences.Status is not null ? next(request)
            : KeyOf(request, fact) is { } key ? AnswerAsync(request, next, collection, key)
            : fact.Required ? new(request.Refuse(400, $"The idempotency key {fact.Key.Name} is missing."))
            : next(request);
    }

    private async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next, string collection, string key)
    {
        if (key.Length > MaxKeyLength) return request.Refuse(400, $"The idempotency key is longer than {MaxKeyLength} characters.");
        var fingerprint = FingerprintOf(request);
        var begun = await store.PutAsync(new MockThing { Collection = collection, Id = key, Owner = fingerprint, Marks = MockThingMarks.Pending },
            request.Aborted);
        if (begun.Thing is null)
            return Again(request, await EndOfAsync(collection, key, fingerprint, request.Aborted), fingerprint)
                ?? await AnswerAsync(request, next, collection, key);
        MockReply reply;
        try
        {
            reply = await next(request);
        }
        catch
        {
            await store.RemoveAsync(begun.Thing, CancellationToken.None);
            throw;
        }
        if (Passes(reply.Status) || reply.BreakAfterBytes is not null) await store.RemoveAsync(begun.Thing, CancellationToken.None);
        else await store.PutAsync(begun.Thing with { Json = KeptReplies.Write(reply), Marks = MockThingMarks.None }, CancellationToken.None);
        return reply;
    }

    /// <summary>What became of the request that came first, or that it is still in progress; null when it has gone.</summary>
    private async ValueTask<MockThing?> EndOfAsync(string collection, string key, string fingerprint, CancellationToken aborted)
    {
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            var first = await store.FindAsync(collection, key, aborted);
            if (first is null || first.Owner != fingerprint || (first.Marks & MockThingMarks.Pending) == 0 || waited >= Patience) return first;
            await Task.Delay(Step, clock, aborted);
        }
    }

    /// <summary>Answers that may be another one when the request is sent again.</summary>
    private static bool Passes(int status) => status is >= 500 or 401 or 403 or 408 or 409 or 425 or 429;

    private static MockReply? Again(MockRequest request, MockThing? kept, string fingerprint)
    {
        if (kept is null) return null;
        if (kept.Owner != fingerprint) return request.Refuse(422, "The idempotency key was used for another request.");
        if ((kept.Marks & MockThingMarks.Pending) != 0) return request.Refuse(409, "A request with this idempotency key is in progress.");
        return KeptReplies.Read(kept.Json)?.With("Idempotent-Replayed", "true");
    }

    /// <summary>The key; vendors send it bare, the draft quotes it. Null when there is none.</summary>
    private static string? KeyOf(MockRequest request, IdempotencyKeyFact fact)
    {
        var text = fact.Key.Place switch
        {
            MessagePlace.Header => request.Field(fact.Key.Name),
            MessagePlace.Query => request.Query(fact.Key.Name),
            MessagePlace.Body => request.Content.Find(fact.Key.Pointer.Tokens).ScalarText(),
            _ => null,
        };
        text = text?.Trim();
        if (text is { Length: > 1 } && text[0] == '"' && text[^1] == '"') text = text[1..^1];
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>What makes two requests the same: method, address, and body whatever its white space.</summary>
    private static string FingerprintOf(MockRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Message.Method} {request.Message.Url}\n"));
        hash.AppendData(request.Json is { } tree ? JsonTrees.Write(tree) : request.Message.Body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
