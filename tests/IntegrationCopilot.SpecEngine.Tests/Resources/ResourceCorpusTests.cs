using System.Text;
using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What holds for every real document.</summary>
[Collection(nameof(Cost))]
public sealed class ResourceCorpusTests
{
    /// <summary>Links beyond this many for each operation say nothing about an order of calls.</summary>
    private const double MostLinksAnOperation = 3;

    [Theory]
    [InlineData("specs")]
    [InlineData("guru")]
    public async Task Infer_EveryDocument_HoldsItsPromises(string folder)
    {
        int operations = 0, links = 0, documents = 0;
        foreach (var file in CorpusFiles.Beneath(folder))
        {
            if ((await ApiSpecReader.ReadFileAsync(file, cancellationToken: TestContext.Current.CancellationToken)).Spec is not { } spec) continue;
            var model = spec.Resources;
            Described(model).Should().Be(Described(ResourceInference.Infer(spec)), file);
            Check(model, CorpusFiles.NameOf(file));
            documents++;
            operations += spec.Operations.Count;
            links += model.Dependencies.Count;
        }
        documents.Should().BeGreaterThan(50);
        TestContext.Current.TestOutputHelper!.WriteLine($"{documents} documents, {operations} operations, {links} links");
        ((double)links / operations).Should().BeLessThanOrEqualTo(MostLinksAnOperation);
    }

    [Fact]
    public void Infer_ManyOperations_TakesTimeThatGrowsWithThem()
    {
        const int paths = 50_000;
        var text = new StringBuilder("""{ "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "/": {} """);
        for (var i = 0; i < paths; i++) text.Append($", \"/things{i}/{{id}}\": {{ \"get\": {{}}, \"delete\": {{}} }}");
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text.Append(" } }").ToString()), "many.json",
            new SpecReadOptions { Limits = new ReadLimits { MaxNodes = 10_000_000 } }).Spec!;
        spec.Operations.Should().HaveCount(2 * paths);
        var (model, time, _) = Cost.OfBest(() => ResourceInference.Infer(spec), TimeSpan.FromSeconds(10));
        model.Resources.Should().HaveCount(paths);
        time.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Infer_OneDeepPathAndManySiblings_Ends()
    {
        var deep = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"/a{i}/{{p{i}}}"));
        var spec = Specs.Read($$"""{ "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "{{deep}}": { "get": {}, "delete": {} }, "/{a}{b}{c}/{": { "get": {} }, "/}{": { "post": {} }, "//": { "delete": {} }, "/#": { "post": {} }, "/:": { "put": {} } } }""");
        spec.Resources.Operations.Should().HaveCount(7);
    }

    private static void Check(ResourceModel model, string file)
    {
        model.Resources.Select(r => r.Name).Should().OnlyHaveUniqueItems(file);
        model.Operations.Where(o => o.Role == ResourceRole.None != (o.Resource is null)).Should().BeEmpty(file);
        model.Operations.Where(o => o.Confidence is <= 0 or > 1 || o.Evidence.Count == 0).Select(o => o.Operation.Id).Should().BeEmpty(file);
        model.Dependencies.Where(d => ReferenceEquals(d.Producer, d.Consumer) || d.Confidence is <= 0 or > 1).Should().BeEmpty(file);
        foreach (var resource in model.Resources)
        {
            (resource.Confidence is > 0 and <= 1).Should().BeTrue(file);
            if (resource.Parent is { } parent) model.Resources.TakeWhile(r => r != resource).Should().Contain(parent, file);
            if (resource.Kind is ResourceKind.Singleton or ResourceKind.AppendOnly) resource.Identifier.Should().BeNull(file + " " + resource.Name);
        }
    }

    private static string Described(ResourceModel model) =>
        string.Join('\n', model.Operations.Select(o => $"{o.Operation.Id} {o.Effect} {o.Role} {o.Resource?.Name}")
        .Concat(model.Resources.Select(
            r => $"{r.Name} {r.Identifier} {string.Join(",", r.References.Select(f => f.Pointer + f.Resource))} {string.Join(",", r.States.SelectMany(s => s.Values))}"))
        .Concat(model.Dependencies.Select(d => $"{d.Producer.Id} {d.Field} {d.Consumer.Id} {d.Parameter} {d.Confidence}")));
}
