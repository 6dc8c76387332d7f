using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Gives lists that nothing but the document fills in pages all the same, with counts and links that are true.</summary>
internal sealed class ShownListBehaviour(StateModel model) : IMockBehaviour
{
    public string Name => "shown-lists";

    public MockStage Stage => MockStage.Content;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null || ShownList.Of(model, operation) is not { } list) return next;
        return async request => request.WantsUsual ? list.Page(request, await next(request)) : await next(request);
    }
}
