using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

public sealed class ContentNegotiationTests
{
    [Theory]
    [InlineData("application/json", "application/json", "application/json")]
    [InlineData("application/json", "Application/JSON; charset=utf-8", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json", "application/json; charset=utf-8")]
    [InlineData("*/*|application/*|application/json", "application/json", "application/json")]
    [InlineData("*/*|application/*|application/json", "application/xml", "application/*")]
    [InlineData("*/*|application/*", "text/plain", "*/*")]
    [InlineData("application/json|application/json; v=2", "application/json; v=2", "application/json; v=2")]
    [InlineData("application/json; v=1|application/json", "application/json; v=2", "application/json")]
    [InlineData("application/json; profile=\"a;b\"|text/plain", "application/json;profile=\"a;b\"", "application/json; profile=\"a;b\"")]
    [InlineData("application/json", "application/problem+json", null)]
    [InlineData("application/json", "", null)]
    [InlineData("application/json", ";;;", null)]
    public void Select_ContentType_GivesTheMostSpecificThatCoversIt(string described, string sent, string? expected) =>
        (ContentNegotiation.Select(Media(described), sent)?.Name).Should().Be(expected);

    [Theory]
    [InlineData("application/json|text/csv", null, "application/json")]
    [InlineData("text/csv|application/json", null, "application/json")]
    [InlineData("text/csv|application/json", "*/*", "application/json")]
    [InlineData("text/csv|application/json", "text/csv, application/json", "application/json")]
    [InlineData("text/csv|text/html", "text/html, text/csv", "text/csv")]
    [InlineData("text/csv|application/json", "text/csv, application/json;q=0.5", "text/csv")]
    [InlineData("text/csv|application/json", "text/*", "text/csv")]
    [InlineData("application/json", "application/json;q=0, */*", null)]
    [InlineData("application/json", "text/html", null)]
    [InlineData("text/*", "text/html", "text/*")]
    [InlineData("*/*", "image/png", "*/*")]
    [InlineData("application/json", "application/json;q=bogus", "application/json")]
    public void Negotiate_Accept_GivesTheBestAcceptable(string described, string? accept, string? expected) =>
        (ContentNegotiation.Negotiate(Media(described), accept)?.Name).Should().Be(expected);

    private static ApiMediaType[] Media(string names)
    {
        var node = Described.Paths("/").Document.Root;
        return [.. names.Split('|').Select(n => new ApiMediaType { Name = n, Node = node })];
    }
}
