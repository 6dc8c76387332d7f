using System.Text.Json.Serialization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What is asked of a test category. On the wire and in files: <c>AUTO</c>, <c>REQUIRED</c>, <c>OPTIONAL</c>, <c>NA</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TestSetting>))]
public enum TestSetting
{
    /// <summary>Its tests run when the document shows what they need, and are skipped otherwise.</summary>
    [JsonStringEnumMemberName("AUTO")]
    Auto,

    /// <summary>Its tests run, and a failure blocks.</summary>
    [JsonStringEnumMemberName("REQUIRED")]
    Required,

    /// <summary>Its tests run, and a failure is a warning.</summary>
    [JsonStringEnumMemberName("OPTIONAL")]
    Optional,

    /// <summary>Its tests do not run.</summary>
    [JsonStringEnumMemberName("NA")]
    NotApplicable,
}

/// <summary>Wire names of settings.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class TestSettingNames
{
    internal const string Known = "AUTO, REQUIRED, OPTIONAL or NA";

    /// <summary><c>AUTO</c>, <c>REQUIRED</c>, <c>OPTIONAL</c> or <c>NA</c>.</summary>
    /// <param name="setting">The setting.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such setting.</exception>
    public static string Of(TestSetting setting) => setting switch
    {
        TestSetting.Auto => "AUTO",
        TestSetting.Required => "REQUIRED",
        TestSetting.Optional => "OPTIONAL",
        TestSetting.NotApplicable => "NA",
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No such setting."),
    };

    internal static TestSetting? Parse(string? name) => name switch
    {
        "AUTO" => TestSetting.Auto,
        "REQUIRED" => TestSetting.Required,
        "OPTIONAL" => TestSetting.Optional,
        "NA" => TestSetting.NotApplicable,
        _ => null,
    };
}
