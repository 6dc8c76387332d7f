namespace IntegrationCopilot.MockGen.Tests;

/// <summary>The resources of real documents: what is made is found, listed, changed and gone as whoever reads the document expects.</summary>
public sealed class LifeCorpusTests(ITestOutputHelper output)
{
    private const double UnsurprisingAtLeast = 0.7;

    [Fact]
    public async Task AnswerAsync_ThingsOfEveryDocument_LiveAsExpected()
    {
        var (walked, unsurprising) = (0, 0);
        await foreach (var (name, spec) in CorpusDocuments.Specs())
        {
            var walk = new LifeWalk(spec);
            foreach (var resource in walk.Walkable.ToList().Spread(15))
            {
                if (await walk.LiveAsync(resource) is not { } surprises) continue;
                walked++;
                if (surprises.Count == 0) unsurprising++;
                foreach (var surprise in surprises) output.WriteLine($"{name} {resource.Name}: {surprise}");
            }
        }
        output.WriteLine($"{walked} resources walked, {unsurprising} without a surprise");
        ((double)unsurprising / walked).Should().BeGreaterThanOrEqualTo(UnsurprisingAtLeast);
    }
}
