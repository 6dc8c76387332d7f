using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class ReferenceTests : IDisposable
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("references-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ReadFile_SeveralFiles_FollowsThemAndKeepsTheirLines()
    {
        Write("root.yaml", Head + "paths:\n  /a: { $ref: 'parts/path%20item.yaml' }\n");
        Write("parts/path item.yaml", "get:\n  parameters:\n    - $ref: '../shared.json#/Limit'\n  responses:\n    '200': { description: ok }\n");
        Write("shared.json", """{ "Limit": { "name": "limit", "in": "query", "schema": { "type": "integer" } } }""");
        var result = await ReadAsync("root.yaml");
        result.Problems.Should().BeEmpty();
        var operation = result.Spec!.Operations.Should().ContainSingle().Subject;
        operation.Parameters.Should().ContainSingle().Which.Name.Should().Be("limit");
        operation.Location.Document.Should().EndWith("parts/path item.yaml");
        result.Spec.Documents.All.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("../outside.yaml")]
    [InlineData("%2e%2e/outside.yaml")]
    [InlineData("parts/../../outside.yaml")]
    [InlineData("link.yaml")]
    [InlineData("linked/outside.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    public async Task ReadFile_ReferenceOutOfTheFolder_IsRefused(string reference)
    {
        Write("outside.yaml", "type: string\n");
        Write("api/root.yaml", Head + $"components: {{ schemas: {{ A: {{ $ref: '{reference}' }} }} }}\n");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "api", "link.yaml"), Path.Combine(folder.FullName, "outside.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "api", "linked"), folder.FullName);
        var result = await ReadAsync("api/root.yaml");
        var problem = result.Problems.Should().ContainSingle().Subject;
        problem.Id.Should().BeOneOf("unresolved-reference", "reference-not-read");
        problem.Message.Should().NotContain("root:");
        result.Spec!.Documents.All.Should().ContainSingle();
    }

    [Fact]
    public async Task ReadFile_WiderFolderAllowed_IsRead()
    {
        Write("common/a.yaml", "type: string\n");
        Write("api/root.yaml", Head + "components: { schemas: { A: { $ref: '../common/a.yaml' } } }\n");
        var result = await ApiSpecReader.ReadFileAsync(Path.Combine(folder.FullName, "api/root.yaml"),
            new SpecReadOptions { Source = DocumentSources.Folder(folder.FullName) });
        result.Problems.Should().BeEmpty();
    }

    [Fact]
    public void Read_WithSource_AsksForEachDocumentOnce()
    {
        List<string> asked = [];
        ReadOnlyMemory<byte>? Source(string name)
        {
            asked.Add(name);
            return name == "https://example.com/b.yaml" ? Encoding.UTF8.GetBytes("A: { type: string }") : null;
        }

        var text = Head + "components: { schemas: { A: { $ref: 'b.yaml#/A' }, B: { $ref: 'b.yaml#/A' }, C: { $ref: 'c.yaml' }, D: { $ref: 'c.yaml' } } }\n";
        var result = Texts.Read(text, "https://example.com/a.yaml", new SpecReadOptions { Source = Source });
        asked.Should().BeEquivalentTo(["https://example.com/b.yaml", "https://example.com/c.yaml"]);
        result.Problems.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("#a1", "string")]
    [InlineData("https://example.com/tree", "object")]
    [InlineData("https://example.com/tree#/properties/data", "number")]
    [InlineData("https://example.com/tree#node", "object")]
    public void Resolve_ByIdentifierOrAnchor_FindsTheSchema(string reference, string type)
    {
        var spec = Texts.Spec(Head
            + "components:\n  schemas:\n    Tree: { $id: 'https://example.com/tree', $dynamicAnchor: node, type: object, properties: { data: { type: number } } }\n    Named: { $anchor: a1, type: string }\n    Use: { $ref: '" + reference + "' }\n");
        spec.Resolve(spec.Document.Find("/components/schemas/Use"))["type"].GetString().Should().Be(type);
    }

    [Fact]
    public void Resolve_Circle_GivesAnUndefinedNode()
    {
        var spec = Texts.Read(Head
            + "components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/C' }, C: { $ref: '#/components/schemas/B' } } }\n").Spec!;
        spec.Resolve(spec.Document.Find("/components/schemas/A")).IsDefined.Should().BeFalse();
    }

    [Fact]
    public void Read_MoreReferencesThanTheLimit_SaysSo()
    {
        var references = string.Join(", ", Enumerable.Range(0, 20).Select(i => $"S{i}: {{ $ref: '#/components/schemas/T' }}"));
        Texts.Read(Head + $"components: {{ schemas: {{ T: {{}}, {references} }} }}\n",
            options: new SpecReadOptions { Limits = new ReadLimits { MaxReferences = 5 } })
            .Problems.Should().ContainSingle().Which.Id.Should().Be("too-many-references");
    }

    [Fact]
    public void Read_Self_IsTheBaseOfReferences()
    {
        var result = Texts.Read(
            "openapi: 3.2.0\n$self: https://example.com/api.yaml\ninfo: { title: t, version: '1' }\ncomponents: { schemas: { A: { type: string }, B: { $ref: 'https://example.com/api.yaml#/components/schemas/A' } } }\n");
        result.Problems.Should().BeEmpty();
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Task<SpecReadResult> ReadAsync(string name) => ApiSpecReader.ReadFileAsync(Path.Combine(folder.FullName, name));
}
