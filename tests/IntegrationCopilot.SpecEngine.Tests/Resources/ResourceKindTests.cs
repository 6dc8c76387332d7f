using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Each way in which documents put their things, as a few lines.</summary>
public sealed class ResourceKindTests
{
    private const string Thing = """{ "type": "object", "properties": { "id": { "type": "string" }, "name": { "type": "string" } } }""";

    [Fact]
    public void Infer_ReportsByYear_AreNoResource() =>
        Infer(("/reports/{year}", Get("""{ "type": "object", "properties": { "total": { "type": "integer" } } }""")),
            ("/rates/{date}", Get("""{ "type": "object", "properties": { "rate": { "type": "number" } } }"""))).Resources.Should().BeEmpty();

    [Fact]
    public void Infer_EnumParameter_IsNoResource() => Infer(("/kinds/{id}", """
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "enum": ["a", "b"] } }],
        """ + Get(Thing))).Resources.Should().BeEmpty();

    [Fact]
    public void Infer_ListBesideAParameter_IsNoItem()
    {
        var model = Infer(("/logs/{log}", Get(Array(Thing))), ("/logs/{log}/{id}", Get(Thing)));
        model.Resources.Single().ItemPath.Should().Be("/logs/{log}/{id}");
        model.Resources.Single().CollectionPath.Should().Be("/logs/{log}");
    }

    [Fact]
    public void Infer_FoundByAnotherNameBeneathAParameter_IsNoItem()
    {
        var model = Infer(("/objects/{type}", """
            "parameters": [{ "name": "type", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "external_id", "in": "query", "required": true, "schema": { "type": "string" } }],
            """ + Get("""{ "$ref": "#/paths/~1objects~1{type}~1{id}/get/responses/200/content/application~1json/schema" }""")), ("/objects/{type}/{id}", Get(Thing) + "," + Delete));
        var thing = model.Resources.Single();
        thing.ItemPath.Should().Be("/objects/{type}/{id}");
        thing.Identifier!.Parts.Select(part => part.Parameter).Should().Equal("id");
    }

    [Fact]
    public void Infer_TwoParametersInARow_AreOneKey()
    {
        var repository = Infer(("/repos/{owner}/{repo}",
            Get("""{ "type": "object", "properties": { "owner": { "type": "string" }, "repo": { "type": "string" } } }""") + "," + Delete)).Resources.Single();
        repository.Identifier!.Parts.Select(p => (p.Parameter, p.Read)).Should().Equal(("owner", "/owner"), ("repo", "/repo"));
    }

    [Fact]
    public void Infer_SettingsReadAndWritten_AreASingleton()
    {
        var settings = Infer(("/account/settings", Get(Thing) + "," + Put)).Resources.Single();
        (settings.Kind, settings.ItemPath).Should().Be((ResourceKind.Singleton, "/account/settings"));
        settings.CollectionPath.Should().BeNull();
        settings.Identifier.Should().BeNull();
    }

    [Fact]
    public void Infer_AddedAndListedOnly_IsAppendOnly()
    {
        var events = Infer(("/events", Get(Array(Thing)) + "," + Post(Thing))).Resources.Single();
        (events.Kind, events.CollectionPath).Should().Be((ResourceKind.AppendOnly, "/events"));
        events.ItemPath.Should().BeNull();
    }

    [Fact]
    public void Infer_PutAndDeleteOfAnothersIdentifier_IsMembership()
    {
        var member = Infer(("/teams/{team}", Get(Thing) + "," + Delete), ("/teams/{team}/members/{user}", Put + "," + Delete))
            .Resources.Single(r => r.Name == "member");
        member.Kind.Should().Be(ResourceKind.Membership);
        member.Parent!.Name.Should().Be("team");
    }

    [Fact]
    public void Infer_SingularItemBesidePluralList_IsOneResource()
    {
        var silence = Infer(("/silences", Get(Array(Thing)) + "," + Post(Thing)), ("/silence/{silenceId}", Get(Thing) + "," + Delete)).Resources.Single();
        (silence.CollectionPath, silence.ItemPath).Should().Be(("/silences", "/silence/{silenceId}"));
        silence.Create!.Id.Should().Be("POST /silences");
    }

    [Fact]
    public void Infer_PutWhereNothingElseCreates_Creates()
    {
        var policy = Infer(("/policies/{id}",
            Get(Thing) + "," + """ "put": { "summary": "Create or replace a policy", "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } }, "responses": { "201": { "description": "d" } } } """)).Resources.Single();
        policy.Create.Should().BeSameAs(policy.Replace);
        policy.Identifier!.Source.Should().Be(IdentifierSource.Request);
    }

    [Fact]
    public void Infer_ScopeWord_IsAParentParameterWithoutResource()
    {
        var thing = Infer(("/orgs/{org}/things", Get(Array(Thing))), ("/orgs/{org}/things/{id}", Get(Thing))).Resources.Single();
        thing.ParentParameters.Should().Equal("org");
        thing.Parent.Should().BeNull();
    }

    [Fact]
    public void Infer_LiteralBesideItems_IsNoItem() =>
        Infer(("/members", Get(Array(Thing))), ("/members/me", Get(Thing)), ("/members/{id}", Get(Thing))).Resources.Single().ItemPath.Should()
            .Be("/members/{id}");

    [Fact]
    public void Infer_DecoyFields_AreNotTheIdentifier()
    {
        const string decoys = """{ "type": "object", "properties": { "parent_id": { "type": "string" }, "version": { "type": "string" }, "owner": { "type": "object", "properties": { "id": { "type": "string" } } }, "first_name": { "type": "string" }, "orderNumber": { "type": "string" } } }""";
        Infer(("/orders/{orderNumber}", Get(decoys) + "," + Delete)).Resources.Single().Identifier!.Field.Should().Be("/orderNumber");
    }

    [Fact]
    public void Infer_TextNamedAsTheThing_IsNotTheIdentifier()
    {
        const string comment = """{ "type": "object", "properties": { "comment": { "type": "string" }, "id": { "type": "string" } } }""";
        Infer(("/comments/{comment}", Get(comment) + "," + Delete)).Resources.Single().Identifier!.Field.Should().Be("/id");
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "data": THING } }""", "/data/id")]
    [InlineData("""{ "type": "object", "properties": { "success": { "type": "boolean" }, "result": THING } }""", "/result/id")]
    [InlineData("""{ "type": "object", "properties": { "thing": THING } }""", "/thing/id")]
    [InlineData("""{ "allOf": [{ "type": "object", "properties": { "meta": { "type": "object" } } }, THING] }""", "/id")]
    [InlineData("""{ "type": "object", "properties": { "error": { "type": "object", "properties": { "id": { "type": "string" } } }, "id": { "type": "string" } } }""", "/id")]
    public void Infer_Envelope_IsOpened(string answer, string field) =>
        Infer(("/things/{thingId}", Get(answer.Replace("THING", Thing, StringComparison.Ordinal)) + "," + Delete)).Resources.Single()
            .Identifier!.Field.Should().Be(field);

    [Theory]
    [InlineData("""{ "type": "array", "items": THING }""", "")]
    [InlineData("""{ "type": "object", "properties": { "things": { "type": "array", "items": THING }, "total": { "type": "integer" } } }""", "/things")]
    [InlineData("""{ "type": "object", "properties": { "data": { "type": "object", "properties": { "items": { "type": "array", "items": THING } } } } }""",
        "/data/items")]
    public void Infer_List_IsFoundInItsEnvelope(string answer, string envelope)
    {
        var thing = Infer(("/things", Get(answer.Replace("THING", Thing, StringComparison.Ordinal))), ("/things/{id}", Get(Thing))).Resources.Single();
        thing.AnswerOf(thing.List!)!.Envelope.Should().Be(envelope);
    }

    [Fact]
    public void Infer_Calls_AreAResourceWithTheFieldThatTheyAskFor()
    {
        const string asked = """{ "type": "object", "required": ["connectionId"], "properties": { "connectionId": { "type": "string" } } }""";
        const string connection = """{ "type": "object", "properties": { "connectionId": { "type": "string" }, "name": { "type": "string" } } }""";
        const string named = """{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } }""";
        var model = Infer(("/v1/connections/create", Call(named, connection)), ("/v1/connections/get", Call(asked, connection)),
            ("/v1/connections/list", Call("""{ "type": "object" }""", Array(connection))), ("/v1/connections/delete", Call(asked, """{ "type": "object" }""")),
            ("/v1/connections/reset", Call(asked, """{ "type": "object" }""")));
        var resource = model.Resources.Single();
        (resource.Identifier!.Parameter, resource.Identifier.Field).Should().Be(("connectionId", "/connectionId"));
        (resource.CollectionPath ?? resource.ItemPath).Should().BeNull();
        new[] { resource.Create, resource.List, resource.Read, resource.Delete, resource.Actions[0] }.Select(o => o!.Path[16..]).Should()
            .Equal("create", "list", "get", "delete", "reset");
        model.Dependencies.Where(d => d.Consumer.Path.EndsWith("reset", StringComparison.Ordinal))
            .Select(d => (d.Producer.Path[16..], d.Field, d.Parameter, d.Place))
            .Should().Equal(("create", "/connectionId", "/connectionId", null), ("list", "/*/connectionId", "/connectionId", null));
    }

    [Fact]
    public void Infer_TwoThingsOfOneName_SupplyNeither()
    {
        var model = Infer(("/a/tags", Post(Thing)), ("/a/tags/{id}", Get(Thing)), ("/b/tags", Post(Thing)), ("/b/tags/{id}", Get(Thing)),
            ("/posts", Call("""{ "type": "object", "required": ["tag_id"], "properties": { "tag_id": { "type": "string" } } }""", """{ "type": "object" }""")));
        model.Dependencies.Where(d => d.Consumer.Path == "/posts").Should().BeEmpty();
    }

    [Fact]
    public void Infer_ForeignKey_IsAReferenceAndADependency()
    {
        var model = Infer(("/customers", Post(Thing) + "," + Get(Array(Thing))), ("/customers/{id}", Get(Thing)),
            ("/orders", Call("""{ "type": "object", "required": ["customer_id"], "properties": { "customer_id": { "type": "string" } } }""",
                """{ "type": "object", "properties": { "id": { "type": "string" }, "customer_id": { "type": "string" }, "first_name": { "type": "string" } } }""")),
            ("/orders/{id}", Get("""{ "type": "object", "properties": { "id": { "type": "string" }, "customer_id": { "type": "string" }, "first_name": { "type": "string" } } }""")));
        model.Resources.Single(r => r.Name == "order").References.Select(r => (r.Pointer, r.Resource)).Should().Equal(("/customer_id", "customer"));
        model.Dependencies.Should().Contain(d => d.Consumer.Id == "POST /orders" && d.Producer.Id == "POST /customers" && d.Parameter == "/customer_id");
    }

    [Fact]
    public void Infer_States_AreOrderedAndLedTo()
    {
        const string payment = """{ "type": "object", "properties": { "id": { "type": "string" }, "status": { "type": "string", "enum": ["captured", "pending", "canceled"] } } }""";
        var resource = Infer(("/payments", Post(payment)), ("/payments/{id}", Get(payment)), ("/payments/{id}/capture", Post(payment)),
            ("/payments/{id}/cancel", Post(payment))).Resources.Single();
        resource.States.Single().Values.Should().Equal("pending", "captured", "canceled");
        resource.States.Single().Transitions.Select(t => t.Value).Should().Equal("captured", "canceled");
    }

    private const string Delete = """ "delete": { "responses": { "204": { "description": "d" } } } """;
    private const string Put = """ "put": { "responses": { "204": { "description": "d" } } } """;

    private static string Array(string items) => $$"""{ "type": "array", "items": {{items}} }""";

    private static string Get(string schema) =>
        $$""" "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": {{schema}} } } } } } """;

    private static string Post(string schema) => Call(schema, schema);

    private static string Call(string body, string answer) =>
        $$""" "post": { "requestBody": { "content": { "application/json": { "schema": {{body}} } } }, "responses": { "200": { "description": "d", "content": { "application/json": { "schema": {{answer}} } } } } } """;

    private static ResourceModel Infer(params (string Path, string Item)[] paths) => Specs.Read(
        $$"""{ "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { {{string.Join(",", paths.Select(p => $"\"{p.Path}\": {{ {p.Item} }}"))}} } }""").Resources;
}
