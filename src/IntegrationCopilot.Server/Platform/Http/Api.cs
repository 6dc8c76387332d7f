using System.Reflection;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>The REST API: every <see cref="IEndpoints"/> of the assembly under one group, and the document that describes it.</summary>
internal static class Api
{
    public const string Root = "/api/v1";

    private static readonly int[] Problems =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests,
    ];

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Integration Copilot";
            document.Info.Version = "v1";
            document.Info.Description = "Everything the portal can do, for programs.";
            return Task.CompletedTask;
        }));
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder app, Assembly assembly)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(Root).RequireAuthorization();
        foreach (var status in Problems) api.ProducesProblem(status);
        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IEndpoints))))
            ((IEndpoints)Activator.CreateInstance(type)!).Map(api);
    }
}
