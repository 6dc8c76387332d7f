using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>The singular of words as they stand in paths.</summary>
public sealed class SingularFormTests
{
    [Theory]
    [InlineData("/payments", "payment")]
    [InlineData("/categories", "category")]
    [InlineData("/addresses", "address")]
    [InlineData("/statuses", "status")]
    [InlineData("/status", "status")]
    [InlineData("/address", "address")]
    [InlineData("/news", "news")]
    [InlineData("/series", "series")]
    [InlineData("/data-sets", "data_set")]
    [InlineData("/people", "person")]
    [InlineData("/children", "child")]
    [InlineData("/indices", "index")]
    [InlineData("/analyses", "analysis")]
    [InlineData("/criteria", "criterion")]
    [InlineData("/media", "media")]
    [InlineData("/invoices", "invoice")]
    [InlineData("/purchases", "purchase")]
    [InlineData("/databases", "database")]
    [InlineData("/branches", "branch")]
    [InlineData("/boxes", "box")]
    [InlineData("/movies", "movie")]
    [InlineData("/keys", "key")]
    [InlineData("/buses", "bus")]
    [InlineData("/aliases", "alias")]
    [InlineData("/paymentMethods", "payment_method")]
    public void Name_OfPath_IsSingular(string path, string name)
    {
        var spec = Specs.Read($$"""
            { "openapi": "3.0.3", "info": { "title": "t", "version": "1" },
                "paths": { "{{path}}/{id}": { "delete": { "responses": { "204": { "description": "d" } } } } } }
            """);
        spec.Resources.Resources.Single().Name.Should().Be(name);
    }
}
