using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.MockGen;

/// <summary>The mock as the web server sees it.</summary>
internal sealed class MockApplication(MockEngine engine) : IHttpApplication<DefaultHttpContext>
{
    /// <summary>The requests of a connection follow each other and share a context.</summary>
    public DefaultHttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<DefaultHttpContext> connection) return new DefaultHttpContext(contextFeatures);
        if (connection.HostContext is not { } shared) return connection.HostContext = new DefaultHttpContext(contextFeatures);
        shared.Initialize(contextFeatures);
        return shared;
    }

    public void DisposeContext(DefaultHttpContext context, Exception? exception) => context.Uninitialize();

    public Task ProcessRequestAsync(DefaultHttpContext context) => HttpExchange.RunAsync(engine, context);
}
