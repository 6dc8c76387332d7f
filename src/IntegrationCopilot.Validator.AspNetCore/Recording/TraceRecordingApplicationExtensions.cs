using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Adds trace recording to an application.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class TraceRecordingApplicationExtensions
{
    /// <summary>Records the requests an application answers. Add it first, so that it sees them as they come and responses as they leave.</summary>
    /// <param name="app">The application.</param>
    /// <param name="configure">Makes the options from the application's services; asked once.</param>
    /// <remarks>
    /// <para>Bodies pass through as they are read and written; nothing is held back, and an event stream is recorded when it ends. A copy of up to 16 MiB of
    /// each body is held for the length of the exchange. A request body is recorded as far as the application read it.</para>
    /// <para>When the application throws before it answers, the trace says status 500, which is what the server sends, and the exception goes on to the server.
    /// Error pages and handlers that are to be recorded stand after this.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A member of the options is not allowed.</exception>
    public static IApplicationBuilder UseTraceRecording(this IApplicationBuilder app, Func<IServiceProvider, ServerTraceRecordingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ServerTraceRecordingOptionsRules().Checked(configure(app.ApplicationServices), nameof(configure));
        var observer = ValidationObserver.Of(app.ApplicationServices);
        return app.Use(next => new TraceRecordingMiddleware(next, options, observer).InvokeAsync);
    }

    /// <summary>As the other overload, with the options that the application's services hold.</summary>
    /// <param name="app">The application.</param>
    /// <exception cref="OptionsValidationException">An option is not allowed, or one that is needed is not set.</exception>
    public static IApplicationBuilder UseTraceRecording(this IApplicationBuilder app) =>
        app.UseTraceRecording(static services => services.GetRequiredService<IOptions<ServerTraceRecordingOptions>>().Value);

    /// <summary>Adds the options of trace recording, checked when the application starts.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets the options; null (the default) to leave them as they are.</param>
    /// <returns>
    /// To set more of the options: from the application's configuration with <c>BindConfiguration</c>, from other services with <c>Configure</c>.
    /// </returns>
    public static OptionsBuilder<ServerTraceRecordingOptions> AddTraceRecording(this IServiceCollection services,
        Action<ServerTraceRecordingOptions>? configure = null) =>
        services.AddChecked<ServerTraceRecordingOptions, ServerTraceRecordingOptionsRules>(configure);
}
