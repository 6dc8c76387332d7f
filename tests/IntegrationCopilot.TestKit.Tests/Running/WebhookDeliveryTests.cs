using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

public sealed class WebhookDeliveryTests
{
    private const string Secret = "whsec_bW9jay13ZWJob29rLXNlY3JldC0wMDAx";

    public static TheoryData<WebhookSignatureScheme, WebhookChange> Cases
    {
        get
        {
            var data = new TheoryData<WebhookSignatureScheme, WebhookChange>();
            foreach (var scheme in Enum.GetValues<WebhookSignatureScheme>())
                foreach (var change in Enum.GetValues<WebhookChange>())
                    data.Add(scheme, change);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Deliver_Changed_IsRefused(WebhookSignatureScheme scheme, WebhookChange change)
    {
        var hasTime = scheme is WebhookSignatureScheme.StandardWebhooks or WebhookSignatureScheme.Stripe;
        var accepted = change == WebhookChange.None || (change == WebhookChange.OldTimestamp && !hasTime);
        var result = await RunAsync(scheme, change, Secret, accepted);
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
    }

    [Fact]
    public async Task Deliver_SecretCannotBeUsed_IsAnError()
    {
        var result = await RunAsync(WebhookSignatureScheme.StandardWebhooks, WebhookChange.None, "no base64!", accepted: true);
        result.Status.Should().Be(CaseStatus.Error);
        result.Reason.Should().StartWith("The webhook secret cannot be used: A Standard Webhooks secret is base64");
    }

    [Fact]
    public async Task Deliver_MessageIdIsToBeAUuid_Conforms()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Described), "webhooks.yaml").Spec!;
        var sample = new WebhookSample { Webhook = "POST item", Scheme = WebhookSignatureScheme.StandardWebhooks, Header = "webhook-signature", Payload = """{ "id": 1 }""", Secret = Secret };
        var test = Case(new TestStep { Name = "deliver", Webhook = sample, Assertions = [new ConformsAssertion()] });
        using var client = TestRunner.CreateClient();
        var result = (await new TestRunner(spec, client).RunAsync(Suite(test), Sandbox(new Uri("http://127.0.0.1:9/")))).Cases.Single();
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
    }

    private const string Described = """
        openapi: 3.1.0
        info: { title: Items, version: '1' }
        webhooks:
          item:
            post:
              parameters:
                - { name: webhook-id, in: header, required: true, schema: { type: string, format: uuid } }
                - { name: webhook-signature, in: header, required: true, schema: { type: string } }
              requestBody: { content: { application/json: { schema: { type: object, required: [id] } } } }
              responses: { '204': { description: Taken. } }
        """;

    private static async Task<CaseResult> RunAsync(WebhookSignatureScheme scheme, WebhookChange change, string secret, bool accepted)
    {
        var header = scheme == WebhookSignatureScheme.StandardWebhooks ? "webhook-signature" : "X-Signature";
        var sample = new WebhookSample { Webhook = "POST item", Scheme = scheme, Header = header, Payload = """{ "id": 1 }""", Secret = "{{ webhook_secret }}", Change = change };
        var step = new TestStep { Name = "deliver", Webhook = sample, Assertions = [new SignatureAssertion(accepted)] };
        var test = Case(step) with { Variables = [new TestVariable { Name = "webhook_secret", Secret = true }] };
        var options = new RunOptions { Values = new Dictionary<string, string> { ["webhook_secret"] = secret } };
        return (await RunFixture.RunAsync(Suite(test), Sandbox(new Uri("http://127.0.0.1:9/")), options)).Cases.Single();
    }
}
