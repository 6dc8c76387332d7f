using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>The words in which <c>inspect</c> tells effects and kinds; scripts rely on them.</summary>
internal static class InspectWords
{
    public static string Of(OperationEffect effect) => effect switch
    {
        OperationEffect.Safe => "safe",
        OperationEffect.Creates => "creates",
        OperationEffect.Changes => "changes",
        OperationEffect.Deletes => "deletes",
        _ => "dangerous",
    };

    public static string Of(ResourceKind kind) => kind switch
    {
        ResourceKind.Singleton => "singleton",
        ResourceKind.Membership => "membership",
        ResourceKind.AppendOnly => "append-only",
        _ => "resource",
    };
}
