using IntegrationCopilot.SpecEngine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator;

/// <summary>Registers the validator of messages with a container.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class ValidatorServices
{
    /// <summary>Adds a singleton <see cref="MessageValidator"/>. Its options are checked when the application starts.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="spec">The API. When called several times, that of the first call counts.</param>
    /// <param name="configure">Sets the options; null (the default) to leave them as they are.</param>
    /// <returns>To set more of the options, for example from the application's configuration with <c>BindConfiguration</c>.</returns>
    public static OptionsBuilder<MessageValidatorOptions> AddMessageValidator(this IServiceCollection services, ApiSpec spec,
        Action<MessageValidatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(spec);
        services.TryAddSingleton(provider => new MessageValidator(spec, provider.GetRequiredService<IOptions<MessageValidatorOptions>>().Value));
        return services.AddChecked<MessageValidatorOptions, MessageValidatorOptionsRules>(configure);
    }
}
