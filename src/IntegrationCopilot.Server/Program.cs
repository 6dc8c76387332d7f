using IntegrationCopilot.Server;
using IntegrationCopilot.Server.Platform.Settings;

try
{
    var app = WebApplication.CreateBuilder(args).AddIntegrationCopilot().Build().MapIntegrationCopilot();
    await app.PrepareAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Of(exception) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return 2;
}
