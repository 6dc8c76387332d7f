namespace IntegrationCopilot.SpecEngine;

/// <summary>Puts the model of an API's things together.</summary>
internal sealed class ModelBuilder(ApiSpec spec)
{
    private readonly InferenceContext context = new(spec);
    private readonly Dictionary<PathNode, ResourceDraft> items = [];
    private readonly Dictionary<PathNode, ResourceDraft> collections = [];
    private readonly List<ResourceDraft> drafts = [];

    public ResourceModel Build()
    {
        FindItems();
        new CollectionJoiner(context).Join(drafts, collections);
        FindSingletons();
        new ActionFinder(context).Assign(items, drafts);
        drafts.AddRange(new CallFinder(context).Find(new HashSet<ApiOperation>(drafts.SelectMany(d => d.Operations), ReferenceEqualityComparer.Instance)));
        var afterwards = new AfterwardsFinder(context);
        foreach (var draft in drafts) afterwards.AddAnswers(draft);
        LinkParents();
        ResourceNaming.Name(drafts);
        var made = new ResourceMaker(context).Make(drafts);
        List<ApiResource> resources = [.. ParentsFirst(made)];
        var keys = drafts.SelectMany(d => d.KeySteps.Select(step => (Step: step, Key: new KeyStep(made[d], PartsBefore(d, step)))))
            .DistinctBy(pair => pair.Step)
            .ToDictionary(pair => pair.Step, pair => pair.Key);
        return new ResourceModel(Meanings(made), resources, new DependencyFinder(context, keys, resources).Find());
    }

    private static int PartsBefore(ResourceDraft draft, PathNode step) =>
        draft.KeySteps.TakeWhile(other => other != step).Sum(other => other.Segment.Parameters.Count);

    private void FindItems()
    {
        var finder = new CollectionFinder(context);
        foreach (var node in context.Tree.Nodes)
        {
            if (finder.At(node, items) is not { } draft) continue;
            items[node] = draft;
            collections.TryAdd(draft.Collection, draft);
            drafts.Add(draft);
        }
    }

    private void FindSingletons()
    {
        var finder = new SingletonFinder(context);
        foreach (var node in context.Tree.Nodes)
        {
            if (collections.ContainsKey(node) || finder.At(node) is not { } draft) continue;
            collections[node] = draft;
            drafts.Add(draft);
        }
    }

    /// <summary>The nearest thing above; for one whose collection lies elsewhere, above that.</summary>
    private void LinkParents()
    {
        foreach (var draft in drafts.Where(d => !d.IsCalled))
            draft.Parent = Above(draft, draft.KeySteps.Count > 0 ? draft.KeySteps[0].Parent : draft.Collection) ?? Above(draft, draft.Collection);
        foreach (var draft in drafts)
            if (IsOwnAncestor(draft)) draft.Parent = null;
    }

    private ResourceDraft? Above(ResourceDraft draft, PathNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (items.TryGetValue(node, out var above) && above != draft) return above;
        return null;
    }

    private static bool IsOwnAncestor(ResourceDraft draft)
    {
        var steps = 0;
        for (var above = draft.Parent; above is not null && steps < 50; above = above.Parent, steps++)
            if (above == draft) return true;
        return steps >= 50;
    }

    private IEnumerable<ApiResource> ParentsFirst(Dictionary<ResourceDraft, ApiResource> made)
    {
        HashSet<ApiResource> seen = [];
        foreach (var draft in drafts)
        {
            List<ApiResource> line = [];
            for (var resource = made[draft]; resource is not null && seen.Add(resource); resource = resource.Parent) line.Add(resource);
            for (var i = line.Count - 1; i >= 0; i--) yield return line[i];
        }
    }

    private List<OperationMeaning> Meanings(Dictionary<ResourceDraft, ApiResource> made)
    {
        Dictionary<ApiOperation, (ApiResource, ResourceRole)> roles = new(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
            foreach (var operation in draft.Operations) roles.TryAdd(operation, (made[draft], RoleOf(draft, operation)));
        return [.. spec.Operations.Select(operation =>
        {
            var verdict = context.EffectOf(operation);
            var (resource, role) = roles.GetValueOrDefault(operation);
            return new OperationMeaning { Operation = operation, Effect = verdict.Effect, Confidence = verdict.Confidence, Evidence = verdict.Evidence,
                Traits = verdict.Traits, Resource = resource, Role = role };
        })];
    }

    private static ResourceRole RoleOf(ResourceDraft draft, ApiOperation operation)
    {
        if (operation == draft.Create) return ResourceRole.Create;
        if (operation == draft.List) return ResourceRole.List;
        if (operation == draft.Read) return ResourceRole.Read;
        if (operation == draft.Update) return ResourceRole.Update;
        if (operation == draft.Replace) return ResourceRole.Replace;
        return operation == draft.Delete ? ResourceRole.Delete : ResourceRole.Action;
    }
}
