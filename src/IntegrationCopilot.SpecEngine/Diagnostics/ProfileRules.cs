namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about profile files.</summary>
internal static class ProfileRules
{
    public static readonly SpecRule NotAProfile = new("profile-shape", ProblemSeverity.Error,
        "A profile is an object with a member 'groups', which holds an object for each group; {1} is {0}.", "");

    public static readonly SpecRule UnknownMember = new("profile-unknown-member", ProblemSeverity.Error,
        "'{0}' is no member of {1}. Use {2}.", "");

    public static readonly SpecRule UnknownCategory = new("profile-unknown-category", ProblemSeverity.Error,
        "There is no test category '{0}'. The categories are {1}.", "");

    public static readonly SpecRule UnknownSetting = new("profile-unknown-setting", ProblemSeverity.Error,
        "Category '{1}' is set to {0}, which is no setting. Write " + TestSettingNames.Known + ".", "");

    public static readonly SpecRule RepeatedMember = new("profile-repeated-member", ProblemSeverity.Error,
        "'{0}' is written twice. Keep one of them.", "");

    public static readonly SpecRule UnknownGroup = new("profile-unknown-group", ProblemSeverity.Warning,
        "The API has no group '{0}', so these settings have no effect. Its groups are {1}.", "");
}
