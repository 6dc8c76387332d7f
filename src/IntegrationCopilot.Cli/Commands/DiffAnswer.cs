using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>diff --format json</c> answers.</summary>
internal sealed record DiffAnswer(DiffVersion Old, DiffVersion New, DiffCounts Totals, IReadOnlyList<ChangeAnswer> Changes)
{
    public static DiffAnswer Of(ApiSpec old, ApiSpec @new, IReadOnlyList<ApiChange> changes) => new(
        DiffVersion.Of(old),
        DiffVersion.Of(@new),
        new DiffCounts(DiffWords.Count(changes, ChangeKind.Breaking), DiffWords.Count(changes, ChangeKind.NonBreaking),
            DiffWords.Count(changes, ChangeKind.Documentation)),
        [.. changes.OrderBy(c => c.Kind).Select(ChangeAnswer.Of)]);
}

/// <summary>One of the two versions.</summary>
internal sealed record DiffVersion(string Document, string Openapi, string Title, string Version)
{
    public static DiffVersion Of(ApiSpec spec) => new(spec.Document.Name, spec.OpenApiVersion, spec.Title, spec.Version);
}

/// <summary>How many changes there are of each kind.</summary>
internal sealed record DiffCounts(int Breaking, int NonBreaking, int Documentation);

/// <summary>A change as scripts read it. A side on which nothing stands is null.</summary>
internal sealed record ChangeAnswer(string Id, string Kind, string Message, IReadOnlyList<string> Operations, ChangePlace? Old, ChangePlace? New)
{
    public static ChangeAnswer Of(ApiChange change) => new(change.Rule.Id, DiffWords.Id(change.Kind), change.Message, change.Operations,
        ChangePlace.Of(change.Old), ChangePlace.Of(change.New));
}

/// <summary>A place in a document; line and column are 1-based.</summary>
internal sealed record ChangePlace(string Document, string Pointer, int Line, int Column)
{
    public static ChangePlace? Of(SourceLocation? place) => place is null ? null : new ChangePlace(place.Document, place.Pointer, place.Line, place.Column);
}
