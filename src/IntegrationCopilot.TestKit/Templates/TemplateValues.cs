using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The values templates are filled in with: what a person gave, what earlier answers gave, and the defaults of declared variables.</summary>
/// <remarks>
/// A given value comes before the default of the declaration, and that before the default in the placeholder. A variable that is not declared is a string.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class TemplateValues
{
    private readonly ImmutableDictionary<string, TestVariable> declared;
    private readonly ImmutableDictionary<string, TemplateValue> values;

    private TemplateValues(ImmutableDictionary<string, TestVariable> declared, ImmutableDictionary<string, TemplateValue> values)
    {
        this.declared = declared;
        this.values = values;
    }

    /// <summary>No values and no declarations.</summary>
    public static TemplateValues Empty { get; } = new(ImmutableDictionary.Create<string, TestVariable>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, TemplateValue>(StringComparer.Ordinal));

    /// <summary>The given texts of variables that are declared secret, for a redactor.</summary>
    public IReadOnlyList<string> Secrets =>
        [.. from variable in declared.Values where variable.Secret && values.ContainsKey(variable.Name) select values[variable.Name].AsText()];

    /// <summary>Checks given texts against the declared types.</summary>
    /// <param name="variables">The declared variables; of several with one name the first counts.</param>
    /// <param name="given">Texts by name: a string itself, JSON for the other types. Names that are not declared are strings.</param>
    /// <returns>The values, without those that have problems, and every wrong type. That a value is missing is said when a template needs it.</returns>
    public static TemplateResult<TemplateValues> Create(IEnumerable<TestVariable> variables, IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(given);
        var types = Empty.declared.ToBuilder();
        foreach (var variable in variables) types.TryAdd(variable.Name, variable);
        var typed = Empty.values.ToBuilder();
        var problems = new List<TemplateProblem>();
        foreach (var (name, text) in given.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var type = types.TryGetValue(name, out var variable) ? variable.Type : TestVariableType.String;
            if (TemplateValue.TryParse(type, text, out var value)) typed.Add(name, value);
            else problems.Add(WrongType(name, type, "The given value"));
        }

        return new(new(types.ToImmutable(), typed.ToImmutable()), problems);
    }

    /// <summary>The same values and one more, or another one.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    public TemplateValues With(string name, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(declared, values.SetItem(name, new TemplateValue(value)));
    }

    /// <summary>Whether a value has been given for a variable; a default is none.</summary>
    /// <param name="name">The variable.</param>
    public bool IsGiven(string name) => values.ContainsKey(name);

    /// <summary>The value that a declared variable stands for: what has been given, else its default; null when there is neither.</summary>
    internal JsonElement? Find(string name) =>
        (declared.ContainsKey(name) || IsGiven(name)) && TryResolve(new TemplateVariable(name), out var value, out _) ? value.AsJson() : null;

    internal bool TryResolve(TemplateVariable placeholder, [NotNullWhen(true)] out TemplateValue? value, [NotNullWhen(false)] out TemplateProblem? problem)
    {
        problem = null;
        if (values.TryGetValue(placeholder.Name, out value)) return true;
        var variable = declared.GetValueOrDefault(placeholder.Name);
        var text = variable?.Default ?? placeholder.Default;
        var type = variable?.Type ?? TestVariableType.String;
        if (text is null) problem = Missing(placeholder, variable);
        else if (!TemplateValue.TryParse(type, text, out value)) problem = WrongType(placeholder.Name, type, "The default");
        return problem is null && value is not null;
    }

    private static TemplateProblem Missing(TemplateVariable placeholder, TestVariable? variable)
    {
        var description = variable?.Description ?? placeholder.Description;
        return new(TemplateProblemKind.Missing, placeholder.Name,
            $"A value for '{placeholder.Name}' is required{(description is null ? "" : $" ({description})")}.");
    }

    internal static TemplateProblem WrongType(string name, TestVariableType type, string what)
    {
        var expected = type switch
        {
            TestVariableType.Number => "a number, for example 12.50",
            TestVariableType.Boolean => "true or false",
            _ => "JSON",
        };
        return new(TemplateProblemKind.WrongType, name, $"{what} of '{name}' is not {expected}.");
    }
}
