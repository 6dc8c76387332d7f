using System.Net;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>Sends the webhooks of <c>mock</c>, to this machine only: whoever calls the mock chooses their addresses.</summary>
internal static class LocalDeliveries
{
    /// <summary>What sends them; null where the mock can be called from other machines, whose callers have no business with the services of this one.</summary>
    /// <param name="host">The address the mock listens on.</param>
    public static HttpMessageInvoker? Create(IPAddress host) =>
        IPAddress.IsLoopback(host) ? LoopbackInvoker.Create() : null;

    /// <summary>What is said of webhooks when the mock starts; nothing when the document describes none.</summary>
    public static IEnumerable<string> Lines(MockServer mock)
    {
        if (mock.Spec.Webhooks.Count == 0 && mock.Spec.Operations.All(operation => operation.Callbacks.Count == 0)) return [];
        return mock.Options.Deliveries.Invoker is null
            ? ["  webhooks and callbacks: not sent, because callers on other machines would choose where they go"]
            : [$"  webhooks and callbacks: sent to addresses of this machine only, signed with {DeliveryOptions.DefaultSecret} unless the subscriber gives a secret"];
    }
}
