using IntegrationCopilot.Server;

var app = WebApplication.CreateBuilder(args).AddIntegrationCopilot().Build().MapIntegrationCopilot();
await app.PrepareAsync();
await app.RunAsync();
