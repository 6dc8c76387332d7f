namespace IntegrationCopilot.Validator;

/// <summary>Alternatives that can be told in one phrase: when all fail by type, or all by the values they list.</summary>
internal sealed class AlternativeSummary
{
    public AlternativeSummary(Instance instance, int at, SchemaNode[] branches)
    {
        var kind = instance[at].Kind;
        var types = KindMask.None;
        List<string> values = [];
        foreach (var branch in branches)
        {
            var target = branch.InPlace is { Reference: { } reference } && branch is { Enum: null, Const: null } ? reference : branch;
            types |= target.Types;
            if (!target.Types.Has(kind)) continue;
            if ((target.Enum ?? target.Const) is not { } set || set.Kinds.Has(ValueKind.Object)) return;
            values.AddRange(set.Describe());
        }
        if (values.Count > 0) Expected = values.Count == 1 ? values[0] : $"one of {ValueText.Join(values)}";
        else if (types != KindMask.None) Expected = $"of type {ValueText.Kinds(types)}";
    }

    /// <summary>The phrase; null when the alternatives differ in more.</summary>
    public string? Expected { get; }
}
