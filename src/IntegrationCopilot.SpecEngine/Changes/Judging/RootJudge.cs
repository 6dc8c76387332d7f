namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges what stands at the top of a description, and its components.</summary>
internal static class RootJudge
{
    public static Verdict Of(FieldChange change, Comparison comparison) => change.Field switch
    {
        "openapi" or "swagger" => Verdict.Of(
            DocumentChangeRules.Edition, Excerpt.Of(comparison.Old.Spec.OpenApiVersion), Excerpt.Of(comparison.New.Spec.OpenApiVersion)),
        "servers" or "host" or "basePath" or "schemes" => ServerJudge.OfList(change),
        "consumes" or "produces" => MessageJudge.OfTypesOfAll(change),
        "webhooks" or "x-webhooks" => PathJudge.OfDelivery(change),
        "paths" => Verdict.Of(change.Place.IsRemoved ? OperationChangeRules.PathRemoved : OperationChangeRules.PathAdded, "paths", "all operations"),
        "info" or "tags" or "externalDocs" => change.Documentation(),
        _ when change.IsEntry || change.Field == "components" || change.Owner.Is("Components Object") => OfComponents(change),
        _ => change.Other(),
    };

    private static Verdict OfComponents(FieldChange change) =>
        Verdict.Of(change.Place.IsRemoved ? DocumentChangeRules.ComponentRemoved : DocumentChangeRules.ComponentAdded, Excerpt.Of(change.Place.Name));
}
