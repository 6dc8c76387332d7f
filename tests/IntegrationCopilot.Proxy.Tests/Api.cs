using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator.Tests;

namespace IntegrationCopilot.Proxy.Tests;

/// <summary>The description the tests use.</summary>
internal static class Api
{
    public const string Thing = """{"id":1,"name":"a"}""";

    public static ApiSpec Spec { get; } = Described.Api("""
        "servers":[{"url":"https://api.example.com/v1"}],
        "paths":{
          "/things/{id}":{"get":{"operationId":"getThing","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}],
            "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"object","required":["id","name"],
              "properties":{"id":{"type":"integer"},"name":{"type":"string"}}}}}}}}},
          "/things":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["name"],
            "properties":{"name":{"type":"string"}}}}}},"responses":{"201":{"description":"made"}}}},
          "/bytes":{"post":{"requestBody":{"content":{"application/octet-stream":{}}},"responses":{"200":{"description":"ok","content":{"application/octet-stream":{}}}}}},
          "/events":{"get":{"responses":{"200":{"description":"ok","content":{"text/event-stream":{}}}}}},
          "/socket":{"get":{"responses":{"101":{"description":"web socket"}}}}}
        """);
}
