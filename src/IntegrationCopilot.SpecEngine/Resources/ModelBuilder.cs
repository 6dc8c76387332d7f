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
        FindDrafts();
        new ActionFinder(context).Assign(items, collections);
        LinkParents();
        ResourceNaming.Name(drafts);
        var identifiers = new IdentifierFinder(context.Answers);
        Dictionary<ResourceDraft, ApiResource> made = [];
        List<ApiResource> resources = [];
        foreach (var draft in drafts.OrderBy(d => d.Collection.Depth))
        {
            identifiers.Find(draft);
            made[draft] = Make(draft, made);
        }
        foreach (var draft in drafts) AddWithParents(made[draft], resources);
        var keys = drafts.SelectMany(d => d.KeySteps.Select(step => (step, made[d]))).DistinctBy(pair => pair.step).ToDictionary(pair => pair.step, pair => pair.Item2);
        return new ResourceModel(Meanings(made), resources, new DependencyFinder(context.Tree, keys).Find(spec.Operations));
    }

    private void FindDrafts()
    {
        var finder = new CollectionFinder(context);
        var singletons = new SingletonFinder(context);
        foreach (var node in context.Tree.Nodes)
        {
            if (finder.At(node, items) is { } draft)
            {
                items[node] = draft;
                collections.TryAdd(draft.Collection, draft);
                drafts.Add(draft);
            }
        }
        foreach (var node in context.Tree.Nodes)
        {
            if (collections.ContainsKey(node) || singletons.At(node) is not { } draft) continue;
            collections[node] = draft;
            drafts.Add(draft);
        }
    }

    private void LinkParents()
    {
        foreach (var draft in drafts)
            for (var node = draft.KeySteps.Count > 0 ? draft.KeySteps[0].Parent : draft.Collection; node is not null && draft.Parent is null; node = node.Parent)
                if (items.TryGetValue(node, out var above) && above != draft) draft.Parent = above;
    }

    private static ApiResource Make(ResourceDraft draft, Dictionary<ResourceDraft, ApiResource> made) => new()
    {
        Name = draft.Name,
        Kind = draft.Kind,
        CollectionPath = draft.Collection.Path,
        ItemPath = draft.Item?.Path,
        Parent = draft.Parent is { } parent ? made[parent] : null,
        ParentParameters = [.. draft.Collection.Way().SelectMany(step => step.Segment.Parameters)],
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
        Confidence = draft.Confidence,
        Evidence = draft.Evidence,
    };

    private static void AddWithParents(ApiResource resource, List<ApiResource> resources)
    {
        if (resources.Contains(resource)) return;
        if (resource.Parent is { } parent) AddWithParents(parent, resources);
        resources.Add(resource);
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
            return new OperationMeaning { Operation = operation, Effect = verdict.Effect, Confidence = verdict.Confidence, Evidence = verdict.Evidence, Traits = verdict.Traits, Resource = resource, Role = role };
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
