using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>inspect --format json</c> answers, as docs/schemas/inspect.schema.json has it. The strings of a document that cannot be understood are
/// null.</summary>
internal sealed record InspectAnswer(
    string? Openapi,
    string? Title,
    string? Version,
    IReadOnlyList<OperationAnswer> Operations,
    IReadOnlyList<ThingAnswer> Resources,
    IReadOnlyList<DependencyAnswer> Dependencies,
    IReadOnlyList<CapabilityAnswer> Capabilities,
    IReadOnlyList<ProblemAnswer> Problems)
{
    public static InspectAnswer Of(SpecReadResult read)
    {
        var problems = ProblemLines.Answers(read.Problems);
        if (read.Spec is not { } spec) return new InspectAnswer(null, null, null, [], [], [], [], problems);
        var model = spec.Resources;
        return new InspectAnswer(
            spec.OpenApiVersion,
            spec.Title,
            spec.Version,
            [.. model.Operations.Select(OperationAnswer.Of)],
            [.. model.Resources.Select(ThingAnswer.Of)],
            [.. model.Dependencies.Select(DependencyAnswer.Of)],
            [.. spec.Capabilities.Select(c => new CapabilityAnswer(c.Id, c.Detected, Math.Round(c.Confidence, 2), c.Kinds,
                [.. c.Evidence.Select(EvidenceAnswer.Of)]))],
            problems);
    }
}

/// <summary>An operation: path template, method in upper case, what calling it does, place of its Operation Object.</summary>
internal sealed record OperationAnswer(string Path, string Method, string? OperationId, string Group, string Effect, int Line, int Column)
{
    public static OperationAnswer Of(OperationMeaning meaning)
    {
        var (operation, place) = (meaning.Operation, meaning.Operation.Location);
        return new OperationAnswer(operation.Path, operation.Method, operation.OperationId, operation.Group, InspectWords.Of(meaning.Effect), place.Line,
            place.Column);
    }
}

/// <summary>A resource; operations are given as method and path.</summary>
internal sealed record ThingAnswer(
    string Name,
    string Kind,
    string? Collection,
    string? Item,
    IdentifierAnswer? Identifier,
    string? Create,
    string? List,
    string? Read,
    string? Update,
    string? Replace,
    string? Delete,
    IReadOnlyList<string> Actions,
    string? Parent,
    double Confidence)
{
    public static ThingAnswer Of(ApiResource resource) => new(
        resource.Name,
        InspectWords.Of(resource.Kind),
        resource.CollectionPath,
        resource.ItemPath,
        resource.Identifier is { } identifier ? new IdentifierAnswer(identifier.Parameter, identifier.Field) : null,
        resource.Create?.Id,
        resource.List?.Id,
        resource.Read?.Id,
        resource.Update?.Id,
        resource.Replace?.Id,
        resource.Delete?.Id,
        [.. resource.Actions.Select(action => action.Id)],
        resource.Parent?.Name,
        Math.Round(resource.Confidence, 2));
}

/// <summary>The parameter that takes an identifier, and the JSON Pointer of the field that holds it.</summary>
internal sealed record IdentifierAnswer(string Parameter, string? Field);

/// <summary>A call that supplies what another needs.</summary>
internal sealed record DependencyAnswer(string Producer, string Field, string Consumer, string Parameter, string In, double Confidence)
{
    /// <summary>Fields of bodies are given by name, as parameters are.</summary>
    public static DependencyAnswer Of(ApiDependency dependency) => new(
        dependency.Producer.Id,
        dependency.Field,
        dependency.Consumer.Id,
        dependency.Place is null ? dependency.Parameter[1..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : dependency.Parameter,
        dependency.Place?.ToString().ToLowerInvariant() ?? "body",
        dependency.Confidence);
}

/// <summary>A capability with how sure we are, 0 to 1.</summary>
internal sealed record CapabilityAnswer(string Id, bool Detected, double Confidence, IReadOnlyList<string> Kinds, IReadOnlyList<EvidenceAnswer> Evidence);

/// <summary>A place that shows a capability.</summary>
internal sealed record EvidenceAnswer(string Pointer, int Line, int Column, string Reason)
{
    public static EvidenceAnswer Of(CapabilityEvidence evidence) =>
        new(evidence.Location.Pointer, evidence.Location.Line, evidence.Location.Column, evidence.Fact.ToString());
}
