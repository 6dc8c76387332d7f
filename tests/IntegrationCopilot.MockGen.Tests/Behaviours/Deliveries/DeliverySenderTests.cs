namespace IntegrationCopilot.MockGen.Tests.Behaviours.Deliveries;

public sealed class DeliverySenderTests
{
    [Fact]
    public async Task Send_AddressFailsWhileTheMockIsStopped_IsCancelled()
    {
        using var stopping = new CancellationTokenSource();
        using var invoker = new HttpMessageInvoker(new FailsOnceStopped(stopping));
        var sender = new DeliverySender(invoker, TimeProvider.System, TimeSpan.FromMinutes(1));
        var sending = () => sender.SendAsync(new Uri("http://nobody.example/"), "POST", new DeliveryMessage(null, default, []), stopping.Token);
        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    private sealed class FailsOnceStopped(CancellationTokenSource stopping) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await stopping.CancelAsync();
            throw new HttpRequestException("Name or service not known");
        }
    }
}
