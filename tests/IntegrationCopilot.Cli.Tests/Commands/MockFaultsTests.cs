using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class MockFaultsTests
{
    [Fact]
    public async Task Mock_FaultList_NamesEachFaultAndWhereItCanShow()
    {
        var run = await CliRun.OfAsync("mock", CliRun.Payments, "--fault", "list");
        run.ExitCode.Should().Be(ExitCodes.Good);
        var lines = run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        lines.Select(line => line.Trim().Split(' ')[0]).Should().Equal(MockFaults.All.Select(fault => fault.Id));
        lines.Should().Contain(line => line.Contains(" operations)")).And.Contain(line => line.Contains("(not here)"));
    }

    [Fact]
    public async Task Mock_UnknownFault_SaysWhereTheKnownOnesAre()
    {
        var run = await CliRun.OfAsync("mock", CliRun.Payments, "--fault", "frobnicate");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("There is no fault 'frobnicate'. '--fault list' shows those there are.");
    }

    [Fact]
    public async Task Mock_Faults_AreGreetedWithWhereTheyShow()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var run = await CliRun.StoppedByAsync(stop.Token, "mock", CliRun.Payments, "--fault", "missing-field@GET /payments/{payment_id}", "--fault",
            "missing-field@GET /nowhere");
        run.Output.Should().Contain("fault missing-field in 1 operation: Leaves a required field out.")
            .And.Contain("fault missing-field shows nowhere: it does not apply to 'GET /nowhere'.")
            .And.Contain("webhooks and callbacks: sent to addresses of this machine only");
    }

    [Fact]
    public void Deliveries_MockThatOthersCanCall_SendsNone() => Cli.Commands.LocalDeliveries.Create(System.Net.IPAddress.Any).Should().BeNull();

    [Fact]
    public async Task Deliveries_AddressOfAnotherMachine_IsRefused()
    {
        using var invoker = Cli.Commands.LocalDeliveries.Create(System.Net.IPAddress.Loopback)!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://192.0.2.1/");
        var send = () => invoker.SendAsync(request, TestContext.Current.CancellationToken);
        (await send.Should().ThrowAsync<HttpRequestException>()).WithMessage("*'192.0.2.1' is not this machine*");
    }
}
