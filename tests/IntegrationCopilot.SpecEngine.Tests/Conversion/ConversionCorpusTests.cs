using System.Collections.Concurrent;
using IntegrationCopilot.Testing;
using Microsoft.OpenApi;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class ConversionCorpusTests
{
    [Theory]
    [InlineData("specs")]
    [InlineData("malformed")]
    public async Task ToOpenApiDocument_EveryDocument_HoldsItsOperationsAndThrowsNothing(string folder)
    {
        var wrong = new ConcurrentBag<string>();
        var converted = 0;
        await Parallel.ForEachAsync(CorpusFiles.Beneath(folder), async (file, cancel) =>
        {
            if ((await ApiSpecReader.ReadFileAsync(file, cancellationToken: cancel)) is not { Spec: { } spec } read) return;
            var (document, problems) = spec.ToOpenApiDocument();
            Interlocked.Increment(ref converted);
            if (read.HasErrors && folder == "malformed") return;
            if (document is null) { wrong.Add($"{file}: {problems[^1].Message}"); return; }
            var held = document.Paths.SelectMany(p => (p.Value.Operations ?? []).Keys.Select(m => $"{m.Method.ToUpperInvariant()} {p.Key}"))
                .ToHashSet(StringComparer.Ordinal);
            var lost = spec.Operations.Where(CanBeHeld).Select(o => o.Id).Except(held, StringComparer.Ordinal).ToList();
            if (lost.Count > 0)
                wrong.Add($"{file}: lost {string.Join(", ", lost.Take(3))} of {spec.Operations.Count}; {string.Join(" ", problems.Take(2).Select(p => p.Message))}");
        });
        wrong.Should().BeEmpty();
        converted.Should().BeGreaterThan(70);
    }

    /// <summary>Microsoft.OpenApi 2.x has no methods of 3.2, and no paths without a leading slash.</summary>
    private static bool CanBeHeld(ApiOperation operation) =>
        operation.Path.StartsWith('/') && operation.Method != "QUERY" && operation.Node.Parent.Name != "additionalOperations";
}
