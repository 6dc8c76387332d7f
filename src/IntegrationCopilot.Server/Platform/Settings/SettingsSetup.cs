using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Settings;

internal static class SettingsSetup
{
    /// <summary>Binds a section of the configuration and checks it when the server starts, before anything listens.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton(new SettingsCheck(provider => FailuresOf<T>(provider, section)));
        return services.AddOptions<T>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
    }

    /// <summary>Checks every section that was added, and reports all that is wrong at once.</summary>
    /// <exception cref="SettingsException">At least one setting is wrong.</exception>
    public static void ValidateSettings(this IServiceProvider services)
    {
        var failures = services.GetServices<SettingsCheck>().SelectMany(check => check.Failures(services)).ToList();
        if (failures.Count > 0) throw new SettingsException(failures);
    }

    private static IEnumerable<string> FailuresOf<T>(IServiceProvider services, string section)
        where T : class
    {
        var unknown = services.GetRequiredService<IConfiguration>().GetSection(section).GetChildren().Select(child => child.Key)
            .Where(key => !typeof(T).GetProperties().Any(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase)))
            .Select(key => $"There is no setting {section}:{key}.").ToList();
        if (unknown.Count > 0) return unknown;
        try
        {
            _ = services.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
        catch (InvalidOperationException unreadable)
        {
            return [$"{section}: {unreadable.Message}"];
        }
    }
}

/// <summary>Finds what is wrong in one section.</summary>
internal sealed record SettingsCheck(Func<IServiceProvider, IEnumerable<string>> Failures);

/// <summary>The configuration is wrong: the message lists every setting that is.</summary>
internal sealed class SettingsException(IEnumerable<string> failures)
    : InvalidOperationException(
        $"The server cannot start, its settings are wrong:{string.Concat(failures.Select(failure => $"{Environment.NewLine}  - {failure}"))}");
