namespace IntegrationCopilot.SpecEngine;

/// <summary>Which categories of golden tests are asked of each group of an API. Plain data: it can be stored, edited, merged and read again.</summary>
/// <remarks>
/// <para>Its file (<see cref="ToJson"/>, <see cref="Read"/>) is JSON, or the same in YAML:</para>
/// <code>
/// {
///   "groups": {
///     "*":        { "pagination": "NA" },
///     "payments": { "idempotency": "REQUIRED", "webhook": { "setting": "OPTIONAL", "detected": true } }
///   }
/// }
/// </code>
/// <para>Under <c>groups</c> each member is the name of an API group, or <c>*</c> for every group that does not say otherwise. Under a group each
/// member is one of <see cref="TestCategoryIds"/>; its value is a setting (<see cref="TestSetting"/>), or an object with <c>setting</c> and
/// <c>detected</c>. What a file does not mention keeps the default. Files written by <see cref="ToJson"/> mention everything.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestProfile
{
    /// <summary>The name that stands for every group.</summary>
    public const string AllGroups = "*";

    /// <summary>The groups in document order. A profile that only overrides another may name few of them, and <see cref="AllGroups"/>.</summary>
    public IReadOnlyList<GroupProfile> Groups { get; init; } = [];

    /// <summary>
    /// The defaults for an API: authentication is required where a scheme is declared, a category whose tests cannot apply because there are no writes,
    /// webhooks
    /// or pages is not applicable, every other is automatic.
    /// </summary>
    /// <param name="spec">The API with its capabilities.</param>
    public static TestProfile FromSpec(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new TestProfile { Groups = [.. spec.Groups.Select(group => ProfileDefaults.Of(spec, group))] };
    }

    /// <summary>
    /// This profile with the settings of another in place of its own. Groups this profile does not have are left out; what was detected stays.
    /// </summary>
    /// <param name="overrides">Another profile; it may name only what differs.</param>
    public TestProfile Merge(TestProfile overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var everywhere = overrides.Find(AllGroups);
        return this with { Groups = [.. Groups.Select(group => group.Merge(everywhere).Merge(overrides.Find(group.Name)))] };
    }

    /// <summary>The setting of a category in a group.</summary>
    /// <param name="group">Name of the group; null for tests that belong to none, which take the strictest setting of any group.</param>
    /// <param name="category">Id of the category.</param>
    public TestSetting SettingOf(string? group, string category) => Decide(group, category).Setting;

    /// <summary>Whether the tests of a category run in a group, and why.</summary>
    /// <param name="group">Name of the group; null for tests that belong to none, which run when they would run in any group.</param>
    /// <param name="category">Id of the category.</param>
    /// <exception cref="ArgumentException">There is no category of that id.</exception>
    public TestDecision Decide(string? group, string category)
    {
        var known = TestCategory.Find(category) ?? throw new ArgumentException($"There is no test category '{category}'.", nameof(category));
        var groups = group is null ? Groups : Find(group) is { } found ? [found] : [];
        return groups.Select(g => g.Decide(known)).OrderBy(Rank).FirstOrDefault()
            ?? (group is null
                ? TestDecision.Of(known, CategoryProfile.Unknown(known), "the API")
                : TestDecision.Of(known, CategoryProfile.Unknown(known), $"'{group}'"));
    }

    /// <summary>Which categories run in which groups, and why, for people to look over before a run.</summary>
    public ProfileSummary Summarize() => ProfileSummary.Of(this);

    /// <summary>The profile as indented JSON, complete, for <see cref="Read"/> and for people.</summary>
    public string ToJson() => TestProfileWriter.Write(this);

    /// <summary>Reads a profile file.</summary>
    /// <param name="content">Its bytes, UTF-8; JSON or YAML.</param>
    /// <param name="name">The name it will carry in problems: a path.</param>
    /// <param name="spec">The API it is for. When given, the result is the API's defaults with the file's settings merged in, and groups the API does not have
    /// are reported; when null, the result holds only what the file says.</param>
    /// <returns>The profile, or what is wrong with the file, member by member.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static TestProfileReadResult Read(ReadOnlyMemory<byte> content, string name, ApiSpec? spec = null) => TestProfileReader.Read(content, name, spec);

    internal GroupProfile? Find(string name) => Groups.FirstOrDefault(g => string.Equals(g.Name, name, StringComparison.Ordinal));

    /// <summary>Running before not running, then the stricter setting.</summary>
    private static int Rank(TestDecision decision) => (decision.Runs ? 0 : 10) + decision.Setting switch
    {
        TestSetting.Required => 0,
        TestSetting.Auto => 1,
        TestSetting.Optional => 2,
        _ => 3,
    };
}

/// <summary>The settings of one API group.</summary>
/// <param name="Name">Name of the <see cref="ApiGroup"/>, or <see cref="TestProfile.AllGroups"/>.</param>
/// <param name="Categories">The categories, in the order of <see cref="TestCategory.All"/>; those an overriding profile does not mention are absent.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record GroupProfile(string Name, IReadOnlyList<CategoryProfile> Categories)
{
    /// <summary>The category of that id; null when this profile does not mention it.</summary>
    public CategoryProfile? Find(string category) => Categories.FirstOrDefault(c => string.Equals(c.Category, category, StringComparison.Ordinal));

    internal TestDecision Decide(TestCategory category) => TestDecision.Of(category, Find(category.Id) ?? CategoryProfile.Unknown(category), $"'{Name}'");

    internal GroupProfile Merge(GroupProfile? overrides) =>
        overrides is null
            ? this
            : this with { Categories = [.. Categories.Select(c => overrides.Find(c.Category) is { } other ? c with { Setting = other.Setting } : c)] };
}

/// <summary>One category in one group.</summary>
/// <param name="Category">One of <see cref="TestCategoryIds"/>.</param>
/// <param name="Setting">What is asked.</param>
/// <param name="Detected">Whether the document shows every capability the category needs.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CategoryProfile(string Category, TestSetting Setting, bool Detected)
{
    internal static CategoryProfile Unknown(TestCategory category) => new(category.Id, TestSetting.Auto, category.Needs.Count == 0);
}
