namespace IntegrationCopilot.SpecEngine;

/// <summary>What a difference is: the rule, and what its sentence says.</summary>
internal readonly record struct Verdict(ChangeRule Rule, string Message)
{
    public static Verdict Of(ChangeRule rule, params object?[] values) => new(rule, rule.Say(values));

    /// <summary>A change of a schema, by who meets it.</summary>
    /// <param name="change">The way in which it changed.</param>
    /// <param name="place">The schema.</param>
    /// <param name="what">What changed, to follow the words for the schema.</param>
    /// <param name="use">Who meets it, when that is not who meets the schema.</param>
    public static Verdict Of(SchemaChange change, Place place, string what, Use? use = null)
    {
        use ??= place.Use;
        var judged = use.IsConditional && change.Effect != SchemaEffect.None ? SchemaChangeRules.ConstraintChanged : change;
        var rule = judged.For(use.IsSent, use.IsReceived);
        var verdict = Of(rule, PlaceWords.Of(place), what);
        return use is { IsSent: true, IsReceived: true } && judged.BreaksBoth && judged.Advice is { } also
            ? verdict with { Message = $"{verdict.Message.TrimEnd('.')}, and {also}" } : verdict;
    }
}
