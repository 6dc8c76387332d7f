using System.Collections.Concurrent;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class ReadingCorpusTests
{
    private static readonly string[] Entries =
    [
        "digitalocean-multifile/DigitalOcean-public.v2.yaml", "libopenapi-bundler-multifile/main.yaml", "oai-petstore-separate-2.0-multifile/spec/swagger.json",
        "schemathesis-relative-multifile/main.yaml",
    ];

    [Fact]
    public async Task Read_EveryDocument_ReportsItsTrueFaultsAndNoOthers()
    {
        var known = KnownProblems.Load();
        var wrong = new ConcurrentBag<string>();
        var seen = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Documents(), async (file, cancel) =>
        {
            var result = await ApiSpecReader.ReadFileAsync(file, cancellationToken: cancel);
            var name = CorpusFiles.NameOf(file);
            seen.Add(name);
            var (expected, found) = (known.GetValueOrDefault(name, []), KnownProblems.Of(result));
            foreach (var error in found.Except(expected, StringComparer.Ordinal))
                wrong.Add($"{name}: {error} is not known: {result.Problems.First(p => error.StartsWith(p.Id, StringComparison.Ordinal)).Message}");
            foreach (var error in expected.Except(found, StringComparer.Ordinal)) wrong.Add($"{name}: {error} is stale; take it out of KnownProblems.json");
        });
        wrong.Should().BeEmpty();
        known.Keys.Should().BeSubsetOf(seen);
        seen.Should().HaveCountGreaterThan(490);
    }

    [Fact]
    public async Task Read_EveryDocument_GivesTheOperationsItWritesDown()
    {
        var wrong = new ConcurrentBag<string>();
        var (compared, unread) = (0, 0);
        await Parallel.ForEachAsync(Documents().Where(f => !f.Contains("-multifile", StringComparison.Ordinal)), async (file, cancel) =>
        {
            var bytes = await File.ReadAllBytesAsync(file, cancel);
            if (RawOperations.Find(bytes) is not { } raw) { Interlocked.Increment(ref unread); return; }
            var read = ApiSpecReader.Read(bytes, file, cancellationToken: cancel).Spec!.Operations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
            Interlocked.Increment(ref compared);
            if (!raw.Operations.IsSubsetOf(read)) wrong.Add($"{file}: lost {string.Join(", ", raw.Operations.Except(read, StringComparer.Ordinal).Take(3))}");
            if (!raw.HasReferences && !read.IsSubsetOf(raw.Operations))
                wrong.Add($"{file}: invented {string.Join(", ", read.Except(raw.Operations, StringComparer.Ordinal).Take(3))}");
        });
        wrong.Should().BeEmpty();
        compared.Should().BeGreaterThan(480);
        unread.Should().BeLessThan(20, "documents YamlDotNet alone cannot read are compared with the index");
    }

    [Fact]
    public async Task Read_IndexedDocuments_HaveAsManyOperationsAsTheIndexSays()
    {
        var index = (await File.ReadAllLinesAsync(SharedData.Require("specs", "INDEX.tsv"))).Skip(1).Select(l => l.Split('\t'))
            .ToDictionary(l => l[0], l => int.Parse(l[9]), StringComparer.Ordinal);
        foreach (var file in Documents().Where(f => f.Contains("/specs/", StringComparison.Ordinal) && !f.Contains("-multifile", StringComparison.Ordinal)))
        {
            var result = await ApiSpecReader.ReadFileAsync(file);
            result.Spec!.Operations.Should().HaveCount(index[Path.GetFileName(file)], file);
        }
    }

    [Theory]
    [InlineData("digitalocean-multifile/DigitalOcean-public.v2.yaml", 659)]
    [InlineData("oai-petstore-separate-2.0-multifile/spec/swagger.json", 4)]
    [InlineData("libopenapi-bundler-multifile/main.yaml", 7)]
    public async Task Read_SeveralFiles_GivesTheirOperations(string entry, int operations)
    {
        var result = await ApiSpecReader.ReadFileAsync(SharedData.Require("specs", entry));
        result.Spec!.Operations.Should().HaveCount(operations);
    }

    private static IEnumerable<string> Documents() =>
        CorpusFiles.Beneath("specs").Where(f => !f.Contains("-multifile", StringComparison.Ordinal) && !f.Contains("LICENSES", StringComparison.Ordinal))
            .Concat(Entries.Select(e => SharedData.Require("specs", e))).Concat(CorpusFiles.Beneath("guru"));
}
