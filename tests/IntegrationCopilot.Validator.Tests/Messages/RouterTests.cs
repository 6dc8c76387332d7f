using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

public sealed class RouterTests
{
    [Theory]
    [InlineData("/users/me", "/users/me", "")]
    [InlineData("/users/7", "/users/{id}", "id=7")]
    [InlineData("/users/7/", "/users/{id}", "id=7")]
    [InlineData("/users/a%20b%2", "/users/{id}", "id=a%20b%2")]
    [InlineData("/%75sers/7", "/users/{id}", "id=7")]
    [InlineData("/users/7/posts/8", "/users/{id}/posts/{post}", "id=7,post=8")]
    [InlineData("/users/me/posts/8", "/users/{id}/posts/{post}", "id=me,post=8")]
    [InlineData("/files/report.json", "/files/{name}.json", "name=report")]
    [InlineData("/files/a.json.json", "/files/{name}.json", "name=a.json")]
    [InlineData("/files/report.xml", "/files/{name}", "name=report.xml")]
    [InlineData("/map/48.1,11.5", "/map/{lat},{lng}", "lat=48.1,lng=11.5")]
    [InlineData("/map/48.1%2C11.5", "/map/{lat},{lng}", "lat=48.1,lng=11.5")]
    [InlineData("/items/5:cancel", "/items/{id}:cancel", "id=5")]
    [InlineData("/items/5%3Acancel", "/items/{id}:cancel", "id=5")]
    [InlineData("/items/5", "/items/{id}", "id=5")]
    [InlineData("/caf%C3%A9", "/café", "")]
    [InlineData("/café", "/café", "")]
    [InlineData("/users/a%2Fb", "/users/{id}", "id=a%2Fb")]
    [InlineData("/proxy/a/b/c", "/proxy/{path+}", "path=a/b/c")]
    [InlineData("/", "/", "")]
    [InlineData("https://api.example.com/users/7?x=1#f", "/users/{id}", "id=7")]
    [InlineData("https://api.example.com", "/", "")]
    public void Match_PathOfTheDocument_GivesItsTemplateAndValues(string url, string template, string values)
    {
        var match = ValidatorFor("/", "/users/{id}", "/users/me", "/users/{id}/posts/{post}", "/files/{name}", "/files/{name}.json", "/map/{lat},{lng}",
            "/items/{id}", "/items/{id}:cancel", "/café", "/proxy/{path+}")
            .Match("GET", url);
        match.Outcome.Should().Be(RouteOutcome.Found);
        match.Operation!.Path.Should().Be(template);
        string.Join(',', match.PathValues.Select(v => $"{v.Key}={v.Value}")).Should().Be(values);
    }

    [Theory]
    [InlineData("/journals/123e4567-e89b-12d3-a456-426614174000", "/journals/{id}")]
    [InlineData("/journals/12", "/journals/{number}")]
    [InlineData("/journals/twelve", "/journals/{id}")]
    public void Match_TemplatesOfOneForm_TheOneThatTakesTheValueWins(string url, string template)
    {
        var spec = Described.Api("""
            "paths":{
              "/journals/{id}":{"get":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string","format":"uuid"}}],"responses":{"200":{"description":"ok"}}}},
              "/journals/{number}":{"get":{"parameters":[{"name":"number","in":"path","required":true,"schema":{"type":"integer"}}],"responses":{"200":{"description":"ok"}}}}
            }
            """);
        var match = new MessageValidator(spec).Match("GET", url);
        match.Operation!.Path.Should().Be(template);
        match.PathValues.Single().Key.Should().Be(template[11..^1]);
    }

    [Theory]
    [InlineData("/users")]
    [InlineData("/users//")]
    [InlineData("/users/7/posts")]
    [InlineData("/files/.json/x")]
    [InlineData("")]
    [InlineData("users/7/8/9")]
    [InlineData("/%")]
    [InlineData("/Users/7")]
    public void Match_OtherPath_IsUnknown(string url) =>
        ValidatorFor("/users/{id}", "/users/{id}/posts/{post}", "/files/{name}.json").Match("GET", url).Outcome.Should().Be(RouteOutcome.UnknownPath);

    [Fact]
    public void Match_OtherMethod_NamesTheAllowedOnes()
    {
        var match = ValidatorFor("get,delete /users/{id}", "post /users/me").Match("PATCH", "/users/me");
        match.Outcome.Should().Be(RouteOutcome.MethodNotAllowed);
        match.AllowedMethods.Should().Equal("DELETE", "GET", "POST");
    }

    [Fact]
    public void Match_ConcretePathWithoutTheMethod_FallsBackToTheTemplate() =>
        ValidatorFor("get /users/me", "delete /users/{id}").Match("DELETE", "/users/me").Operation!.Path.Should().Be("/users/{id}");

    [Theory]
    [InlineData(false, "/users/", RouteOutcome.Found)]
    [InlineData(false, "/users", RouteOutcome.Found)]
    [InlineData(false, "/teams", RouteOutcome.Found)]
    [InlineData(true, "/users/", RouteOutcome.UnknownPath)]
    [InlineData(true, "/teams/", RouteOutcome.Found)]
    [InlineData(true, "/teams", RouteOutcome.UnknownPath)]
    public void Match_TrailingSlash_MattersInStrictModeOnly(bool strict, string url, RouteOutcome expected) =>
        new MessageValidator(Described.Paths("/users", "/teams/"), new MessageValidatorOptions { Strict = strict }).Match("GET", url).Outcome.Should()
            .Be(expected);

    [Fact]
    public void Match_TrailingSlashDescribedBothWays_TakesTheExactOne() =>
        ValidatorFor("/users", "/users/").Match("GET", "/users/").Operation!.Path.Should().Be("/users/");

    [Theory]
    [InlineData("/v1/users", RouteOutcome.Found)]
    [InlineData("/users", RouteOutcome.Found)]
    [InlineData("/%76%31/users/", RouteOutcome.Found)]
    [InlineData("/eu/api/users", RouteOutcome.Found)]
    [InlineData("/us/api/users", RouteOutcome.Found)]
    [InlineData("https://other.example.com/v1/users?a=b", RouteOutcome.Found)]
    [InlineData("/v1", RouteOutcome.Found)]
    [InlineData("/v1/", RouteOutcome.Found)]
    [InlineData("/v1/nothing", RouteOutcome.UnknownPath)]
    [InlineData("/v2/users", RouteOutcome.OutsideServers)]
    public void Match_ServerBasePaths_MayPrecedeThePath(string url, RouteOutcome expected)
    {
        var spec = Described.Api("""
            "servers":[{"url":"https://api.example.com/v1/"},{"url":"https://api.example.com/{region}/api","variables":{"region":{"default":"eu"}}}],
            "paths":{"/users":{"get":{"responses":{"200":{"description":"ok"}}}},"/":{"get":{"responses":{"200":{"description":"ok"}}}}}
            """);
        new MessageValidator(spec).Match("GET", url).Outcome.Should().Be(expected);
    }

    [Theory]
    [InlineData("GET", "/assets/render/1", "/assets/render/{id}")]
    [InlineData("GET", "/v2/render/1", "/render/{id}")]
    [InlineData("GET", "/v2/assets/render/1", "/assets/render/{id}")]
    [InlineData("DELETE", "/assets/render/1", null)]
    public void Match_BasePathOfAnyWord_IsNoWordThatThePathsSpellOut(string method, string url, string? expected)
    {
        var spec = Described.Api("""
            "servers":[{"url":"https://api.example.com/{version}","variables":{"version":{"default":"v1"}}}],
            "paths":{"/assets/render/{id}":{"get":{"responses":{"200":{"description":"ok"}}}},
              "/render/{id}":{"get":{"responses":{"200":{"description":"ok"}}},"delete":{"responses":{"200":{"description":"ok"}}}}}
            """);
        var match = new MessageValidator(spec).Match(method, url);
        match.Operation?.Path.Should().Be(expected);
        match.Outcome.Should().Be(expected is null ? RouteOutcome.MethodNotAllowed : RouteOutcome.Found);
    }

    [Fact]
    public void Match_ServerOfOneOperation_DoesNotServeOthers()
    {
        var spec = Described.Api("""
            "servers":[{"url":"https://api.example.com"}],
            "paths":{
              "/files":{"servers":[{"url":"https://files.example.com/upload"}],"get":{"responses":{"200":{"description":"ok"}}}},
              "/users":{"get":{"responses":{"200":{"description":"ok"}}}}}
            """);
        var validator = new MessageValidator(spec);
        validator.Match("GET", "/upload/files").Outcome.Should().Be(RouteOutcome.Found);
        validator.Match("GET", "/upload/users").Outcome.Should().Be(RouteOutcome.UnknownPath);
    }

    [Theory]
    [InlineData("/jobs?action=start", "/jobs?action=start")]
    [InlineData("/jobs?x=1&action=stop", "/jobs?action=stop")]
    [InlineData("/jobs%3Faction=stop", "/jobs?action=stop")]
    [InlineData("/notes#b", "/notes#b")]
    [InlineData("/notes%23b", "/notes#b")]
    [InlineData("/notes", "/notes#a")]
    public void Match_TemplatesWithQueryOrFragment_AreToldApartByIt(string url, string template) =>
        ValidatorFor("/jobs?action=start", "/jobs?action=stop", "/notes#a", "/notes#b").Match("GET", url).Operation!.Path.Should().Be(template);

    [Fact]
    public void Match_HostilePaths_EndQuickly()
    {
        var validator = ValidatorFor("/{a}/{b}/{c}/{d}/x", "/a/{b}/c/{d}/y", "/{a}-{b}-{c}-{d}-{e}z");
        validator.Match("GET", string.Concat(Enumerable.Repeat("/a", 100_000))).Outcome.Should().Be(RouteOutcome.UnknownPath);
        validator.Match("GET", "/" + new string('-', 20_000)).Outcome.Should().Be(RouteOutcome.UnknownPath);
        validator.Match("GET", "/" + new string('%', 20_000)).Outcome.Should().Be(RouteOutcome.UnknownPath);
        validator.Match("", "://").Outcome.Should().Be(RouteOutcome.UnknownPath);
    }

    [Fact]
    public void Match_EveryOperationOfADocument_FindsItself()
    {
        var spec = Described.Api(
            $"\"paths\":{{{string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"/g{i % 40}/{{a}}/r{i}/{{b}}\":{{\"get\":{{\"responses\":{{\"200\":{{\"description\":\"\"}}}}}}}}"))}}}");
        var validator = new MessageValidator(spec);
        foreach (var operation in spec.Operations)
            validator.Match("GET",
                operation.Path.Replace("{a}", "1", StringComparison.Ordinal).Replace("{b}", "2", StringComparison.Ordinal)).Operation.Should()
                .BeSameAs(operation);
    }

    private static MessageValidator ValidatorFor(params string[] paths) => new(Described.Paths(paths));
}
