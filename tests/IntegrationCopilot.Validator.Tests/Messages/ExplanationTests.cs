using System.Text;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Why nothing matches a request: the nearest operations, and what differs.</summary>
public sealed class ExplanationTests
{
    private static readonly ApiSpec Api = Described.Api("""
        "servers":[{"url":"https://api.example.com/v1"}],
        "components":{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"}}},
        "paths":{
          "/pets":{"get":{"parameters":[{"name":"limit","in":"query","required":true,"schema":{"type":"integer"}}],"responses":{"200":{"description":"ok"}}},
            "post":{"security":[{"key":[]}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}}},"responses":{"201":{"description":"ok"}}}},
          "/pets/{id}":{"get":{"responses":{"200":{"description":"ok"}}},"delete":{"responses":{"204":{"description":"ok"}}}},
          "/pets/{id}/photos/{photo}.png":{"get":{"responses":{"200":{"description":"ok"}}}},
          "/owners":{"get":{"responses":{"200":{"description":"ok"}}}}}
        """);

    [Theory]
    [InlineData("GET", "/v1/pet?limit=1", "GET /pets: PathSegment path[1] pets pet")]
    [InlineData("GET", "/v1/Pets?limit=1", "GET /pets: PathSegment path[1] pets Pets")]
    [InlineData("GET", "/v2/pets?limit=1", "GET /pets: Server path /v1 /v2")]
    [InlineData("GET", "/api/owners", "GET /owners: Server path /v1 /api")]
    [InlineData("PATCH", "/v1/owners", "GET /owners: Method method GET PATCH")]
    [InlineData("GET", "/v1/owners/all", "GET /owners: SurplusSegment path[2] - all")]
    [InlineData("GET", "/pets/1/photo/2.png", "GET /pets/{id}/photos/{photo}.png: PathSegment path[2] photos photo")]
    [InlineData("GET", "/pets/1/photos/2.jpg", "GET /pets/{id}/photos/{photo}.png: PathSegment path[3] {photo}.png 2.jpg")]
    [InlineData("DELETE", "/v1/pets", "GET /pets: Method method GET DELETE; Parameter query.limit present absent")]
    [InlineData("GET", "/pets/photos/2.png", "GET /pets/{id}/photos/{photo}.png: MissingSegment path[1] {id} -")]
    [InlineData("GET", "/v1/pets?limit=1", "GET /pets:")]
    [InlineData("GET", "/v1/pets", "GET /pets: Parameter query.limit present absent")]
    [InlineData("GET", "/v1/pet?limit=x", "GET /pets: PathSegment path[1] pets pet; Parameter query.limit integer string \"x\"")]
    [InlineData("POST", "/v1/pets", "POST /pets: Credential security key -; Body body present absent")]
    public void Explain_Request_NamesTheNearestOperationAndWhatDiffers(string method, string url, string expected) =>
        Told(new MessageValidator(Api).Explain(Request(method, url)).Nearest[0]).Should().Be(expected);

    [Theory]
    [InlineData("{}", "application/json", "Body body.name the property 'name' missing")]
    [InlineData("{}", "text/plain", "ContentType header.Content-Type application/json text/plain")]
    public void Explain_Body_IsToldFieldByField(string body, string type, string expected)
    {
        var explanation = new MessageValidator(Api).Explain(Request("POST", "/v1/pets", body, type, "X-Key: k"));
        explanation.IsMatch.Should().BeTrue();
        Told(explanation.Nearest.Should().ContainSingle().Which).Should().Be($"POST /pets: {expected}");
    }

    [Fact]
    public void Explain_NothingNear_IsEmpty() => new MessageValidator(Api).Explain(Request("GET", "/a/b/c/d/e/f")).Nearest.Should().BeEmpty();

    [Fact]
    public void Explain_Limit_IsKept()
    {
        var validator = new MessageValidator(Api);
        validator.Explain(Request("PUT", "/v1/pets/1"), 1).Nearest.Should().ContainSingle();
        validator.Explain(Request("PUT", "/v1/pets/1"), 20).Nearest.Should().HaveCountGreaterThan(1).And.HaveCountLessThanOrEqualTo(20);
        FluentActions.Invoking(() => validator.Explain(Request("PUT", "/"), 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Explain_HugeDescription_IsBounded()
    {
        var paths = string.Join(',',
            Enumerable.Range(0, 20_000)
            .SelectMany(i => new[] { $"\"/r{i}/things/{{id}}\":{{\"get\":{{\"responses\":{{}}}}}}", $"\"/x/{{a}}/{i}\":{{\"get\":{{\"responses\":{{}}}}}}" }));
        var validator = new MessageValidator(Described.Api($"\"paths\":{{{paths}}}"));
        validator.Match("GET", "/warm").Operation.Should().BeNull();
        var before = GC.GetAllocatedBytesForCurrentThread();
        validator.Explain(Request("GET", "/r77/thing/1")).Nearest[0].Operation.Path.Should().Be("/r77/things/{id}");
        validator.Explain(Request("GET", string.Concat(Enumerable.Repeat("/x", 30)))).Nearest.Should().HaveCountLessThanOrEqualTo(3);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 * 1024 * 1024);
    }

    private static string Told(NearbyOperation nearby)
    {
        var text = new StringBuilder($"{nearby.Operation.Id}:");
        return text.AppendJoin(';', nearby.Differences.Select(d => $" {d.Kind} {d.Where} {d.Expected ?? "-"} {d.Actual ?? "-"}")).ToString();
    }
}
