using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds what is wrong with the templates of one test or call.</summary>
/// <param name="scope">The test or call.</param>
/// <param name="types">Types of variables and who has them first: in one suite a name stands for one kind of value.</param>
internal sealed class ScopeCheck(TemplateScope scope, Dictionary<string, (TestVariableType Type, string Test)> types)
{
    private readonly List<TemplateProblem> problems = [];
    private readonly Dictionary<string, TestVariable> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, SuitePlace Place)> defaults = new(StringComparer.Ordinal);
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> defaulted = [.. PlaceholderDefaults.In(scope).Select(variable => variable.Name)];

    public IReadOnlyList<TemplateProblem> Run()
    {
        foreach (var (index, variable) in scope.Declared.Index()) Declaration(variable, index);
        foreach (var step in scope.Steps)
        {
            foreach (var use in step.Uses) Use(use);
            kept.UnionWith(step.Kept);
        }

        return problems;
    }

    private void Declaration(TestVariable variable, int index)
    {
        var name = variable.Name;
        if (!TemplateParser.IsName(name))
            Add(TemplateProblemKind.Syntax, name,
                "No placeholder can use a variable of this name: a name is letters, digits, '_', '-' and '.', and begins with a letter or '_'.",
                PlaceOf(index, "name"));
        if (!declared.TryAdd(name, variable)) Add(TemplateProblemKind.Conflict, name, $"'{name}' is declared twice by this test.", PlaceOf(index, "name"));
        else if (TypeElsewhere(variable) is { } conflict) Add(TemplateProblemKind.Conflict, name, conflict, PlaceOf(index, "type"));
        else if (variable.Default is { } text) Default(variable, text, PlaceOf(index, "default"), null);
    }

    private void Use(TemplateUse use)
    {
        foreach (var problem in use.Template.Problems) problems.Add(problem with { Place = use.Place });
        foreach (var (placeholder, at) in use.Template.Placeholders)
        {
            var variable = declared.GetValueOrDefault(placeholder.Name);
            var isOwn = variable is null && !kept.Contains(placeholder.Name);
            if (isOwn && placeholder.Default is not null && TypeElsewhere(new TestVariable { Name = placeholder.Name }) is { } conflict)
                Add(TemplateProblemKind.Conflict, placeholder.Name, $"{conflict} Declare it in the 'variables' of this test too.", use.Place, at);
            else if (placeholder.Default is { } text) Default(variable ?? new TestVariable { Name = placeholder.Name }, text, use.Place, at);
            else if (isOwn && !defaulted.Contains(placeholder.Name))
                Add(TemplateProblemKind.Unknown, placeholder.Name, Unknown(placeholder.Name), use.Place, at);
        }
    }

    private void Default(TestVariable variable, string text, SuitePlace place, TemplatePosition? at)
    {
        var name = variable.Name;
        if (variable is { Secret: true, Invented: false })
            Add(TemplateProblemKind.SecretDefault, name,
                $"'{name}' is a secret and has a default, which stands here for anybody to read; give its value with a run.", place, at);
        else if (!TemplateValue.TryParse(variable.Type, text, out _))
            Add(TemplateProblemKind.WrongType, name, WrongType(variable, at is not null), place, at);
        else if (defaults.TryGetValue(name, out var other) && other.Text != text)
            Add(TemplateProblemKind.Conflict, name, $"'{name}' has another default here than at {other.Place.Place}; which one counts?", place, at);
        defaults.TryAdd(name, (text, place));
    }

    private string? TypeElsewhere(TestVariable variable)
    {
        if (types.TryAdd(variable.Name, (variable.Type, scope.Id)) || types[variable.Name] is var first && first.Type == variable.Type) return null;
        return $"'{variable.Name}' is of type {Word(variable.Type)} here and of type {Word(first.Type)} in '{first.Test}': "
            + "a name stands for one kind of value.";
    }

    private static string Word(TestVariableType type) => type.ToString().ToLowerInvariant();

    private static string WrongType(TestVariable variable, bool isInPlaceholder)
    {
        var message = TemplateValues.WrongType(variable.Name, variable.Type, "The default").Message;
        return isInPlaceholder && variable.Type == TestVariableType.Json
            ? $"{message} Where it holds '|' or '}}}}' it stands between double quotes, with the escapes of JSON." : message;
    }

    private string Unknown(string name)
    {
        var known = declared.Keys.Concat(kept).Concat(defaulted).MinBy(other => TextDistance.Between(name, other));
        var slip = known is not null && TextDistance.Between(name, known) * 3 <= Math.Max(name.Length, known.Length) ? $" Did you mean '{known}'?" : "";
        return $"'{name}' is no variable of this test, and no earlier step keeps a value of that name: declare it in 'variables', or give it a default as in "
            + $"'{{{{ {name} | default }}}}'.{slip}";
    }

    private SuitePlace PlaceOf(int index, string member)
    {
        var place = NodePointer.Of("variables", $"{index}", member);
        return new(scope.Id, null, place.ToString(), scope.Place.Append(place).ToString());
    }

    private void Add(TemplateProblemKind kind, string name, string message, SuitePlace place, TemplatePosition? at = null) =>
        problems.Add(new(kind, name, message) { Place = place, At = at });
}
