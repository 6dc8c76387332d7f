using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Finds the delivery that is easiest to bring about: one that is signed, then one that an operation surely causes, then one that something new causes.
/// </summary>
internal sealed class DeliveryPlanner
{
    private const int MostTried = 50;
    private readonly TestMaterial material;
    private readonly List<ApiOperation> subscribing;
    private readonly Lazy<(DeliveryPlan? Plan, string? Problem)> best;

    public DeliveryPlanner(TestMaterial material)
    {
        this.material = material;
        subscribing = [.. material.Spec.Operations.Where(operation => operation.Facts.OfType<SubscriptionFact>().Any(fact => fact.Dedicated))
            .OrderBy(operation => operation.Path.Count(c => c == '{')).ThenBy(operation => operation.Method != "POST")];
        best = new(Find);
    }

    /// <summary>The delivery; or why there is none.</summary>
    public (DeliveryPlan? Plan, string? Problem) Best => best.Value;

    private sealed record Candidate(ApiOperation Cause, DeliveryEvent Told, bool IsCertain)
    {
        public bool IsCallback => Told.Webhook.Kind == OperationKind.Callback;
    }

    private (DeliveryPlan? Plan, string? Problem) Find()
    {
        string? problem = null;
        foreach (var candidate in Candidates().OrderBy(Difficulty).Take(MostTried))
        {
            var (plan, why) = candidate.IsCallback ? Callback(candidate) : Webhook(candidate);
            if (plan is not null) return (plan, null);
            problem ??= why;
        }

        return (null, problem ?? WhyNone());
    }

    private IEnumerable<Candidate> Candidates()
    {
        var triggers = new DeliveryTriggers(material.Spec);
        foreach (var operation in material.Spec.Operations)
        {
            foreach (var told in triggers.Of(operation)) yield return new(operation, told, !told.IsOutcome);
            foreach (var callback in operation.Callbacks) yield return new(operation, new DeliveryEvent(callback, null), operation.Callbacks.Count == 1);
        }
    }

    private int Difficulty(Candidate candidate) =>
        (SignatureOf(candidate.Told.Webhook) is null ? 8 : 0) + (candidate.IsCertain ? 0 : 4) + (candidate.Cause.Deprecated ? 2 : 0)
        + (candidate.IsCallback || material.Spec.Resources.Of(candidate.Cause).Role == ResourceRole.Create ? 0 : 1);

    private (DeliveryPlan? Plan, string? Problem) Callback(Candidate candidate)
    {
        var cause = material.RequestFor(candidate.Cause);
        if (cause.Plan is not { } plan) return (null, cause.Problem);
        return AddressPlace.Put(material, plan, candidate.Told.Webhook.Path) is var (asking, needsHttps)
            ? (Plan(candidate, asking, null, needsHttps), null)
            : (null, $"{candidate.Cause.Id} takes no address for its callback '{candidate.Told.Webhook.Path}' that could be listened at.");
    }

    private (DeliveryPlan? Plan, string? Problem) Webhook(Candidate candidate)
    {
        var cause = material.RequestFor(candidate.Cause);
        if (cause.Plan is not { } plan) return (null, cause.Problem);
        if (candidate.Cause.Facts.OfType<SubscriptionFact>().FirstOrDefault(fact => !fact.Dedicated) is { } along
            && TwinBody.Of(material, plan) is { } body && AddressPlace.Put(body, along.Address.Pointer) is { } needsHttps)
            return (Plan(candidate, body.Plan, null, needsHttps), null);
        var subscribe = subscribing.Select(operation => SubscribeRequest.Make(material, operation, candidate.Told)).FirstOrDefault(found => found is not null);
        if (subscribe is null && subscribing.Count > 0)
            return (null, $"No address for '{candidate.Told.Type ?? candidate.Told.Webhook.Path}' can be registered with {subscribing[0].Id}.");
        return (Plan(candidate, plan, subscribe, subscribe?.NeedsHttps ?? false), null);
    }

    private DeliveryPlan Plan(Candidate candidate, RequestPlan cause, SubscribeRequest? subscribe, bool needsHttps)
    {
        var webhook = candidate.Told.Webhook;
        var signature = SignatureOf(webhook);
        var type = candidate.Told.Type is { } value && EventTypes.Of(material.Spec, webhook) is { } types ? new DeliveredEvent(types.Field, value) : null;
        var delivery = new StepDelivery { Webhook = webhook.Id, Subscribe = subscribe?.Plan.Request, Cause = cause.Request, Event = type, Signature = signature,
            SecretPointer = subscribe?.SecretPointer, NeedsHttps = needsHttps };
        IEnumerable<TestVariable> own = [Address(isToldByCause: subscribe is not null || !ReferenceEquals(cause, material.RequestFor(candidate.Cause).Plan)),
            .. signature is null ? [] : new[] { Secret(subscribe) }];
        return new(webhook, candidate.Cause, delivery,
            [.. own.Concat(subscribe?.Plan.Variables ?? []).Concat(cause.Variables).DistinctBy(variable => variable.Name, StringComparer.Ordinal)],
            candidate.IsCertain);
    }

    private static TestVariable Address(bool isToldByCause) => new()
    {
        Name = StepDelivery.AddressVariable,
        FromRunner = isToldByCause,
        Description = isToldByCause
            ? "The address under which the API reaches what listens for its deliveries; by default that of a listener on this machine."
            : "The address that is registered with the API for its deliveries, which must lead to what listens for them.",
    };

    private static TestVariable Secret(SubscribeRequest? subscribe) => new()
    {
        Name = StepDelivery.SecretVariable,
        Secret = true,
        Default = subscribe?.Secret,
        Suppliers = subscribe?.SecretPointer is { } pointer ? [new ValueSupplier(subscribe.Plan.Operation.Id, pointer, 1) { Creates = true }] : [],
        Description = "The secret that deliveries are signed with; not needed where the API tells it, or is told it, when the address is registered.",
    };

    private static DeliverySignature? SignatureOf(ApiOperation webhook) => webhook.Facts.OfType<DeliverySignatureFact>().FirstOrDefault() is { } fact
        ? new(fact.Scheme, fact.Header, webhook.Parameters.Any(parameter => parameter.Required && parameter.Place == ParameterPlace.Header
            && parameter.Name.Equals(fact.Header, StringComparison.OrdinalIgnoreCase)))
        : null;

    private string WhyNone() => material.Spec.Webhooks.Count == 0 && material.Spec.Operations.All(operation => operation.Callbacks.Count == 0)
        ? "The document has operations to subscribe to webhooks, but describes no delivery."
        : $"No operation is known to cause a delivery: the names of the webhooks ({Names()}) do not say which thing and what is done to it.";

    private string Names() => string.Join(", ", material.Spec.Webhooks.Select(webhook => webhook.Path).Distinct().Take(5));
}
