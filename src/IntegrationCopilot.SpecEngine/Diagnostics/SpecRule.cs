using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A rule a document can break: a stable id, how much it matters, the sentence to show, and where the rule comes from.</summary>
/// <param name="Id">Stable identifier in kebab case, never reused.</param>
/// <param name="Severity">How much breaking it matters.</param>
/// <param name="Message">The sentence shown, with numbered places for what was found.</param>
/// <param name="Source">The section of the standard, quoted in short; empty for limits of our own.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SpecRule(string Id, ProblemSeverity Severity, string Message, string Source)
{
    /// <summary>The rules are static fields of the classes named after what they are about.</summary>
    private static readonly Lazy<FrozenDictionary<string, SpecRule>> ById = new(() => ((IEnumerable<SpecRule>[])
        [
            In(typeof(ConversionRules)), In(typeof(DescriptionRules)), In(typeof(EvaluatedRules)), In(typeof(MessageRules)), In(typeof(ModelRules)),
            In(typeof(PathRules)), In(typeof(ProfileRules)), In(typeof(ReferenceRules)), In(typeof(SchemaKeywordRules)), In(typeof(SecurityRules)),
            In(typeof(ShapeRules)), In(typeof(SpecRules)), In(typeof(YamlRules)),
        ])
        .SelectMany(rules => rules).ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal));

    /// <summary>Every rule of this package, by id.</summary>
    public static IReadOnlyList<SpecRule> All => [.. ById.Value.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule a problem breaks, for its <see cref="Source"/>; null when the id is of another package.</summary>
    /// <param name="id"><see cref="SpecProblem.Id"/>.</param>
    public static SpecRule? Find(string id) => ById.Value.GetValueOrDefault(id);

    internal SpecProblem At(SourceLocation location, params object?[] values) =>
        new(Id, Severity, string.Format(CultureInfo.InvariantCulture, Message, values), location);

    /// <summary>The rules of a class; the annotation keeps its fields where what nobody names is trimmed.</summary>
    private static IEnumerable<SpecRule> In([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type rules) =>
        rules.GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.FieldType == typeof(SpecRule))
            .Select(field => (SpecRule)field.GetValue(null)!);
}
