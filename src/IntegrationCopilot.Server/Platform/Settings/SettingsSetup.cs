using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Settings;

internal static class SettingsSetup
{
    /// <summary>Binds a section of the configuration and checks it when the server starts, before anything listens.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();

    /// <summary>Checks every section that was added, and reports all that is wrong at once.</summary>
    /// <exception cref="SettingsException">At least one setting is wrong.</exception>
    public static void ValidateSettings(this IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception exception) when (exception is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            throw new SettingsException(FailuresOf(exception), exception);
        }
    }

    private static IEnumerable<string> FailuresOf(Exception exception) => exception switch
    {
        AggregateException many => many.InnerExceptions.SelectMany(FailuresOf),
        OptionsValidationException invalid => invalid.Failures,
        _ => [exception.Message],
    };
}

/// <summary>The configuration is wrong: the message lists every setting that is.</summary>
internal sealed class SettingsException(IEnumerable<string> failures, Exception inner)
    : InvalidOperationException($"The server cannot start, its settings are wrong:{string.Concat(failures.Select(failure => $"{Environment.NewLine}  - {failure}"))}", inner);
