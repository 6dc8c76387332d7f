using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>The model of a small API in one piece.</summary>
public sealed class ResourceInferenceTests
{
    private const string Shop = """
        { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": {
          "/customers": {
            "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "type": "object", "properties": {
              "data": { "type": "array", "items": { "$ref": "#/components/schemas/Customer" } }, "total": { "type": "integer" } } } } } } } },
            "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Customer" } } } },
              "responses": { "201": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Customer" } } } } } } },
          "/customers/{customerId}": {
            "parameters": [{ "name": "customerId", "in": "path", "required": true, "schema": { "type": "string" } }],
            "get": { "responses": { "200": { "description": "d",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Customer" } } } } } },
            "patch": { "responses": { "200": { "description": "d" } } }, "delete": { "responses": { "204": { "description": "d" } } } },
          "/customers/{customerId}/suspend": { "post": { "responses": { "200": { "description": "d" } } } },
          "/customers/{customerId}/cards": {
            "get": { "responses": { "200": { "description": "d",
            "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Card" } } } } } } } },
          "/customers/{customerId}/cards/{id}":
          { "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Card" } } } } } }
          } },
          "components": { "schemas": {
            "Customer": { "type": "object", "properties": { "id": { "type": "string" }, "name": { "type": "string" } } },
            "Card": { "type": "object", "properties": { "id": { "type": "string" } } } } } }
        """;

    private readonly ApiSpec spec = Specs.Read(Shop);

    [Fact]
    public void Resources_Collection_HasEveryRole()
    {
        var customer = spec.Resources.Resources.Single(r => r.Name == "customer");
        customer.Kind.Should().Be(ResourceKind.Collection);
        (customer.CollectionPath, customer.ItemPath).Should().Be(("/customers", "/customers/{customerId}"));
        new[] { customer.Create, customer.List, customer.Read, customer.Update, customer.Replace, customer.Delete }.Select(o => o?.Id).Should().Equal(
            "POST /customers", "GET /customers", "GET /customers/{customerId}", "PATCH /customers/{customerId}", null, "DELETE /customers/{customerId}");
        customer.Actions.Select(o => o.Id).Should().Equal("POST /customers/{customerId}/suspend");
        customer.AnswerOf(customer.List!).Should().BeEquivalentTo(new { Status = "200", Envelope = "/data", Form = AnswerForm.Array });
    }

    [Fact]
    public void Resources_Identifier_IsFoundInEachPlace()
    {
        var identifier = spec.Resources.Resources.Single(r => r.Name == "customer").Identifier!;
        identifier.Parts.Should().Equal(new IdentifierPart("customerId") { Read = "/id", Create = "/id", ListItem = "/id", Request = "/id" });
        identifier.Source.Should().Be(IdentifierSource.Answer);
        identifier.Confidence.Should().BeGreaterThan(0.8);
    }

    [Fact]
    public void Resources_Child_KnowsParentAndItsParameters()
    {
        var card = spec.Resources.Resources.Single(r => r.Name == "card");
        card.Parent!.Name.Should().Be("customer");
        card.ParentParameters.Should().Equal("customerId");
        card.Identifier!.Parameter.Should().Be("id");
    }

    [Fact]
    public void Of_Operation_HasEffectRoleAndResource()
    {
        var suspend = spec.Resources.Of(spec.FindOperation("POST", "/customers/{customerId}/suspend")!);
        (suspend.Effect, suspend.Role, suspend.Resource!.Name).Should().Be((OperationEffect.Dangerous, ResourceRole.Action, "customer"));
        suspend.Evidence[0].Rule.Should().Be(InferenceRule.PathVerb);
        spec.Resources.Of(spec.FindOperation("POST", "/customers")!).Effect.Should().Be(OperationEffect.Creates);
    }

    [Fact]
    public void Of_OperationOfAnotherDocument_Throws() =>
        spec.Resources.Invoking(model => model.Of(Specs.Read(Shop).Operations[0])).Should().Throw<ArgumentException>();

    [Fact]
    public void Dependencies_ParentParameter_IsSuppliedByItsCreation()
    {
        var supplied = spec.Resources.Dependencies.Where(d => d.Consumer.Id == "GET /customers/{customerId}/cards/{id}").ToList();
        supplied.Select(d => (d.Producer.Id, d.Field, d.Parameter)).Should().Equal(
            ("POST /customers", "/id", "customerId"), ("GET /customers", "/data/*/id", "customerId"), ("GET /customers/{customerId}/cards", "/*/id", "id"));
    }

    [Fact]
    public void Resources_AskedTwice_IsTheSameModel() => spec.Resources.Should().BeSameAs(spec.Resources);
}
