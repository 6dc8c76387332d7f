using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Adds checks to the endpoints that receive webhooks.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class WebhookEndpointExtensions
{
    /// <summary>
    /// Lets messages through that are signed, and that conform to their description where one is given: others are answered with 401 or 400 and a problem
    /// document (RFC 9457). The check reads the body before the endpoint binds its parameters, and gives it back.
    /// </summary>
    /// <typeparam name="TBuilder">What maps the endpoint.</typeparam>
    /// <param name="builder">The endpoint or the group of endpoints, as <c>MapPost</c> gives it.</param>
    /// <param name="signature">How messages are signed.</param>
    /// <param name="options">What else is checked; the defaults when null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">A validator is given without the webhook's name, or a name without a validator.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="options"/> is not allowed.</exception>
    public static TBuilder RequireWebhookSignature<TBuilder>(this TBuilder builder, WebhookSignature signature, WebhookReceiving? options = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(signature);
        options = new WebhookReceivingRules().Checked(options ?? new(), nameof(options));
        if (options.Validator is null != options.Name is null)
            throw new ArgumentException("A validator and the name of the webhook in its description are needed together.", nameof(options));
        builder.Finally(endpoint =>
        {
            var observer = ValidationObserver.Of(endpoint.ApplicationServices);
            if (endpoint.RequestDelegate is { } inner) endpoint.RequestDelegate = new WebhookCheck(inner, signature, options, observer).InvokeAsync;
        });
        return builder;
    }
}
