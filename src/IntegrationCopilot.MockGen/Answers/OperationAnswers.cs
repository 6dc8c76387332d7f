using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The answers of one operation. Each is built and validated once, when it is first wanted.</summary>
internal sealed class OperationAnswers
{
    private const int MaxKept = 200;
    private const int MaxAccept = 200;
    private readonly ConcurrentDictionary<AnswerKey, MockReply> kept = new();
    private readonly ConcurrentDictionary<(int Status, string? Accept, string? Example), ApiMediaType?> chosen = new();
    private readonly Lazy<MockReply> usual;

    public OperationAnswers(ApiOperation operation, AnswerBuilder builder)
    {
        Operation = operation;
        Builder = builder;
        Success = StatusChoice.Success(operation);
        usual = new Lazy<MockReply>(() => Get(new AnswerKey(Success, MediaFor(Success, null), null, false, 0)));
    }

    public ApiOperation Operation { get; }

    public AnswerBuilder Builder { get; }

    /// <summary>The status of a good answer.</summary>
    public int Success { get; }

    /// <summary>The answer to a request that asks for nothing special.</summary>
    public MockReply Usual => usual.Value;

    public MockReply Get(AnswerKey key)
    {
        if (kept.TryGetValue(key, out var answer)) return answer;
        answer = Builder.Build(Operation, key);
        if (kept.Count < MaxKept) kept.TryAdd(key, answer);
        return answer;
    }

    /// <summary>The representation to answer a status in, under the type to send it as; null when it has none, or none that the client accepts.</summary>
    /// <param name="status">The status.</param>
    /// <param name="accept">The <c>Accept</c> header; null accepts everything.</param>
    /// <param name="example">Name of an example that the answer should have; null for any.</param>
    public ApiMediaType? MediaFor(int status, string? accept, string? example = null)
    {
        if (Operation.FindResponse(status) is not { Content.Count: > 0 } response) return null;
        if (chosen.TryGetValue((status, accept, example), out var media)) return media;
        media = Representations.Choose(response.Content, accept, example);
        var isShort = accept is null or { Length: < MaxAccept } && example is null or { Length: < MaxAccept };
        if (isShort && chosen.Count < MaxKept) chosen.TryAdd((status, accept, example), media);
        return media;
    }

    /// <summary>
    /// The representation to answer an error in: one that the client accepts, else any (RFC 9110, section 12.4.1); null when none is described.
    /// </summary>
    /// <param name="status">The status.</param>
    /// <param name="accept">The <c>Accept</c> header; null accepts everything.</param>
    /// <param name="example">Name of an example that the answer should have; null for any.</param>
    public ApiMediaType? ErrorMediaFor(int status, string? accept, string? example) =>
        MediaFor(status, accept, example) ?? MediaFor(status, null, example);

    /// <summary>Whether a status has a body, in whatever representation.</summary>
    public bool HasBody(int status) => !MockReply.IsBodiless(status) && Operation.FindResponse(status) is { Content.Count: > 0 };
}
