using Microsoft.AspNetCore.Builder;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Adds the validation of requests to an application.</summary>
public static class RequestValidationExtensions
{
    /// <summary>
    /// Refuses requests that do not conform to a description, with status 400 and a problem document that names each place (RFC 9457, and its member
    /// <c>errors</c> by JSON Pointer). Credentials are the application's business and are not looked at.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="validator">What validates.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit of bytes is not positive.</exception>
    public static IApplicationBuilder UseRequestValidation(this IApplicationBuilder app, MessageValidator validator, RequestValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(validator);
        options ??= new RequestValidationOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxBodyBytes);
        return app.Use(next => new RequestValidationMiddleware(next, validator, options).InvokeAsync);
    }
}
