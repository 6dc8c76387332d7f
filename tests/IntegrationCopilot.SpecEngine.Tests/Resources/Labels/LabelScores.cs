using System.Globalization;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Counts how far the inference agrees with labels, class by class, and keeps what it got wrong.</summary>
internal sealed class LabelScores
{
    private readonly SortedDictionary<string, Score> scores = new(StringComparer.Ordinal);

    public Score this[string name] => scores.TryGetValue(name, out var score) ? score : scores[name] = new Score(name);

    public IEnumerable<Score> All => scores.Values;

    public void Judge(ResourceLabel label, ApiSpec spec)
    {
        var model = spec.Resources;
        foreach (var operation in label.Operations)
            if (spec.FindOperation(operation.Method, operation.Path) is { } found) JudgeEffect(label, operation, model.Of(found));
        var matches = Match(label, model);
        foreach (var (thing, resource) in matches)
        {
            if (resource is null && thing is { Optional: false })
                this["items"]
                    .Miss($"{label.Document} {thing.Kind} {thing.Name} {thing.Item ?? thing.Collection ?? string.Join(" ", thing.Roles.OfType<string>())}");
            if (thing is null)
                this["items"]
                    .Invent($"{label.Document} {resource!.Kind} {resource.Name} {resource.ItemPath ?? resource.CollectionPath ?? resource.Read?.Id ?? resource.Create?.Id}");
            if (thing is null || resource is null) continue;
            if (!thing.Optional) this["items"].Right++;
            JudgeIdentifier(label, thing, resource);
            JudgeRoles(label, thing, resource);
        }
        JudgeDependencies(label, model);
    }

    private void JudgeEffect(ResourceLabel label, OperationLabel operation, OperationMeaning meaning)
    {
        var said = meaning.Effect.ToString().ToLowerInvariant();
        var accepted = said == operation.Effect || operation.AlsoAccepted.Contains(said);
        var text = $"{label.Document} {operation.Method} {operation.Path} [{meaning.Operation.OperationId}] {meaning.Operation.Summary?.ReplaceLineEndings(" ")}: {said} for {operation.Effect}";
        if (accepted) { this["effect " + said].Right++; return; }
        this["effect " + said].Invent(text);
        this["effect " + operation.Effect].Miss(text);
        if (said == "safe") this["unsafe taken for safe"].Invent(text);
    }

    private void JudgeIdentifier(ResourceLabel label, ThingLabel thing, ApiResource resource)
    {
        if (thing.Identifier is not { } key) return;
        var name = $"{label.Document} {thing.Item ?? thing.Name}: ";
        if (resource.Identifier?.Parameter == key.Parameter) this["identifier parameter"].Right++;
        else this["identifier parameter"].Confuse($"{name}{resource.Identifier?.Parameter} for {key.Parameter}");
        var field = FieldOf(resource);
        if (field == key.Field || key.AlsoAccepted.Contains(field)) this["identifier field"].Right++;
        else this["identifier field"].Confuse($"{name}{field} for {key.Field}");
    }

    /// <summary>As the labels have it: in the read answer, else in that of the creation, else within an item of the list.</summary>
    private static string? FieldOf(ApiResource resource) => resource.Identifier?.Parts[^1] is not { } part ? null
        : resource.Read is not null ? part.Read : resource.Create is not null ? part.Create : part.ListItem is "" ? null : part.ListItem;

    private void JudgeRoles(ResourceLabel label, ThingLabel thing, ApiResource resource)
    {
        var given = new[] { resource.Create, resource.List, resource.Read, resource.Update, resource.Replace, resource.Delete }.Select(o => o?.Id).ToArray();
        string[] names = ["create", "list", "read", "update", "replace", "delete"];
        for (var i = 0; i < names.Length; i++)
        {
            var text = $"{label.Document} {thing.Name} {thing.Item}: {names[i]} {given[i]} for {thing.Roles[i]}";
            if (given[i] == thing.Roles[i]) { if (given[i] is not null) this["roles"].Right++; }
            else if (given[i] is null) this["roles"].Miss(text);
            else if (thing.Roles[i] is null) this["roles"].Invent(text);
            else this["roles"].Confuse(text);
        }
        foreach (var action in thing.Actions ?? [])
            if (resource.Actions.Any(a => a.Id == action)) this["actions"].Right++;
            else this["actions"].Miss($"{label.Document} {thing.Name}: {action}");
        foreach (var action in resource.Actions.Where(a => thing.Actions?.Contains(a.Id) != true))
            this["actions"].Invent($"{label.Document} {thing.Name}: {action.Id}");
    }

    private void JudgeDependencies(ResourceLabel label, ResourceModel model)
    {
        var found = model.Dependencies.Select(d => new DependencyLabel(d.Producer.Id, d.Field, d.Consumer.Id, d.Parameter.TrimStart('/'))).ToHashSet();
        foreach (var wanted in label.Dependencies)
            if (found.Contains(wanted with { Parameter = wanted.Parameter.TrimStart('/') })) this["dependencies"].Right++;
            else this["dependencies"].Miss($"{label.Document} {wanted.Producer} {wanted.Field} => {wanted.Consumer} {wanted.Parameter}");
        if (!label.DependenciesComplete) return;
        var listed = label.Dependencies.Select(d => d with { Parameter = d.Parameter.TrimStart('/') }).ToHashSet();
        foreach (var d in found.Where(d => !listed.Contains(d)))
            this["dependencies"].Invent($"{label.Document} {d.Producer} {d.Field} => {d.Consumer} {d.Parameter}");
    }

    /// <summary>Pairs by item path; what has none by its collection, and calls by the operations they share.</summary>
    private static List<(ThingLabel? Thing, ApiResource? Resource)> Match(ResourceLabel label, ResourceModel model)
    {
        List<(ThingLabel?, ApiResource?)> pairs = [];
        HashSet<ApiResource> free = [.. model.Resources];
        List<ThingLabel> open = [];
        foreach (var thing in label.Resources)
            if (thing.Item is not null && free.FirstOrDefault(r => r.ItemPath == thing.Item) is { } same) Pair(thing, same);
            else open.Add(thing);
        foreach (var thing in open)
            if (free.FirstOrDefault(r => Alike(thing, r)) is { } alike) Pair(thing, alike);
            else pairs.Add((thing, null));
        pairs.AddRange(free.Select(r => ((ThingLabel?)null, (ApiResource?)r)));
        return pairs;

        void Pair(ThingLabel thing, ApiResource resource)
        {
            free.Remove(resource);
            pairs.Add((thing, resource));
        }
    }

    private static bool Alike(ThingLabel thing, ApiResource resource)
    {
        if (thing.Item is not null && resource.ItemPath is not null) return false;
        if (thing.Item is null && thing.Collection is not null) return resource.CollectionPath == thing.Collection;
        string?[] given = [resource.Create?.Id, resource.List?.Id, resource.Read?.Id, resource.Update?.Id, resource.Replace?.Id, resource.Delete?.Id];
        return thing.Roles.Where((role, i) => role is not null && role == given[i]).Any();
    }
}

/// <summary>One class of conclusions.</summary>
internal sealed class Score(string name)
{
    public string Name { get; } = name;

    public int Right { get; set; }

    public List<string> Invented { get; } = [];

    public List<string> Missed { get; } = [];

    public double Precision => Right + Invented.Count == 0 ? 1 : (double)Right / (Right + Invented.Count);

    public double Recall => Right + Missed.Count == 0 ? 1 : (double)Right / (Right + Missed.Count);

    public void Invent(string what) => Invented.Add(what);

    public void Miss(string what) => Missed.Add(what);

    /// <summary>Something is there, but another.</summary>
    public void Confuse(string what)
    {
        Invent(what);
        Miss(what);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
        $"{Name,-22} precision {Precision:0.000} recall {Recall:0.000}, {Right} right, {Invented.Count} invented, {Missed.Count} missed");
}
