namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class GroupNamesTests
{
    [Theory]
    [InlineData("/payments/{id}", "payments")]
    [InlineData("/", "root")]
    [InlineData("", "root")]
    [InlineData("/v1", "root")]
    [InlineData("/v1/payments", "payments")]
    [InlineData("/v2.1/payments", "payments")]
    [InlineData("/v1p1beta1/{parent}/assets", "assets")]
    [InlineData("/api/v3/orders", "orders")]
    [InlineData("/rest/api/3/issue/{id}", "issue")]
    [InlineData("/2010-04-01/Accounts/{Sid}.json", "Accounts")]
    [InlineData("/2010-04-01/Accounts.json", "Accounts")]
    [InlineData("/2017-01-01-preview/jobs", "jobs")]
    [InlineData("/{tenant}/users", "users")]
    [InlineData("/v1/{name}:cancel", "root")]
    [InlineData("/documents:batchGet", "documents")]
    [InlineData("/Products({id})/Owner", "Products")]
    [InlineData("/chat.postMessage", "chat")]
    [InlineData("/.well-known/jwks.json", ".well-known")]
    [InlineData("/v2/1-clicks", "1-clicks")]
    [InlineData("/vehicles", "vehicles")]
    [InlineData("/#X-Amz-Target=Hub.Create", "root")]
    [InlineData("no/slash", "no")]
    public void Of_Path_GivesFirstMeaningfulSegment(string path, string group) => GroupNames.Of(path).Should().Be(group);
}
