using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Whatever is sent to a mock that remembers, it gets an answer below 500, and the next request is answered as ever.</summary>
public sealed class OddRequestsTests
{
    public static TheoryData<string, string, string> Requests => new()
    {
        { "POST", "/customers", """{"name":"a","name":"b"}""" },
        { "POST", "/customers", """{"name":"a","x":""" },
        { "POST", "/customers", $"{{\"name\":\"a\",\"deep\":{new string('[', 5_000)}{new string(']', 5_000)}}}" },
        { "POST", "/customers", "null" },
        { "POST", "/customers", """{"name":"\ud800"}""" },
        { "PATCH", "/customers/7", """[{"op":"remove","path":""}]""" },
        { "PATCH", "/customers/7", """{"id":null,"name":{"a":1}}""" },
        { "PUT", "/customers/7", """{"name":"x","id":"other"}""" },
        { "GET", "/customers/%2e%2e%2f%00", "" },
        { "GET", $"/customers/{new string('9', 5_000)}", "" },
        { "GET", "/customers?sort=,,-,&name[][]=x&filter[=y&&=z&q=%ff", "" },
        { "GET", $"/customers?{string.Join('&', Enumerable.Range(0, 3_000).Select(i => $"name={i}"))}", "" },
        { "DELETE", "/customers/9223372036854775807", "" },
        { "POST", "/customers/7/addresses", """{"city":["London"]}""" },
        { "GET", "/customers/7%1F8/addresses", "" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task AnswerAsync_OddRequest_TheMockGoesOn(string method, string url, string body)
    {
        var engine = new MockEngine(Described.Read(Shop.Yaml));
        var reply = await engine.AnswerAsync(Request(method, url, Encoding.UTF8.GetBytes(body)));
        reply.Status.Should().BeLessThan(500);
        (await engine.AnswerAsync(Request("POST", "/customers", """{"name":"Grace"}"""u8.ToArray()))).Status.Should().Be(201);
        (await engine.AnswerAsync(Request("GET", "/customers", []))).Status.Should().Be(200);
    }

    [Fact]
    public async Task AnswerAsync_BytesThatAreNoText_TheMockGoesOn()
    {
        var engine = new MockEngine(Described.Read(Shop.Yaml));
        (await engine.AnswerAsync(Request("POST", "/customers", [0x7B, 0xFF, 0xFE, 0x22]))).Status.Should().Be(400);
        (await engine.AnswerAsync(Request("GET", "/customers/7", []))).Status.Should().Be(200);
    }

    [Fact]
    public async Task AnswerAsync_TwoMocksOfOneDocument_ShareNothing()
    {
        var spec = Described.Read(Shop.Yaml);
        var (one, other) = (new MockEngine(spec), new MockEngine(spec));
        await one.AnswerAsync(Request("DELETE", "/customers/7", []));
        (await one.AnswerAsync(Request("GET", "/customers/7", []))).Status.Should().Be(404);
        (await other.AnswerAsync(Request("GET", "/customers/7", []))).Status.Should().Be(200);
    }

    private static RecordedRequest Request(string method, string url, byte[] body) =>
        new() { Method = method, Url = url, Headers = body.Length == 0 ? [] : [new("Content-Type", "application/json")], Body = body };
}
