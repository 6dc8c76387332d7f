using System.Net;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Bookshelf.Tests;

public sealed class FluentTests
{
    [Fact]
    public async Task Books_Listed_AreAsDescribed()
    {
        await using var factory = new WebApplicationFactory<Program>();
        using var client = factory.CreateClient();
        #region fluent
        var spec = (await ApiSpecReader.ReadFileAsync("bookshelf.openapi.yaml")).Spec!;
        using var response = await client.GetAsync("/books");
        response.Should().BeSuccessful();
        await response.Should().ConformToAsync(spec, "GET /books", "clients are generated from the description");
        #endregion
    }

    [Fact]
    public async Task ConformTo_OtherAnswer_SaysWhatIsWrongAndWhy()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "bookshelf.openapi.yaml");
        var spec = (await ApiSpecReader.ReadFileAsync(path, cancellationToken: TestContext.Current.CancellationToken)).Spec!;
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Content = new StringContent("""{"title":"Emma"}""", System.Text.Encoding.UTF8, "application/json");
        var assert = () => response.Should().ConformToAsync(spec, "GET /books", "clients rely on {0}", "lists");
        await assert.Should().ThrowAsync<Xunit.Sdk.XunitException>()
            .WithMessage("Expected response to conform to GET /books because clients rely on lists, but *body*array*");
    }
}
