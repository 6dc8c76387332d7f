using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Tests.Features.Projects;
using IntegrationCopilot.Server.Tests.Features.Specs;
using IntegrationCopilot.Server.Tests.Platform.Door;

namespace IntegrationCopilot.Server.Tests.Features.Mocks;

internal sealed class MockExamples : IRequestExamples
{
    public void AddTo(RequestExamples examples)
    {
        examples.Add(async world => new ListMocks(await world.ProjectAsync()));
        examples.Add(async world => new StartMock(await world.SpecAsync()));
        examples.Add(async world => new GetMock(await MockAsync(world)));
        examples.Add(async world => new StopMock(await MockAsync(world)));
    }

    private static Task<Guid> MockAsync(ExampleWorld world) =>
        world.OnceAsync("mock", async () => (await world.SendAsync(new StartMock(await world.SpecAsync()))).Id);
}
