using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Validator;

/// <summary>Adds trace recording to the clients of an application, or to the application itself.</summary>
public static class TraceRecordingExtensions
{
    /// <summary>Records the exchanges of a client. Add it last, so that it sees requests as they leave and each attempt of a retry.</summary>
    /// <param name="builder">The client, as <c>AddHttpClient</c> gives it.</param>
    /// <param name="configure">Makes the options from the application's services; asked once for each handler.</param>
    public static IHttpClientBuilder AddTraceRecording(this IHttpClientBuilder builder, Func<IServiceProvider, TraceRecordingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddHttpMessageHandler(services => new TraceRecordingHandler(configure(services)));
    }

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
