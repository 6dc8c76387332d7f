using System.Diagnostics;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>
/// Samples for what real documents describe: schemas, bodies, parameters and fields, judged by our own validator after they were spelled for the wire and read
/// again.
/// </summary>
/// <remarks><c>IC_FULL=1</c> takes every schema of every document, which needs some minutes; else some of every sixth document.</remarks>
public sealed class SampleCorpusTests(ITestOutputHelper output)
{
    private const int OneOf = 6;
    private const int MostPerDocument = 120;
    private const double FoundAtLeast = 0.995;
    private const double ContradictedAtMost = 0.02;

    [Fact]
    public async Task For_WhatRealDocumentsDescribe_ConformsAfterTheWire()
    {
        var tally = new SampleTally();
        var slowest = (Name: "", Seconds: 0.0);
        await foreach (var (name, spec) in CorpusDocuments.Turn(OneOf))
        {
            var watch = Stopwatch.StartNew();
            Check(name, spec, tally);
            if (watch.Elapsed.TotalSeconds > slowest.Seconds) slowest = (name, watch.Elapsed.TotalSeconds);
        }
        output.WriteLine($"{tally}; slowest {slowest.Name} with {slowest.Seconds:0.0} s");
        foreach (var problem in tally.Problems) output.WriteLine(problem);
        tally.Asked.Should().BeGreaterThan(1_000);
        tally.Broken.Should().Be(0, "what is said to conform does, also after the wire");
        tally.Untold.Should().Be(0, "where nothing conforms, notes name what and where");
        tally.Share.Should().BeGreaterThanOrEqualTo(FoundAtLeast);
        ((double)tally.Contradicted / tally.Asked).Should().BeLessThan(ContradictedAtMost);
    }

    private static void Check(string name, ApiSpec spec, SampleTally tally)
    {
        var wire = new WireTrip(name, spec, tally);
        var most = CorpusPart.IsFull ? int.MaxValue : MostPerDocument;
        foreach (var (operation, body) in spec.Operations.Where(o => o.RequestBody is not null).SelectMany(o => o.RequestBody!.Content.Select(m => (o, m)))
            .DistinctBy(x => (x.m.Schema, x.m.Name, x.m.Examples.Count)).ToList().Spread(most))
            wire.CheckRequest(operation, body);
        foreach (var (operation, response, body) in spec.Operations.SelectMany(o => o.Responses.SelectMany(r => r.Content.Select(m => (o, r, m))))
            .DistinctBy(x => (x.m.Schema, x.m.Name, x.m.Examples.Count)).ToList().Spread(most))
            wire.CheckResponse(operation, response, body);
        foreach (var (operation, parameter) in spec.Operations.SelectMany(o => o.Parameters.Select(p => (o, p))).DistinctBy(x => x.p.Node).ToList()
            .Spread(most))
            wire.CheckParameter(operation, parameter);
        foreach (var (operation, response, header) in spec.Operations.SelectMany(o => o.Responses.SelectMany(r => r.Headers.Select(h => (o, r, h))))
            .DistinctBy(x => x.h.Node).ToList().Spread(most))
            wire.CheckHeader(operation, response, header);
        foreach (var schema in spec.Document.Root["components"]["schemas"].Children.Concat(spec.Document.Root["definitions"].Children).ToList().Spread(most))
            wire.CheckSchema(schema);
    }
}
