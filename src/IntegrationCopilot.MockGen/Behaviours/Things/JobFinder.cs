using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Finds the thing by which accepted work is followed: that of the answer's schema, that which a field of the answer names, or the only one that is called so.
/// </summary>
internal sealed class JobFinder(StateModel model)
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "job", "operation", "task", "async_operation", "asyncoperation",
        "long_running_operation", "import", "export", "batch", "process", "execution", "run", "request_status", "status" };

    /// <summary>The resource of the work an operation starts; null when none is known, or it is the operation's own.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="accepted">What the document says of it.</param>
    /// <param name="whole">Where in the answer the whole job lies; null when it is only named.</param>
    public ThingKind? Of(ApiOperation operation, AcceptedFact accepted, out string[]? whole)
    {
        var own = model.Resources.Of(operation).Resource;
        var made = own is { Create: { } create, Schema.IsDefined: true } && ReferenceEquals(create, operation) ? model.Spec.Resolve(own.Schema) : default;
        var media = JsonContent.Of(operation.FindResponse(202)?.Content);
        whole = null;
        if (own is { Schema.IsDefined: true } && media is { Schema.IsDefined: true }
            && model.Spec.Resolve(media.Schema) == model.Spec.Resolve(own.Schema)) return null;
        var candidates = model.Resources.Resources.Where(r =>
            !ReferenceEquals(r, own) && !(made.IsDefined && r.Schema.IsDefined && model.Spec.Resolve(r.Schema) == made)
            && r is { Kind: ResourceKind.Collection, Read: not null, Identifier: not null }).ToList();
        if (media is not null)
            foreach (var candidate in candidates)
                if (WayTo(media.Schema, candidate) is { } way)
                {
                    whole = way;
                    return model.Of(candidate);
                }
        if (accepted.Job is { Place: MessagePlace.Body } field && candidates.Find(r => IsNamed(r, field.Name)) is { } named) return model.Of(named);
        return candidates.FindAll(r => Words.Contains(r.Name)) is [var only] ? model.Of(only) : null;
    }

    private string[]? WayTo(RawNode schema, ApiResource candidate)
    {
        var wanted = model.Spec.Resolve(candidate.Schema);
        if (!candidate.Schema.IsDefined) return null;
        if (model.Spec.Resolve(schema) == wanted) return [];
        return ThingShape.Of(model.Spec, schema).Fields.FirstOrDefault(f => model.Spec.Resolve(f.Schema) == wanted) is { } field ? [field.Name] : null;
    }

    private static bool IsNamed(ApiResource resource, string field)
    {
        var folded = FieldNames.Fold(field);
        return folded == FieldNames.Fold(resource.Identifier!.Parameter) || folded == FieldNames.Fold(resource.Name) + "id";
    }
}
