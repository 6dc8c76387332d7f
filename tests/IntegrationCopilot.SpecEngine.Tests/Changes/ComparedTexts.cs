namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Small descriptions that differ in one thing, for tests of what it means.</summary>
internal static class ComparedTexts
{
    /// <summary>The changes between two descriptions, which are held against a raw comparison on the way.</summary>
    public static IReadOnlyList<ApiChange> Compare(string old, string @new)
    {
        var (before, after) = (Specs.Read(old), Specs.Read(@new));
        var changes = ApiComparison.Compare(before, after, TestContext.Current.CancellationToken);
        if (before.Edition == OpenApiEdition.V20 == (after.Edition == OpenApiEdition.V20))
            string.Join('\n', Coverage.Faults(before, after, changes)).Should().BeEmpty();
        return changes;
    }

    /// <summary>The rules of the changes with <c>!</c> before those that break clients, in order.</summary>
    public static string Rules(IReadOnlyList<ApiChange> changes) =>
        string.Join(' ', changes.Select(c => (c.Kind == ChangeKind.Breaking ? "!" : "") + c.Rule.Id).Order(StringComparer.Ordinal));

    /// <summary>A description of a schema that clients send.</summary>
    public static string Sent(string schema, string components = "", string version = "3.1.0") =>
        Document($$"""
            "/pets": { "post": { "requestBody": { "content": { "application/json": { "schema": {{schema}} } } }, "responses": { "200": { "description": "ok" } } } }
            """, components, version);

    /// <summary>A description of a schema that clients receive.</summary>
    public static string Received(string schema, string components = "", string version = "3.1.0") =>
        Document($$"""
            "/pets": { "get": { "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": {{schema}} } } } } } }
            """, components, version);

    public static string Document(string paths, string components = "", string version = "3.1.0", string more = "") => $$"""
        { "openapi": "{{version}}", "info": { "title": "Pets", "version": "1" }, "paths": { {{paths}} }, "components": { {{components}} }{{more}} }
        """;
}
