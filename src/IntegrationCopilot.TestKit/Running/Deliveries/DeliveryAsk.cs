using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Brings a delivery about: registers the address, has the cause happen, and waits.</summary>
internal sealed class DeliveryAsk(RunContext context, StepDelivery delivery, GoldenTest test, IDeliveryInbox inbox, string key)
{
    /// <exception cref="CaseStopException">A request cannot be made, or did not succeed.</exception>
    public async Task<DeliveryOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var values = await FilledAsync(cancellationToken);
        var address = AddressIn(values);
        values = values.With(StepDelivery.AddressVariable, AsJson.Element(address));
        var sender = new CaseSender(context, test.Id, values.Secrets);
        var subscribed = delivery.Subscribe is { } subscribe ? await SendAsync(subscribe, values, sender, cancellationToken) : null;
        var caused = await SendAsync(delivery.Cause, values, sender, cancellationToken);
        var webhook = Webhook(caused.Operation);
        var isOurs = context.Options.Values.ContainsKey(StepDelivery.AddressVariable) ? null : new Uri(address).AbsolutePath;
        var match = new DeliveryMatch(delivery, webhook, context.Validator, isOurs);
        var arrival = await new DeliveryWait(inbox, match, context.Options).RunAsync(cancellationToken);
        var verdict = arrival.Received is { } received ? context.Validator.ValidateRequest(webhook, received.Request) : null;
        if (verdict is not null) await sender.RecordAsync(arrival.Received!, webhook, verdict);
        return new(webhook, address, arrival) { Verdict = verdict, Secret = SecretIn(values, subscribed), TraceIds = sender.TraceIds };
    }

    private async Task<TemplateValues> FilledAsync(CancellationToken cancellationToken)
    {
        var needs = new ValueNeeds(test.Variables, key, test.Id) { Used = UsedVariables.Of([new TestStep { Name = "deliver", Delivery = delivery }]) };
        var filled = await context.Values.FillAsync(needs, cancellationToken);
        return filled.IsComplete ? filled.Value : throw CaseStopException.Missing(filled.Problems);
    }

    /// <summary>An address of its own keeps deliveries of other runs and causes away; one that a person has registered is used as it is.</summary>
    private string AddressIn(TemplateValues values)
    {
        if (values.Find(StepDelivery.AddressVariable) is { } given) return given.GetString()!;
        if (!DeliveryObstacles.IsToldAddress(delivery)) return context.Target.MockDeliveries!.Address!.AbsoluteUri;
        var own = SHA256.HashData(Encoding.UTF8.GetBytes($"{context.RunId}\n{key}"));
        return $"{inbox.Address.AbsoluteUri.TrimEnd('/')}/{Convert.ToHexStringLower(own.AsSpan(0, 8))}";
    }

    private async Task<Exchange> SendAsync(StepRequest request, TemplateValues values, CaseSender sender, CancellationToken cancellationToken)
    {
        var ready = new RequestBuilder(context).Build(new TestStep { Name = "deliver" }, request, values);
        using var turn = await context.Writes.EnterAsync(ready.Operation, null, cancellationToken);
        var exchange = await sender.SendAsync(ready, cancellationToken);
        if (exchange.Response is null) throw CaseStopException.Unanswered(exchange);
        if (exchange.Response.Status is >= 200 and < 300) return exchange;
        throw new CaseStopException($"{request.Method} {request.Path} did not succeed ({sender.Redact(JudgeContext.Describe(exchange))}), so no delivery could be asked for.")
            { Status = CaseStatus.NoVerdict };
    }

    private ApiOperation Webhook(ApiOperation? cause) =>
        (cause?.Callbacks ?? []).Concat(context.Spec.Webhooks).FirstOrDefault(described => described.Id == delivery.Webhook)
            ?? throw new CaseStopException($"The document describes no delivery '{delivery.Webhook}'.");

    /// <summary>
    /// What the API was told to sign with, or a person says, comes before what it answered: answers may show a part of a secret only.
    /// </summary>
    private string? SecretIn(TemplateValues values, Exchange? subscribed)
    {
        var variable = test.Variables.FirstOrDefault(variable => variable.Name == StepDelivery.SecretVariable);
        if (values.Find(StepDelivery.SecretVariable)?.GetString() is { } given) return given;
        if (variable?.Default is { } agreed) return agreed;
        var told = delivery.SecretPointer is { } pointer ? JsonValues.Find(subscribed?.Json, pointer) : null;
        if (told is { ValueKind: JsonValueKind.String } secret && IsWhole(secret.GetString()!)) return secret.GetString();
        return context.Target.MockDeliveries?.Secret;
    }

    private static bool IsWhole(string secret) =>
        secret.Length > 0 && !secret.Contains('*', StringComparison.Ordinal) && !secret.Contains('…', StringComparison.Ordinal);
}
