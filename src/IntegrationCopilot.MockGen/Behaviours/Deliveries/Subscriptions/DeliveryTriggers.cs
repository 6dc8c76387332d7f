using System.Collections.Concurrent;
using System.Collections.Frozen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Which webhooks tell of an operation: those whose name, or one of whose event types, names its thing and what it does to it.</summary>
internal sealed class DeliveryTriggers(ApiSpec spec)
{
    private static readonly FrozenSet<string> Creating = FrozenSet.Create(StringComparer.Ordinal, "create", "add", "new", "make", "register", "insert",
        "open", "place", "start", "issue", "submit", "initiate", "received", "upload", "import", "schedule");
    private static readonly FrozenSet<string> Changing = FrozenSet.Create(StringComparer.Ordinal, "update", "change", "modify", "edit", "replace", "patch",
        "set");
    private static readonly FrozenSet<string> Deleting = FrozenSet.Create(StringComparer.Ordinal, "delete", "remove", "destroy", "deletion", "removal");

    /// <summary>What becomes of a new thing when nothing goes wrong.</summary>
    private static readonly FrozenSet<string> Succeeding = FrozenSet.Create(StringComparer.Ordinal, "succeed", "success", "successful", "complete", "settle",
        "paid", "process", "finish", "approve", "accept", "authorize", "authorise", "activate", "confirm", "deliver", "fulfill");

    private readonly ConcurrentDictionary<ApiOperation, IReadOnlyList<DeliveryEvent>> known = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<IReadOnlyList<Candidate>> candidates = new(() => CandidatesOf(spec));

    private sealed record Candidate(DeliveryEvent Event, ApiResource Resource, List<string> Verbs);

    /// <summary>The events an operation causes when it succeeds; none for what changes nothing.</summary>
    public IReadOnlyList<DeliveryEvent> Of(ApiOperation operation) => spec.Webhooks.Count == 0 ? [] : known.GetOrAdd(operation, Find);

    /// <summary>All events of a webhook, as it tells them by itself.</summary>
    public static IEnumerable<DeliveryEvent> EventsOf(ApiSpec spec, ApiOperation webhook) =>
        EventTypes.Of(spec, webhook) is { } types ? types.Values.Select(value => new DeliveryEvent(webhook, value)) : [new DeliveryEvent(webhook, null)];

    private List<DeliveryEvent> Find(ApiOperation operation)
    {
        var meaning = spec.Resources.Of(operation);
        if (meaning.Effect == OperationEffect.Safe || meaning.Resource is not { } resource) return [];
        var found = new List<DeliveryEvent>();
        foreach (var isOutcome in (bool[])[false, true])
            foreach (var candidate in candidates.Value)
                if (ReferenceEquals(candidate.Resource, resource) && (isOutcome ? TellsOutcome(candidate, meaning) : Tells(candidate, meaning))
                    && !found.Exists(e => ReferenceEquals(e.Webhook, candidate.Event.Webhook))) found.Add(candidate.Event with { IsOutcome = isOutcome });
        return found;
    }

    private static IReadOnlyList<Candidate> CandidatesOf(ApiSpec spec)
    {
        var things = spec.Resources.Resources.Select(resource => (Resource: resource,
            Words: resource.Name.Split('_'))).OrderByDescending(thing => thing.Words.Length).ToList();
        var found = new List<Candidate>();
        foreach (var told in spec.Webhooks.SelectMany(webhook => EventsOf(spec, webhook)))
            foreach (var name in told.Names)
                foreach (var (resource, words) in things)
                {
                    if (EventWords.Without(EventWords.Of(name), words) is not { } verbs) continue;
                    found.Add(new Candidate(told, resource, verbs));
                    break;
                }
        return found;
    }

    private static bool Tells(Candidate candidate, OperationMeaning meaning)
    {
        var verbs = candidate.Verbs;
        if (verbs.Count == 0) return candidate.Event.Type is null;
        return meaning.Role switch
        {
            ResourceRole.Create => Any(verbs, Creating),
            ResourceRole.Update or ResourceRole.Replace => Any(verbs, Changing) || (meaning.Operation == meaning.Resource!.Create && Any(verbs, Creating)),
            ResourceRole.Delete => Any(verbs, Deleting),
            ResourceRole.Action => verbs.Exists(verb => IsVerbOf(meaning.Operation, verb)),
            _ => false,
        };
    }

    /// <summary>What a new thing usually comes to, though nobody can say when.</summary>
    private static bool TellsOutcome(Candidate candidate, OperationMeaning meaning) =>
        meaning.Role == ResourceRole.Create && Any(candidate.Verbs, Succeeding) && !HasAction(candidate);

    private static bool Any(List<string> verbs, FrozenSet<string> words) =>
        verbs.Exists(verb => words.Contains(verb) || words.Any(word => EventWords.IsSameVerb(word, verb)));

    private static bool HasAction(Candidate candidate) => candidate.Resource.Actions.Any(action => candidate.Verbs.Exists(verb => IsVerbOf(action, verb)));

    /// <summary>The verb of an action stands at the end of its path, or at the beginning of its operation id.</summary>
    private static bool IsVerbOf(ApiOperation action, string verb)
    {
        var last = action.Path.Split('/').LastOrDefault(segment => segment.Length > 0 && segment[0] != '{') ?? "";
        return EventWords.Of(last).Concat(EventWords.Of(action.OperationId ?? "").Take(1)).Any(word => EventWords.IsSameVerb(word, verb));
    }
}
