using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Validator;

/// <summary>Adds trace recording to the clients of an application.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
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
}
