namespace IntegrationCopilot.SpecEngine;

/// <summary>The settings a group starts with.</summary>
internal static class ProfileDefaults
{
    public static GroupProfile Of(ApiSpec spec, ApiGroup group) =>
        new(group.Name, [.. TestCategory.All.Select(category => Of(spec, group, category))]);

    private static CategoryProfile Of(ApiSpec spec, ApiGroup group, TestCategory category)
    {
        var missing = category.Needs.Where(need => !Has(spec, group, need)).ToList();
        var setting = missing.Count > 0 && RulesOut(category, missing) ? TestSetting.NotApplicable
            : missing.Count == 0 && category.Id == TestCategoryIds.Authentication ? TestSetting.Required : TestSetting.Auto;
        return new CategoryProfile(category.Id, setting, missing.Count == 0);
    }

    /// <summary>Webhooks stand beside the paths and belong to the whole API; everything else must be seen in the group.</summary>
    private static bool Has(ApiSpec spec, ApiGroup group, string capability) =>
        Detects(group.Capabilities, capability) || (capability == CapabilityIds.Webhooks && Detects(spec.Capabilities, capability));

    private static bool Detects(IReadOnlyList<Capability> capabilities, string id) =>
        capabilities.Any(c => c.Detected && string.Equals(c.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// Without writes nothing can be idempotent, without webhooks nothing is signed, without pages nothing is walked; the rest may exist without the document
    /// saying so.
    /// </summary>
    private static bool RulesOut(TestCategory category, List<string> missing) => category.Id switch
    {
        TestCategoryIds.Idempotency => missing.Contains(CapabilityIds.WriteOperations),
        TestCategoryIds.Webhook or TestCategoryIds.Pagination => true,
        _ => false,
    };
}
