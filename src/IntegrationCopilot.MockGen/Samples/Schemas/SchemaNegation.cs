using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How a value breaks a schema object: it breaks one of its keywords. What a value of <c>not</c> has to do.</summary>
internal sealed class SchemaNegation(SchemaPart part, SchemaPlace place, SchemaNavigator navigator)
{
    private readonly List<SchemaBranch> ways = [];

    /// <summary>The ways, the plainest first; none where every value meets the schema.</summary>
    public IReadOnlyList<SchemaBranch> Ways()
    {
        foreach (var target in part.HasReference ? navigator.Follow(place) : []) ways.Add(new SchemaBranch([new Demand(target, Negated: true)]));
        BreakValue();
        BreakObject();
        BreakArray();
        BreakText();
        BreakNumber();
        BreakType();
        BreakCombined();
        return ways;
    }

    private void BreakType()
    {
        if (part.Types != JsonTypes.All) Ask(new SchemaPart { Types = JsonTypes.All & ~part.Types });
    }

    /// <summary>A listed value is avoided by trying others: nothing more is to be asked.</summary>
    private void BreakValue()
    {
        if (part.Const.IsDefined || part.Enum.IsDefined) Ask(new SchemaPart { Telling = TypeOf(part.Const.IsDefined ? part.Const : part.Enum[0]) });
    }

    private void BreakObject()
    {
        foreach (var (name, schema) in part.Properties) Ask(Object(new SchemaPart { Required = [name], Properties = { [name] = Not(schema) } }));
        foreach (var name in part.Required) Ask(Object(new SchemaPart { Absent = [name] }));
        if (part.MinProperties > 0) Ask(Object(new SchemaPart { MaxProperties = part.MinProperties - 1 }));
        if (part.MaxProperties < int.MaxValue) Ask(Object(new SchemaPart { MinProperties = part.MaxProperties + 1 }));
        foreach (var (pattern, schema) in part.PatternProperties)
            Ask(Object(new SchemaPart { PatternProperties = [(pattern, Not(schema))], MinProperties = 1, WantsFurther = true }));
        if (part.AdditionalProperties is { } further)
            Ask(Object(new SchemaPart { AdditionalProperties = Not(further), MinProperties = part.Required.Count + 1, WantsFurther = true }));
        if (part.PropertyNames is { } names) Ask(Object(new SchemaPart { PropertyNames = Not(names), MinProperties = 1, WantsFurther = true }));
        foreach (var (name, needed) in part.DependentRequired)
            foreach (var absent in needed) Ask(Object(new SchemaPart { Required = [name], Absent = [absent] }));
        foreach (var (name, schema) in part.DependentSchemas) Ask(Object(new SchemaPart { Required = [name] }), schema);
    }

    private void BreakArray()
    {
        if (part.MinItems > 0) Ask(Array(new SchemaPart { MaxItems = part.MinItems - 1 }));
        if (part.MaxItems < int.MaxValue) Ask(Array(new SchemaPart { MinItems = part.MaxItems + 1 }));
        if (part.Contains is { } contained && part.MinContains != 0) Ask(Array(new SchemaPart { Items = Not(contained) }));
        if (part.Items is { } items) Ask(Array(new SchemaPart { Contains = Not(items) }));
        for (var i = 0; i < part.PrefixItems.Count; i++)
            Ask(Array(new SchemaPart { PrefixItems = [.. part.PrefixItems.Take(i).Select(_ => default(SchemaTerm)), Not(part.PrefixItems[i])],
                MinItems = i + 1 }));
        if (part.UniqueItems) Ask(Array(new SchemaPart { MinItems = 2, RepeatsItems = true }));
    }

    private void BreakText()
    {
        if (part.MaxLength < int.MaxValue) Ask(Text(new SchemaPart { MinLength = part.MaxLength + 1 }));
        if (part.MinLength > 0) Ask(Text(new SchemaPart { MaxLength = part.MinLength - 1 }));
        if (part.Pattern is { } pattern) Ask(Text(new SchemaPart { ForbiddenPattern = pattern }));
        if (part.Format is not null) Ask(Text(new SchemaPart()));
    }

    private void BreakNumber()
    {
        if (part.Minimum is { } low) Ask(Number(new SchemaPart { Maximum = low, ExcludesMaximum = !part.ExcludesMinimum }));
        if (part.Maximum is { } high) Ask(Number(new SchemaPart { Minimum = high, ExcludesMinimum = !part.ExcludesMaximum }));
        if (part.ExclusiveMinimum is { } above) Ask(Number(new SchemaPart { Maximum = above }));
        if (part.ExclusiveMaximum is { } below) Ask(Number(new SchemaPart { Minimum = below }));
        if (part.MultipleOf is not null) Ask(Number(new SchemaPart()));
    }

    private void BreakCombined()
    {
        foreach (var all in part.AllOf) Ask(null, all);
        foreach (var choice in (RawNode[])[part.AnyOf, part.OneOf])
            if (choice is { IsArray: true, Count: > 0 })
                ways.Add(new SchemaBranch([.. choice.Children.Select(c => new Demand(navigator.Enter(place, c), Negated: true))]));
        if (part.Not.IsDefined) ways.Add(new SchemaBranch([new Demand(navigator.Enter(place, part.Not))]));
    }

    private void Ask(SchemaPart? own, SchemaTerm? broken = null) =>
        ways.Add(new SchemaBranch(broken is { } term ? [new Demand(navigator.Enter(place, term.Node), !term.Negated)] : [], own));

    private static SchemaTerm Not(SchemaTerm term) => term with { Negated = !term.Negated };

    private static SchemaPart Object(SchemaPart own) => Only(own, JsonTypes.Object);

    private static SchemaPart Array(SchemaPart own) => Only(own, JsonTypes.Array);

    private static SchemaPart Text(SchemaPart own) => Only(own, JsonTypes.String);

    private static SchemaPart Number(SchemaPart own) => Only(own, JsonTypes.Number);

    private static SchemaPart Only(SchemaPart own, JsonTypes types)
    {
        own.Types = types;
        return own;
    }

    private static JsonTypes TypeOf(RawNode value) => value.Kind switch
    {
        RawKind.Null or RawKind.Undefined => JsonTypes.None,
        RawKind.True or RawKind.False => JsonTypes.Boolean,
        RawKind.Number => JsonTypes.Number,
        RawKind.String => JsonTypes.String,
        RawKind.Array => JsonTypes.Array,
        _ => JsonTypes.Object,
    };
}
