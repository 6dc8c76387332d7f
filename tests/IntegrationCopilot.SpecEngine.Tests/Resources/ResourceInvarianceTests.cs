using System.Text.RegularExpressions;
using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What says the same in another way gives the same resources.</summary>
public sealed partial class ResourceInvarianceTests
{
    private const string Post = """{ "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } }""";
    private const string Comment = """{ "type": "object", "properties": { "id": { "type": "string" }, "text": { "type": "string" } } }""";

    private static readonly string[] Plain = Described(Document("postId", "commentId", Post, Comment, "{0}"));

    [Theory]
    [InlineData("post", "comment")]
    [InlineData("post_id", "comment_id")]
    [InlineData("id", "cid")]
    [InlineData("p", "c")]
    public void Infer_RenamedParameters_GiveTheSame(string post, string comment) =>
        Described(Document(post, comment, Post, Comment, "{0}")).Should().Equal(Plain);

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "data": {0} } }""", "/data")]
    [InlineData("""{ "type": "object", "properties": { "status": { "type": "string" }, "result": {0} } }""", "/result")]
    public void Infer_Envelope_GivesTheSameBeneathIt(string envelope, string way) =>
        Described(Document("postId", "commentId", Post, Comment, envelope)).Select(line => line.Replace($" by {way}/", " by /", StringComparison.Ordinal))
            .Should().Equal(Plain);

    [Fact]
    public void Infer_ShuffledPaths_GiveTheSame() =>
        Described(Document("postId", "commentId", Post, Comment, "{0}", backwards: true)).Order(StringComparer.Ordinal).Should()
        .Equal(Plain.Order(StringComparer.Ordinal));

    [Fact]
    public void Infer_References_GiveTheSameAsInline() =>
        Described(Document("postId", "commentId", """{ "$ref": "#/components/schemas/A" }""", """{ "$ref": "#/components/schemas/B" }""", "{0}",
            $$""", "components": { "schemas": { "A": {{Post}}, "B": {{Comment}} } }""")).Should().Equal(Plain);

    [Fact]
    public void Infer_OpenApi2_GivesTheSameAs3() => Described(Document("postId", "commentId", Post, Comment, "{0}", edition2: true)).Should().Equal(Plain);

    /// <summary>Each resource in a line, parameters by their place.</summary>
    private static string[] Described(string document) => [.. Specs.Read(document).Resources.Resources.Select(r =>
        $"{r.Name} {r.Kind} {Nameless(r.CollectionPath)} {Nameless(r.ItemPath)} by {r.Identifier?.Field} under {r.Parent?.Name}: {string.Join(", ", new[] { r.Create, r.List, r.Read, r.Update, r.Replace, r.Delete }.Select(o => Nameless(o?.Id)))}; {string.Join(", ", r.Actions.Select(a => Nameless(a.Id)))}")];

    private static string? Nameless(string? path) => path is null ? null : Parameters().Replace(path, "{}");

    private static string Document(string post, string comment, string postSchema, string commentSchema, string envelope, string more = "",
        bool backwards = false, bool edition2 = false)
    {
        string Content(string schema) => edition2 ? $"\"schema\": {schema}" : $"\"content\": {{ \"application/json\": {{ \"schema\": {schema} }} }}";
        string Answer(string schema) => $"{{ \"200\": {{ \"description\": \"d\", {Content(envelope.Replace("{0}", schema, StringComparison.Ordinal))} }} }}";
        string List(string schema) => $"{{ \"200\": {{ \"description\": \"d\", {Content($"{{ \"type\": \"array\", \"items\": {schema} }}")} }} }}";
        var body = edition2 ? """ "parameters": [{ "name": "body", "in": "body", "schema": { "type": "object" } }] """ : """ "requestBody": {} """;
        string[] paths =
        [
            $$$"""  "/posts": { "get": { "responses": {{{List(postSchema)}}} }, "post": { {{{body}}}, "responses": {{{Answer(postSchema)}}} } } """,
            $$$"""  "/posts/{{{{post}}}}": { "get": { "responses": {{{Answer(postSchema)}}} }, "patch": { "responses": {{{Answer(postSchema)}}} }, "delete": { "responses": { "204": { "description": "d" } } } } """,
            $$$"""  "/posts/{{{{post}}}}/publish": { "post": { "responses": {{{Answer(postSchema)}}} } } """,
            $$$"""  "/posts/{{{{post}}}}/comments": { "get": { "responses": {{{List(commentSchema)}}} }, "post": { {{{body}}}, "responses": {{{Answer(commentSchema)}}} } } """,
            $$$"""  "/posts/{{{{post}}}}/comments/{{{{comment}}}}": { "get": { "responses": {{{Answer(commentSchema)}}} }, "put": { "operationId": "updateComment", "responses": {{{Answer(commentSchema)}}} } } """,
        ];
        return $$"""{ {{(edition2 ? "\"swagger\": \"2.0\"" : "\"openapi\": \"3.0.3\"")}}, "info": { "title": "t", "version": "1" }, "paths": { {{string.Join(",", backwards ? paths.Reverse() : paths)}} } {{more}} }""";
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters();
}
