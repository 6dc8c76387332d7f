using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator;

/// <summary>Options that are checked by one set of rules, whether they are handed over or come from a container.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class CheckedOptions
{
    /// <summary>Adds options to a container, checked when the application starts and whenever they are made.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <typeparam name="TRules">Their rules, without state.</typeparam>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets them; null (the default) to leave them as they are.</param>
    /// <returns>To set more, for example from the application's configuration with <c>BindConfiguration</c>.</returns>
    public static OptionsBuilder<TOptions> AddChecked<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TRules>(
        this IServiceCollection services, Action<TOptions>? configure = null)
        where TOptions : class
        where TRules : class, IValidateOptions<TOptions>, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new TRules()));
        var builder = services.AddOptions<TOptions>().ValidateOnStart();
        return configure is null ? builder : builder.Configure(configure);
    }

    /// <summary>Checks options that were handed over.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="rules">Their rules.</param>
    /// <param name="options">The options.</param>
    /// <param name="parameter">The name of the parameter they came by.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is not allowed; the message names each with its value and what is allowed.</exception>
    public static TOptions Checked<TOptions>(this IValidateOptions<TOptions> rules, TOptions options, string parameter)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(rules);
        var result = rules.Validate(null, options);
        return result.Failed ? throw new ArgumentOutOfRangeException(parameter, string.Join(" ", result.Failures)) : options;
    }
}
