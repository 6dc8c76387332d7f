using System.Text.RegularExpressions;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class HeaderFieldSamplesTests
{
    private const string HttpDate = "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$";

    [Theory]
    [InlineData("ETag", "{ type: string }", "^(W/)?\"[!#-~]*\"$")]
    [InlineData("Last-Modified", "{ type: string }", HttpDate)]
    [InlineData("Expires", "{ type: string }", HttpDate)]
    [InlineData("Location", "{ type: string }", "^https?://\\S+$")]
    [InlineData("Location", "{ type: string, format: uri }", "^https?://\\S+$")]
    [InlineData("Retry-After", "{ type: string }", "^\\d+$")]
    [InlineData("Retry-After", "{ type: integer }", "^\\d+$")]
    [InlineData("Retry-After", "{ type: integer, minimum: 1000 }", "^\\d{4,}$")]
    [InlineData("Link", "{ type: string }", "^<[^>]+>; rel=\"next\"$")]
    [InlineData("Content-Language", "{ type: string }", "^[a-z]{2}$")]
    [InlineData("Cache-Control", "{ type: string }", "^[a-z-]+$")]
    [InlineData("WWW-Authenticate", "{ type: string }", "^[A-Z][a-z]+ realm=\"[^\"]+\"$")]
    [InlineData("Set-Cookie", "{ type: string }", "^[a-z]+=[^;, ]+(; [A-Za-z]+(=[^;]+)?)*$")]
    [InlineData("Content-Disposition", "{ type: string }", "^attachment; filename=\"[^\"]+\"$")]
    [InlineData("Accept-Ranges", "{ type: string }", "^bytes$")]
    [InlineData("RateLimit-Remaining", "{ type: integer }", "^\\d+$")]
    [InlineData("etag", "{ type: string, example: W/\"1\" }", "^W/\"1\"$")]
    [InlineData("X-Anything", "{ type: string, minLength: 3 }", "^[!-~]([ -~]*[!-~])?$")]
    [InlineData("X-Lines", "{ type: string, default: \"a\\nb\" }", "^[!-~]([ -~]*[!-~])?$")]
    [InlineData("X-List", "{ type: array, items: { type: string, enum: [\"a,b\", c] } }", "^c$")]
    [InlineData("X-Empty", "{ type: array, items: { type: integer }, default: [] }", "^\\d+$")]
    public void ForHeader_Field_FollowsItsGrammar(string name, string schema, string expected)
    {
        var spec = Described.Read($$"""
            openapi: 3.0.3
            info: { title: t, version: "1" }
            paths:
              /a:
                get:
                  responses: { "200": { description: ok, headers: { {{name}}: { schema: {{schema}} } } } }
            """);
        var header = spec.Operations[0].Responses[0].Headers[0];
        foreach (var seed in Enumerable.Range(0, 5))
        {
            var sample = new SampleGenerator(spec, options: new SampleOptions { Seed = seed }).ForHeader(header);
            sample.Problem.Should().BeNull();
            Regex.IsMatch(ParameterSerializer.Serialize(header, sample.ToElement()), expected).Should()
                .BeTrue(ParameterSerializer.Serialize(header, sample.ToElement()));
        }
    }
}
