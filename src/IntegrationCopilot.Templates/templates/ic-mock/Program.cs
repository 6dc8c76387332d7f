using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

var reading = await ApiSpecReader.ReadFileAsync(Path.Combine(AppContext.BaseDirectory, "openapi.yaml"));
var spec = reading.Spec ?? throw new InvalidDataException("openapi.yaml is no description of an API: 'integration-copilot inspect openapi.yaml' says why.");

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMock(spec).BindConfiguration("Mock");
var app = builder.Build();
app.MapMock();
app.Run();
