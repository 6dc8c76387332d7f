using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Collects the variables of a suite.</summary>
internal sealed class SuiteVariables
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    public void Add(TemplateScope scope)
    {
        foreach (var variable in scope.Declared)
        {
            var entry = EntryOf(variable.Name);
            entry.Declaration ??= variable;
        }

        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in scope.Steps)
        {
            foreach (var use in step.Uses) Add(use, scope, kept);
            kept.UnionWith(step.Kept);
        }
    }

    public IReadOnlyList<SuiteVariable> List() => [.. order.Select(name => entries[name].ToVariable(name))];

    private void Add(TemplateUse use, TemplateScope scope, HashSet<string> kept)
    {
        foreach (var placeholder in use.Template.Variables)
        {
            if (kept.Contains(placeholder.Name) && scope.Declared.All(variable => variable.Name != placeholder.Name)) continue;
            var entry = EntryOf(placeholder.Name);
            entry.Default ??= placeholder.Default;
            entry.Description ??= placeholder.Description;
            entry.Uses.Add(use.Place);
        }
    }

    private Entry EntryOf(string name)
    {
        if (entries.TryGetValue(name, out var known)) return known;
        order.Add(name);
        return entries[name] = new Entry();
    }

    private sealed class Entry
    {
        public TestVariable? Declaration { get; set; }

        public string? Default { get; set; }

        public string? Description { get; set; }

        public List<SuitePlace> Uses { get; } = [];

        public SuiteVariable ToVariable(string name) => new()
        {
            Name = name,
            Type = Declaration?.Type ?? TestVariableType.String,
            Default = Declaration is { Secret: true } ? null : Declaration?.Default ?? Default,
            Description = Declaration?.Description ?? Description,
            Required = (Declaration?.IsRequired ?? true) && (Declaration is { Invented: true } || Default is null),
            Secret = Declaration is { Secret: true },
            Declared = Declaration is not null,
            Uses = Uses,
        };
    }
}
