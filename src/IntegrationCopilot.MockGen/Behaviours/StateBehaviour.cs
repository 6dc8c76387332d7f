using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Remembers: what is created can be read, listed, changed and deleted, as the document's resources show.</summary>
internal sealed class StateBehaviour(StateModel model, ThingKeeper keeper) : IMockBehaviour
{
    public string Name => "state";

    public MockStage Stage => MockStage.Content;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        if (operation.SuccessStatus >= 300) return LedOn(operation, next);
        var meaning = model.Resources.Of(operation.Description);
        var kept = model.Of(meaning.Resource) ?? model.MadeBeneath(meaning);
        var step = kept is { } kind ? StepOf(meaning, kind, operation) : meaning.Role == ResourceRole.None ? BulkStepOf(operation) : null;
        var work = StartedWork.Of(model, keeper, operation);
        var parents = PathParents.Of(model, keeper, operation);
        var location = ShownLocation.Of(model, operation, meaning.Resource);
        if (step is null && work is null && parents is null && location is null) return next;
        MockStep inner = step is null ? next : request => step(request, next);
        MockStep whole = work is null ? inner : request => work.AnswerAsync(request, inner);
        if (parents is not null) whole = parents.Before(whole);
        MockStep placed = location is null ? whole : request => location.AnswerAsync(request, whole);
        return request => request.WantsUsual ? placed(request) : next(request);
    }

    /// <summary>Nobody is led on from what is not there.</summary>
    private MockStep LedOn(MockOperation operation, MockStep next)
    {
        if (PathParents.Of(model, keeper, operation) is not { } parents) return next;
        var looking = parents.Before(next);
        return request => request.WantsUsual ? looking(request) : next(request);
    }

    private Func<MockRequest, MockStep, ValueTask<MockReply>>? BulkStepOf(MockOperation operation)
    {
        if (BulkOperations.Of(model.Resources, operation.Description) is not { } bulk || model.Of(bulk.Resource) is not { IsUsable: true } kind) return null;
        var call = new ThingCall(kind, keeper, operation, ManyThings.AnswerOf(model, bulk.Resource, operation));
        return bulk.Act == BulkAct.Create ? call.TakesSeveral ? new CreateThing(call).AnswerAsync : null : new ManyThings(call, bulk.Act).AnswerAsync;
    }

    private Func<MockRequest, MockStep, ValueTask<MockReply>>? StepOf(OperationMeaning meaning, ThingKind kind, MockOperation operation)
    {
        var call = new ThingCall(kind, keeper, operation);
        var mayMake = ThingLookups.MayMake(meaning);
        if (!kind.IsUsable) return UnshownStepOf(meaning, call, mayMake);
        return meaning.Role switch
        {
            ResourceRole.Create when call.IsItem => new ChangeThing(call, replaces: true, creates: mayMake).AnswerAsync,
            ResourceRole.Create => new CreateThing(call).AnswerAsync,
            ResourceRole.List => new ListThings(call).AnswerAsync,
            ResourceRole.Read => new ReadThing(call).AnswerAsync,
            ResourceRole.Update when Restorations.IsOne(operation.Description) => new ActOnThing(call).AnswerAsync,
            ResourceRole.Update =>
                new ChangeThing(call, replaces: false, creates: mayMake || (!call.IsItem && operation.Description.Method == "POST"
                    && operation.Description.Path == kind.Resource.CollectionPath)).AnswerAsync,
            ResourceRole.Replace => new ChangeThing(call, replaces: true, creates: mayMake).AnswerAsync,
            ResourceRole.Delete => new DeleteThing(call).AnswerAsync,
            ResourceRole.Action when call.IsItem || meaning.Effect != OperationEffect.Creates => new ActOnThing(call).AnswerAsync,
            _ => null,
        };
    }

    private static Func<MockRequest, MockStep, ValueTask<MockReply>>? UnshownStepOf(OperationMeaning meaning, ThingCall call, bool mayMake) =>
        call.Kind.Resource is { Kind: ResourceKind.Collection, ItemPath: not null } resource && ThingLookups.IsShown(resource)
            && (call.IsItem || meaning.Role == ResourceRole.Create) && meaning.Role != ResourceRole.List
            ? new UnshownThing(call, meaning.Role, mayMake).AnswerAsync : null;
}
