using System.Net;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>What keeps a run from receiving a delivery, whatever the API would send.</summary>
internal static class DeliveryObstacles
{
    private const string Give = $"give an address that leads to what this run listens at with --var {StepDelivery.AddressVariable}=URL, and say where it listens with --webhook-listen.";

    /// <summary>Why a delivery cannot be received, in a sentence that says what to do; null when it can.</summary>
    public static string? WhyNot(StepDelivery delivery, RunContext context)
    {
        var options = context.Options;
        var given = options.Values.GetValueOrDefault(StepDelivery.AddressVariable);
        if (options.Inbox is null && !options.ListensForDeliveries) return "This run receives no deliveries.";
        if (context.Target.MockDeliveries is { Problem: { } problem }) return $"The mock delivers nothing: {problem}";
        if (given is null && !IsToldAddress(delivery) && !IsOurs(context.Target.MockDeliveries?.Address, options.Inbox))
            return $"The document does not show how to register an address for deliveries. Register one with the API, and {Give}";
        if (given is null && IsHere(options.Inbox?.Address) && !IsHere(context.Target.BaseUrl))
            return $"{context.Target.BaseUrl.Host} cannot reach this machine at a loopback address: {Give}";
        return delivery.NeedsHttps && !(given ?? options.Inbox?.Address.AbsoluteUri ?? "http:").StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? $"The document allows addresses of https only: {Give}" : null;
    }

    /// <summary>Whether the API is told the address by a request.</summary>
    public static bool IsToldAddress(StepDelivery delivery) =>
        UsedVariables.Of([new TestStep { Name = "deliver", Delivery = delivery }]).Contains(StepDelivery.AddressVariable);

    private static bool IsOurs(Uri? address, IDeliveryInbox? inbox) =>
        address is not null && inbox is not null && address.AbsoluteUri.StartsWith(inbox.Address.AbsoluteUri.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is one of this machine alone. The run's own listener, which has none yet, is.</summary>
    private static bool IsHere(Uri? address) =>
        address is null || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
