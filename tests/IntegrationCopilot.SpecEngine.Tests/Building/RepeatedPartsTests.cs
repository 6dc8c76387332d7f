using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>A small document that multiplies itself does not multiply what is kept of it.</summary>
public sealed class RepeatedPartsTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\n";
    private const string Operation =
        "parameters: [{ name: p, in: query, schema: {} }], requestBody: { content: { a/b: {} } }, responses: { '200': { description: ok, content: { a/b: {} } } }";

    [Theory]
    [InlineData("components: { pathItems: { x: { post: { " + Operation
        + " } } } }\npaths: { /a: { $ref: '#/components/pathItems/x' }, /b: { $ref: '#/components/pathItems/x' } }")]
    [InlineData("x-item: &item { post: { " + Operation + " } }\npaths: { /a: *item, /b: *item }")]
    [InlineData("x-operation: &operation { " + Operation + " }\npaths: { /a: { post: *operation }, /b: { post: *operation } }")]
    public void Read_PathsThatShareAnOperation_KeepItsPartsOnce(string text)
    {
        var operations = Read(text);
        var (one, other) = (operations[0], operations[1]);
        other.Responses.Single().Should().BeSameAs(one.Responses.Single());
        other.Parameters.Single().Should().BeSameAs(one.Parameters.Single());
        other.RequestBody.Should().BeSameAs(one.RequestBody);
    }

    [Theory]
    [InlineData("x-responses: &all { '200': { description: ok, content: { a/b: {} } } }\npaths: { /a: { get: { responses: *all } }, /b: { get: { responses: *all } } }")]
    [InlineData("x-responses: { '200': { description: ok, content: { a/b: {} } } }\npaths: { /a: { get: { responses: { $ref: '#/x-responses' } } }, /b: { get: { responses: { $ref: '#/x-responses' } } } }")]
    public void Read_OperationsThatShareResponses_KeepThemOnce(string text)
    {
        var operations = Read(text);
        operations[1].Responses.Single().Should().BeSameAs(operations[0].Responses.Single());
    }

    [Theory]
    [InlineData("x-content: &all { a/b: {} }\npaths: { /a: { get: { responses: { '200': { description: ok, content: *all } } } }, /b: { get: { responses: { '200': { description: ok, content: *all } } } } }")]
    [InlineData("x-response: &one { description: ok, content: { a/b: {} } }\npaths: { /a: { get: { responses: { '200': *one } } }, /b: { get: { responses: { '200': *one } } } }")]
    [InlineData("x-content: { a/b: {} }\npaths: { /a: { get: { responses: { '200': { description: ok, content: { $ref: '#/x-content' } } } } }, /b: { get: { responses: { '200': { description: ok, content: { $ref: '#/x-content' } } } } } }")]
    public void Read_ResponsesThatShareContent_KeepItsMediaTypesOnce(string text)
    {
        var operations = Read(text);
        operations[1].Responses.Single().Content.Single().Should().BeSameAs(operations[0].Responses.Single().Content.Single());
    }

    private static IReadOnlyList<ApiOperation> Read(string text) => ApiSpecReader.Read(Encoding.UTF8.GetBytes(Head + text), "test.yaml").Spec!.Operations;
}
