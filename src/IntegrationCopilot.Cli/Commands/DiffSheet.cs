using IntegrationCopilot.Cli.Sheets;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>The changes of <c>diff</c> for its reports: each at its line of the newer document; of what is gone there, at that of the older one.</summary>
internal static class DiffSheet
{
    public static Sheet Of(ApiSpec old, ApiSpec @new, IReadOnlyList<ApiChange> changes) =>
        new(DiffWords.Versions(old, @new), DiffWords.Summary(changes), [.. changes.OrderBy(change => change.Kind).Select(Of)])
        {
            WriteJson = output => JsonOutput.Write(output, DiffAnswer.Of(old, @new, changes)),
        };

    private static SheetFinding Of(ApiChange change) => new(change.Rule.Id, LevelOf(change.Kind), change.Message)
    {
        Place = change.New ?? change.Old,
        Operations = change.Operations,
    };

    private static SheetLevel LevelOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Breaking => SheetLevel.Error,
        _ => SheetLevel.Note,
    };
}
