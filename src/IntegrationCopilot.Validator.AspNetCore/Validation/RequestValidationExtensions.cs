using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Adds the validation of requests to an application.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class RequestValidationExtensions
{
    /// <summary>
    /// Refuses requests that do not conform to a description, with status 400 and a problem document that names each place (RFC 9457, and its member
    /// <c>errors</c> by JSON Pointer). Credentials are the application's business and are not looked at.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="validator">What validates.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="options"/> is not allowed.</exception>
    public static IApplicationBuilder UseRequestValidation(this IApplicationBuilder app, MessageValidator validator, RequestValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(validator);
        options = new RequestValidationOptionsRules().Checked(options ?? new(), nameof(options));
        var observer = ValidationObserver.Of(app.ApplicationServices);
        return app.Use(next => new RequestValidationMiddleware(next, validator, options, observer).InvokeAsync);
    }

    /// <summary>As the other overload, with the validator and the options that the application's services hold.</summary>
    /// <param name="app">The application.</param>
    /// <exception cref="InvalidOperationException">The services hold no validator.</exception>
    /// <exception cref="OptionsValidationException">An option is not allowed.</exception>
    public static IApplicationBuilder UseRequestValidation(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var validator = app.ApplicationServices.GetService<MessageValidator>()
            ?? throw new InvalidOperationException(
                "No MessageValidator is registered. Call services.AddMessageValidator(spec), or hand one to UseRequestValidation.");
        return app.UseRequestValidation(validator, app.ApplicationServices.GetRequiredService<IOptions<RequestValidationOptions>>().Value);
    }

    /// <summary>Adds the options of the validation of requests, checked when the application starts.</summary>
    /// <param name="services">The container's services. They also need <see cref="ValidatorServices.AddMessageValidator"/>.</param>
    /// <param name="configure">Sets the options; null (the default) to leave them as they are.</param>
    /// <returns>To set more of the options, for example from the application's configuration with <c>BindConfiguration</c>.</returns>
    public static OptionsBuilder<RequestValidationOptions> AddRequestValidation(this IServiceCollection services,
        Action<RequestValidationOptions>? configure = null) =>
        services.AddChecked<RequestValidationOptions, RequestValidationOptionsRules>(configure);
}
