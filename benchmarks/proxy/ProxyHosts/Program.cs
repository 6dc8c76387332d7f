using System.Net;
using IntegrationCopilot.Proxy;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

// upstream PORT ANSWER | bare PORT URL | judging PORT URL SPEC | recording PORT URL SPEC TRACES
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Listen(IPAddress.Loopback, int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
});
builder.Services.AddRouting().AddHttpForwarder();
var app = builder.Build();
app.UseRouting();
TraceWriter? writer = null;
switch (args[0])
{
    case "upstream":
        var answer = await File.ReadAllBytesAsync(args[2]);
        app.Map("{**path}", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        break;
    case "bare":
        using (var invoker = new HttpMessageInvoker(
            new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null }))
        {
            var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
            app.Map("{**path}", async (HttpContext context) => await forwarder.SendAsync(context, args[2], invoker));
            app.UseEndpoints(static _ => { });
            await app.RunAsync();
        }

        return;
    default:
        var spec = (await ApiSpecReader.ReadFileAsync(args[3])).Spec!;
        if (args[0] == "recording") writer = await TraceWriter.OpenAsync(args[4], TraceKey.Generate());
        var tally = new TrafficTally(spec);
        app.MapRecordingProxy(spec, new Uri(args[2]), new RecordingProxyOptions
        {
            OnExchange = exchange => tally.Add(exchange.Exchange, exchange.Verdict),
            OnTrace = writer is null ? null : writer.WriteAsync,
        });
        app.Lifetime.ApplicationStopped.Register(
            () => Console.WriteLine($"judged {tally.ToReport().Judged}, failed {tally.ToReport().Failed}, traces {writer?.Count}"));
        break;
}

app.UseEndpoints(static _ => { });
await app.RunAsync();
if (writer is not null) await writer.DisposeAsync();
