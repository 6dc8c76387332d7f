using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Mutation;

public sealed class DeliveryMutationTests
{
    /// <summary>Orders, of which a signed webhook tells, and a way to subscribe to it.</summary>
    private const string Orders = """
        openapi: 3.1.0
        info: { title: Orders, version: "1" }
        paths:
          /orders:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [item], properties: { item: { type: string } } } } } }
              responses:
                "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
          /orders/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
          /webhooks:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
              responses:
                "201": { description: Made., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
        webhooks:
          order.created:
            post:
              PARAMETERS
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [type, data], properties: { type: { const: order.created }, data: { $ref: "#/components/schemas/Order" } } } } } }
              responses: { "200": { description: Taken. } }
        components:
          schemas:
            Order: { type: object, required: [id, item, quantity], properties: { id: { type: string }, item: { type: string }, quantity: { type: integer } } }
        """;

    private const string Signed = """
        parameters:
                - { name: webhook-id, in: header, required: true, schema: { type: string } }
                - { name: webhook-timestamp, in: header, required: true, schema: { type: string } }
                - { name: webhook-signature, in: header, required: true, schema: { type: string } }
        """;

    private static readonly IReadOnlyList<MockFault> Faults = [.. MockFaults.All.Where(fault => fault.Area == FaultArea.Deliveries)];

    [Fact]
    public async Task Measure_SignedWebhooks_EveryDeliveryFaultShowsAndIsFoundByTheTestOfWhatItBreaks()
    {
        var report = await MeasureAsync(Signed);
        report.FalseAlarms.Should().BeEmpty();
        report.Faults.Should().OnlyContain(fault => fault.IsApplicable && fault.ShownBy!.StartsWith("POST /") && fault.FoundBy.Contains("webhook-genuine"));
        report.Faults.Single(fault => fault.Fault == "tampered-delivery").FoundBy.Should().Contain("webhook-changed-body");
        report.Faults.Single(fault => fault.Fault == "stale-delivery").FoundBy.Should().Contain("webhook-old-timestamp");
        report.Faults.Single(fault => fault.Fault == "wrong-key-delivery").FoundBy.Should().Contain("webhook-wrong-secret");
    }

    [Fact]
    public async Task Measure_UnsignedWebhooks_FaultsOfSignaturesDoNotApplyAndTheOthersAreFound()
    {
        var report = await MeasureAsync("");
        report.Faults.Where(fault => fault.IsApplicable).Select(fault => fault.Fault).Should()
            .BeEquivalentTo("repeated-delivery", "truncated-delivery", "missing-delivery");
        report.Faults.Where(fault => fault.IsApplicable).Should().OnlyContain(fault => fault.FoundBy.Contains("webhook-genuine"));
    }

    private static Task<MutationReport> MeasureAsync(string parameters)
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Orders.Replace("PARAMETERS", parameters, StringComparison.Ordinal)), "orders.yaml").Spec!;
        return MutationTester.MeasureAsync(spec, new MutationOptions { Faults = Faults }, TestContext.Current.CancellationToken);
    }
}
