using IntegrationCopilot.Server.Platform.Http;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace IntegrationCopilot.Server.Platform.Observability;

internal static class Logging
{
    /// <summary>Lines for people in development, one JSON object per event elsewhere; both carry the trace id.</summary>
    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(
            (services, logs) =>
            {
                logs.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
                    .ReadFrom.Configuration(builder.Configuration)
                    .ReadFrom.Services(services)
                    .Enrich.FromLogContext();
                if (builder.Environment.IsDevelopment()) QuietStart(logs);
                if (builder.Environment.IsDevelopment())
                    logs.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}");
                else logs.WriteTo.Console(new RenderedCompactJsonFormatter());
            },
            preserveStaticLogger: true);
        return builder;
    }

    /// <summary>Leaves out what an operator has to know and a newcomer cannot act on: unencrypted key storage, and that SQLite locks whole files.</summary>
    private static void QuietStart(LoggerConfiguration logs) => logs.MinimumLevel
        .Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error).MinimumLevel
        .Override("Quartz.Impl.AdoJobStore", LogEventLevel.Error);

    /// <summary>One line per request, except for the traffic of health checks and static files. The path is shown as it is sent: percent-encoded.</summary>
    public static IApplicationBuilder UseRequestLogs(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            Property("RequestMethod", LogText.Of(context.Request.Method)), Property("RequestPath", LogText.Of(context.Request.Path.ToUriComponent())),
            Property("StatusCode", status), Property("Elapsed", elapsed),
        ];
        options.GetLevel = (context, _, exception) => (exception, context.Response.StatusCode) switch
        {
            (not null, _) or (_, >= 500) => LogEventLevel.Error,
            _ when context.Request.IsHealth() || Path.HasExtension(context.Request.Path) => LogEventLevel.Debug,
            _ => LogEventLevel.Information,
        };
    });

    private static LogEventProperty Property(string name, object value) => new(name, new ScalarValue(value));
}
