using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Names that nothing has, made anew for each case; none where a form leaves so little choice that each may be somebody's, and of a
/// day, for which an API may have an answer whatever it keeps.</summary>
internal sealed class UnknownNames(TestMaterial material)
{
    /// <summary>The variable that stands for such a name in a parameter.</summary>
    public TestVariable? Of(ApiParameter parameter) =>
        material.Samples.ForParameter(parameter) is { Found: true } sample ? Of(parameter.Name, parameter.Schema, sample.ToElement()) : null;

    /// <summary>The variable that stands for such a name.</summary>
    /// <param name="name">Name of the parameter or field.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="known">A value that it may have.</param>
    public TestVariable? Of(string name, RawNode schema, JsonElement known) => AsJson.Node(known) is JsonValue value && !FreshForms.IsDay(value)
        && FreshForms.Of(value, other => material.Accepts(schema, AsJson.Element(other))) is { Form: null or { HasRoom: true } } form
        ? form with { Name = $"unknown_{string.Join('_', NameWords.Of(name))}", Description = "An identifier that names nothing." } : null;
}
