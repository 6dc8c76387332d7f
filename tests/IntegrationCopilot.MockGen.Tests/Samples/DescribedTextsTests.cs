using System.Net;
using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Values that the words of a description tell where the schema does not.</summary>
public sealed class DescribedTextsTests
{
    [Theory]
    [InlineData("MUST be added when updating. Must be REPLACE or DELETE. With DELETE, all go.", "REPLACE")]
    [InlineData("One of DAY, WEEK or MONTH.", "DAY")]
    [InlineData("Name of the zone (e.g. \"example.com.\")", "example.com.")]
    public void Sample_DescriptionNamesValues_IsTheFirst(string description, string expected) => Made("mode", description).Should().Be(expected);

    [Theory]
    [InlineData("It must be UPPER case.")]
    [InlineData("Must be set, or DELETE has no effect.")]
    public void Sample_DescriptionNamesNone_IsAWord(string description) => Made("mode", description).Should().MatchRegex("^[a-z]+$");

    [Theory]
    [InlineData("server", "IP address of the server")]
    [InlineData("client_ip", "Where it comes from.")]
    public void Sample_Address_IsOne(string name, string description) => IPAddress.TryParse(Made(name, description), out _).Should().BeTrue();

    [Fact]
    public void Sample_ItemsOfAListOfAddresses_AreAddresses() =>
        Sample("masters", """{ "type": "array", "minItems": 1, "description": "List of IP addresses", "items": { "type": "string" } }""")
            .EnumerateArray().Should().NotBeEmpty().And.OnlyContain(item => IsAddress(item.GetString()!));

    [Fact]
    public void Sample_Base64_IsDecodable() =>
        Convert.TryFromBase64String(Made("key", "The Base64 encoded secret key"), new byte[200], out _).Should().BeTrue();

    [Fact]
    public void Sample_NameEndsInLettersOfAnother_IsNoAddress() => IsAddress(Made("ship", "Where it is.")).Should().BeFalse();

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out _);

    private static string Made(string name, string description) =>
        Sample(name, $$"""{ "type": "string", "description": {{JsonSerializer.Serialize(description)}} }""").GetString()!;

    private static JsonElement Sample(string name, string schema)
    {
        var spec = Described.Read($$"""
            { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "/things": { "post": {
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["{{name}}"], "properties": { "{{name}}": {{schema}} } } } } },
              "responses": { "201": { "description": "ok" } } } } } }
            """);
        return new SampleGenerator(spec).ForBody(spec.Operations[0].RequestBody!.Content[0], MessageDirection.Request).ToElement().GetProperty(name);
    }
}
