using System.Globalization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What a profile comes to: which categories run in which groups, and why.</summary>
/// <param name="Rows">A row for each group and category, groups in document order, categories in the order of <see cref="TestCategory.All"/>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ProfileSummary(IReadOnlyList<ProfileSummaryRow> Rows)
{
    /// <summary>How many rows run.</summary>
    public int Running => Rows.Count(r => r.Decision.Runs);

    /// <summary>
    /// What whoever wrote the profile may not have meant, each a sentence: that nothing runs at all, that nothing is required, that a required category has no
    /// ground in the document.
    /// </summary>
    public IReadOnlyList<string> Warnings => [.. Doubts()];

    /// <summary>How many rows have a setting.</summary>
    public int Count(TestSetting setting) => Rows.Count(r => r.Decision.Setting == setting);

    /// <summary>One line, for example <c>3 required, 5 optional, 8 automatic, 2 not applicable: 14 of 18 run</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count(TestSetting.Required)} required, {Count(TestSetting.Optional)} optional, {Count(TestSetting.Auto)} automatic, {Count(TestSetting.NotApplicable)} not applicable: {Running} of {Rows.Count} run");

    internal static ProfileSummary Of(TestProfile profile) =>
        new([.. from name in profile.Groups.Select(g => g.Name) from category in TestCategory.All select new ProfileSummaryRow(name, category.Id,
            profile.Decide(name, category.Id), IsDetected(profile, name, category))]);

    private static bool IsDetected(TestProfile profile, string group, TestCategory category) =>
        profile.Find(group)?.Find(category.Id)?.Detected ?? category.Needs.Count == 0;

    private IEnumerable<string> Doubts()
    {
        if (Running == 0) yield return "No category runs in any group. Set at least one to AUTO, OPTIONAL or REQUIRED.";
        else if (Count(TestSetting.Required) == 0) yield return "No category is required in any group. Set those a partner must pass to REQUIRED.";
        foreach (var row in Rows.Where(r => r.Decision.Setting == TestSetting.Required && !r.Detected))
            yield return $"'{row.Category}' is required in '{row.Group}', but the document does not show what its tests need there.";
    }
}

/// <summary>One category in one group.</summary>
/// <param name="Group">Name of the <see cref="ApiGroup"/>.</param>
/// <param name="Category">One of <see cref="TestCategoryIds"/>.</param>
/// <param name="Decision">Whether its tests run, by which setting, and why.</param>
/// <param name="Detected">Whether the document shows every capability the category needs.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ProfileSummaryRow(string Group, string Category, TestDecision Decision, bool Detected);
