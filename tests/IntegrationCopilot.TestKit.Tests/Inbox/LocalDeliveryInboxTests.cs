using System.Net;
using System.Text;

namespace IntegrationCopilot.TestKit.Tests.Inbox;

public sealed class LocalDeliveryInboxTests
{
    private static readonly HttpClient Client = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReceiveAsync_SentBeneathTheAddress_GivesEachOnceInOrder()
    {
        await using var inbox = await LocalDeliveryInbox.StartAsync(cancellationToken: Cancel);
        inbox.Address.Host.Should().Be("127.0.0.1");
        using (await Client.PostAsync(new Uri(inbox.Address, "a?x=1"), new StringContent("one", Encoding.UTF8, "text/plain"), Cancel))
        using (await Client.PutAsync(new Uri(inbox.Address, "b"), new StringContent("two"), Cancel))
        {
        }

        var first = await inbox.ReceiveAsync(Cancel);
        (first.Request.Method, first.Request.Url, Encoding.UTF8.GetString(first.Request.Body.Span), first.IsCut).Should().Be(("POST", "/a?x=1", "one", false));
        first.Request.Headers.Should().Contain(new KeyValuePair<string, string>("Content-Type", "text/plain; charset=utf-8"));
        (await inbox.ReceiveAsync(Cancel)).Request.Method.Should().Be("PUT");
    }

    [Fact]
    public async Task ReceiveAsync_BodyIsLong_IsCutAndRefused()
    {
        await using var inbox = await LocalDeliveryInbox.StartAsync(cancellationToken: Cancel);
        using var answer = await Client.PostAsync(inbox.Address, new ByteArrayContent(new byte[LocalDeliveryInbox.MaxBodyBytes + 1]), Cancel);
        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        var received = await inbox.ReceiveAsync(Cancel);
        (received.IsCut, received.Request.Body.Length).Should().Be((true, LocalDeliveryInbox.MaxBodyBytes));
    }

    [Fact]
    public async Task StartAsync_PortIsTaken_SaysSo()
    {
        await using var inbox = await LocalDeliveryInbox.StartAsync(cancellationToken: Cancel);
        var endpoint = new IPEndPoint(IPAddress.Loopback, inbox.Address.Port);
        var start = () => LocalDeliveryInbox.StartAsync(endpoint, cancellationToken: Cancel);
        (await start.Should().ThrowAsync<IOException>()).WithMessage($"*{inbox.Address.Port}*");
    }
}
