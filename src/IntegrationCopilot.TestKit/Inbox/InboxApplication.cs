using System.Threading.Channels;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.TestKit;

/// <summary>The inbox as the web server sees it.</summary>
internal sealed class InboxApplication(ChannelWriter<ReceivedDelivery> received, TimeProvider clock) : IHttpApplication<HttpContext>
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(30);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) => (context as DefaultHttpContext)?.Uninitialize();

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            var (body, isCut) = await BodyAsync(context);
            await received.WriteAsync(new(Recorded(context, body), clock.GetUtcNow()) { IsCut = isCut }, context.RequestAborted);
            context.Response.StatusCode = isCut ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK;
            context.Response.ContentLength = 0;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It broke off, or came too slowly: nothing was delivered.
            context.Abort();
        }
    }

    private async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> BodyAsync(HttpContext context)
    {
        using var limit = new CancellationTokenSource(ReadLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(piece, either.Token) is > 0 and var read)
        {
            var room = LocalDeliveryInbox.MaxBodyBytes - (int)kept.Length;
            kept.Write(piece, 0, Math.Min(read, room));
            if (read > room) return (kept.ToArray(), true);
        }

        return (kept.ToArray(), false);
    }

    private static RecordedRequest Recorded(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        return new()
        {
            Method = request.Method,
            Url = request.RawTarget,
            Headers = [.. from header in request.Headers from value in header.Value select KeyValuePair.Create(header.Key, value ?? "")],
            Body = body,
        };
    }
}
