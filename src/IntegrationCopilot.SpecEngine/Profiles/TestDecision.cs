namespace IntegrationCopilot.SpecEngine;

/// <summary>Whether the tests of a category will run, and why.</summary>
/// <param name="Runs">Whether they run.</param>
/// <param name="Setting">The setting that decided.</param>
/// <param name="Reason">One sentence for people.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestDecision(bool Runs, TestSetting Setting, string Reason)
{
    internal static TestDecision Of(TestCategory category, CategoryProfile profile, string where) => profile.Setting switch
    {
        TestSetting.Required => new(true, TestSetting.Required, $"{category.Name} is required of {where}: a failure blocks."),
        TestSetting.Optional => new(true, TestSetting.Optional, $"{category.Name} is optional for {where}: a failure is a warning."),
        TestSetting.NotApplicable when !profile.Detected =>
            new(false, TestSetting.NotApplicable, $"{category.Name} is not applicable: the document shows no {Needs(category)} in {where}."),
        TestSetting.NotApplicable => new(false, TestSetting.NotApplicable, $"{category.Name} is set to not applicable for {where}."),
        _ when category.Needs.Count == 0 => new(true, TestSetting.Auto, $"{category.Name} applies to every API."),
        _ when profile.Detected => new(true, TestSetting.Auto, $"{category.Name} runs because the document shows {Needs(category)} in {where}."),
        _ => new(false, TestSetting.Auto,
            $"{category.Name} is skipped because the document shows no {Needs(category)} in {where}. Set it to REQUIRED or OPTIONAL to run it all the same."),
    };

    private static string Needs(TestCategory category) => category.Needs[^1] switch
    {
        CapabilityIds.Auth => "authentication",
        CapabilityIds.WriteOperations => "operations that write",
        CapabilityIds.Idempotency => "idempotency keys",
        CapabilityIds.RateLimiting => "rate limits",
        CapabilityIds.Refunds => "refunds or reversals",
        var other => other,
    };
}
