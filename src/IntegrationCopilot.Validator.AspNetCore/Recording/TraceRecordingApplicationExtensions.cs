using Microsoft.AspNetCore.Builder;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Adds trace recording to an application.</summary>
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
    public static IApplicationBuilder UseTraceRecording(this IApplicationBuilder app, Func<IServiceProvider, ServerTraceRecordingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(configure);
        var options = configure(app.ApplicationServices);
        return app.Use(next => new TraceRecordingMiddleware(next, options).InvokeAsync);
    }
}
