using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>Words of <c>diff</c> that its formats share.</summary>
internal static class DiffWords
{
    private const int ShownOperations = 3;

    public static readonly IReadOnlyList<ChangeKind> Kinds = [ChangeKind.Breaking, ChangeKind.NonBreaking, ChangeKind.Documentation];

    public static string Id(ChangeKind kind) => kind switch
    {
        ChangeKind.Breaking => "breaking",
        ChangeKind.NonBreaking => "non-breaking",
        _ => "documentation",
    };

    /// <summary>One sentence for all.</summary>
    public static string Summary(IReadOnlyList<ApiChange> changes)
    {
        if (changes.Count == 0) return "Nothing changed.";
        var breaking = Count(changes, ChangeKind.Breaking);
        var others = changes.Count - breaking;
        var first = breaking == 0 ? "No breaking change" : breaking == 1 ? "1 breaking change" : $"{breaking} breaking changes";
        return others == 0
            ? $"{first}, no others."
            : $"{first}, {others} {(others == 1 ? "other" : "others")} ({Count(changes, ChangeKind.NonBreaking)} non-breaking, {Count(changes, ChangeKind.Documentation)} documentation).";
    }

    public static string Versions(ApiSpec old, ApiSpec @new) => old.Title == @new.Title
        ? $"{@new.Title} {old.Version} -> {@new.Version}"
        : $"{old.Title} {old.Version} -> {@new.Title} {@new.Version}";

    /// <summary>The operations that a change concerns; empty for none.</summary>
    public static string Operations(ApiChange change)
    {
        var shown = string.Join(", ", change.Operations.Take(ShownOperations));
        if (change.Operations.Count == ApiChange.MaxOperations) return $"{shown} and many more";
        return change.Operations.Count > ShownOperations ? $"{shown} and {change.Operations.Count - ShownOperations} more" : shown;
    }

    public static int Count(IReadOnlyList<ApiChange> changes, ChangeKind kind) => changes.Count(c => c.Kind == kind);
}
