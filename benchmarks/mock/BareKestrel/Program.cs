// The least that a server on Kestrel can do: the same bytes as the mock's answers, the body read and parsed, nothing looked up.
using System.Text.Json;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
var pet = """{"name":"Rex","tag":"dog","id":1}"""u8.ToArray();

app.Run(async context =>
{
    if (HttpMethods.IsPost(context.Request.Method))
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        if (!body.RootElement.TryGetProperty("name", out _)) context.Response.StatusCode = 400;
    }

    context.Response.ContentType = "application/json";
    context.Response.ContentLength = pet.Length;
    await context.Response.BodyWriter.WriteAsync(pet, context.RequestAborted);
});
app.Run();
