using System.Net.Http.Json;
using System.Text;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Tests.Features.Projects;
using IntegrationCopilot.Server.Tests.Platform.Door;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Server.Tests.Features.Specs;

internal sealed class SpecExamples : IRequestExamples
{
    public void AddTo(RequestExamples examples)
    {
        examples.Add(async world => new ListSpecs(await world.ProjectAsync()));
        examples.Add(async world => new ImportSpec(await world.ProjectAsync(), SpecWorld.Payments, "payments.openapi.yaml", SpecId: await world.SpecAsync()));
        examples.AddBody<ImportSpec>("importSpec",
            request => JsonContent.Create(new { Text = Encoding.UTF8.GetString(request.Content), request.FileName, request.SpecId }));
        examples.AddBody<ImportSpec>("importSpecFile", request => new MultipartFormDataContent
        {
            { new ByteArrayContent(request.Content), "file", request.FileName! },
            { new StringContent(request.SpecId.ToString()!), "specId" },
        });
        examples.Add(async world =>
            new ImportSpecFromUrl(await world.ProjectAsync(), new Uri(world.Server.Address, "openapi/v1.json").ToString(), await world.SpecAsync()));
        examples.Add(async world => new GetSpec(await world.SpecAsync()));
        examples.Add(async world => new ListSpecVersions(await world.SpecAsync()));
        examples.Add(async world => new ListOperations(await world.SpecAsync()));
        examples.Add(async world => new GetOperation(await world.SpecAsync(), "POST", "/payments"));
        examples.Add(async world => new ListCapabilities(await world.SpecAsync()));
        examples.Add(async world => new ListSpecProblems(await world.SpecAsync()));
        examples.Add(async world => new DownloadSpec(await world.SpecAsync()));
        examples.Add(async world => new GetBlueprint(await world.SpecAsync()));
        examples.Add(async world => new DownloadBlueprint(await world.SpecAsync(), BlueprintFormat.Json));
    }
}

internal static class SpecWorld
{
    /// <summary>The example API that comes with the product.</summary>
    public static byte[] Payments { get; } = File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"));

    /// <summary>The id of an API description in the project of the organisation.</summary>
    public static Task<Guid> SpecAsync(this ExampleWorld world) => world.OnceAsync("spec", async () =>
        (await world.SendAsync(new ImportSpec(await world.ProjectAsync(), Payments, "payments.openapi.yaml"))).Version.SpecId);
}
