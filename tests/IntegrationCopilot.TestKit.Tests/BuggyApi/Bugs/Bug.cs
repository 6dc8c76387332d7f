namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Something that the freight API does wrong when it is switched on.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Source">The standard's section or the public report it was written from.</param>
/// <param name="Rule">What it breaks.</param>
internal sealed record Bug(string Id, string Description, string Source, string Rule)
{
    public override string ToString() => Id;
}
