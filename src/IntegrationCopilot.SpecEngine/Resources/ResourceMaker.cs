namespace IntegrationCopilot.SpecEngine;

/// <summary>Makes resources of drafts: identifiers, states, and then what needs all the others, their references.</summary>
internal sealed class ResourceMaker(InferenceContext context)
{
    public Dictionary<ResourceDraft, ApiResource> Make(IReadOnlyList<ResourceDraft> drafts)
    {
        var identifiers = new IdentifierFinder(context.Answers);
        var states = new StateFinder(context.Answers);
        Dictionary<ResourceDraft, ApiResource> made = [];
        foreach (var draft in drafts) identifiers.Find(draft);
        foreach (var draft in drafts) Make(draft, made, states, new UniqueFieldFinder(context.Answers));
        var references = new ReferenceFinder(context.Answers, [.. drafts.Select(draft => made[draft])]);
        foreach (var resource in made.Values) resource.References = references.Of(resource);
        return made;
    }

    /// <summary>Parents are made before their children; chains of parents are as long as paths.</summary>
    private static ApiResource Make(ResourceDraft draft, Dictionary<ResourceDraft, ApiResource> made, StateFinder states, UniqueFieldFinder unique)
    {
        if (made.TryGetValue(draft, out var known)) return known;
        var parent = draft.Parent is { } above ? Make(above, made, states, unique) : null;
        return made[draft] = new ApiResource
        {
            Name = draft.Name,
            Kind = draft.Kind,
            CollectionPath = draft.IsCalled || draft.Kind == ResourceKind.Singleton ? null : (draft.List ?? draft.Create)?.Path is { } path
                && draft.Collection.Operations.Exists(o => o.Path == path) ? path : draft.Collection.Path,
            ItemPath = draft.IsCalled ? null : draft.Kind == ResourceKind.Singleton ? draft.Collection.Path : draft.ItemPath,
            Parent = parent,
            ParentParameters = draft.IsCalled ? [] : ParentParameters(draft),
            Identifier = draft.Identifier,
            Create = draft.Create,
            List = draft.List,
            Read = draft.Read,
            Update = draft.Update,
            Replace = draft.Replace,
            Delete = draft.Delete,
            Actions = draft.Actions,
            Answers = draft.Answers,
            Schema = draft.Schema,
            States = states.Of(draft),
            UniqueFields = unique.Of(draft.Create),
            Confidence = draft.Confidence,
            Evidence = draft.Evidence,
        };
    }

    private static List<string> ParentParameters(ResourceDraft draft)
    {
        var own = draft.KeySteps.Count > 0 ? draft.KeySteps[0].Depth - 1 : int.MaxValue;
        if (draft.ItemPath is { } path) return [.. PathSteps.Of(path).Take(own).SelectMany(step => step.Parameters)];
        return [.. draft.Collection.Way().SelectMany(step => step.Segment.Parameters)];
    }
}
