using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What the path of an operation leads through: where that is not there, nothing beneath it is, and the document has an answer for it.</summary>
internal sealed class PathParents
{
    private readonly ThingKind kind;
    private readonly ThingKeeper keeper;

    private PathParents(ThingKind kind, ThingKeeper keeper) => (this.kind, this.keeper) = (kind, keeper);

    /// <summary>The nearest thing of another kind that the path leads through, or of any kind where the answer only leads on; null when there is none, or the
    /// operation does not describe 404.</summary>
    public static PathParents? Of(StateModel model, ThingKeeper keeper, MockOperation operation)
    {
        var description = operation.Description;
        if (!ThingLookups.IsTold(description)) return null;
        var own = operation.SuccessStatus >= 300 ? null : model.Resources.Of(description).Resource;
        return model.Resources.Resources.Where(resource => !ReferenceEquals(resource, own) && resource.Kind == ResourceKind.Collection).Select(model.Of)
            .OfType<ThingKind>()
            .Where(kind => (kind.IsUsable || ThingLookups.IsShown(kind.Resource)) && kind.Scope.ItemParameters > 0 && StateModel.IsBeneath(description, kind))
            .MaxBy(kind => kind.Scope.ItemParameters) is { } nearest ? new PathParents(nearest, keeper) : null;
    }

    public MockStep Before(MockStep next) => async request =>
    {
        var values = ThingCall.Values(request);
        if (values.Length < kind.Scope.ItemParameters) return await next(request);
        var key = kind.Scope.One(values);
        return await keeper.FindAsync(kind, key, values, request.Aborted) is { } thing && !ThingKeeper.IsGone(thing) ? await next(request)
            : request.Refuse(404, $"There is no {kind.Resource.Name} '{string.Join('/', key.Own)}'.");
    };
}
