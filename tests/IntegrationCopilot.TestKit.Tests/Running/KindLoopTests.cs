using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Documents of kinds that are met in the wild, one of each: forms, calls, bulk, patches, soft deletion, cursors, in both orders.</summary>
public sealed class KindLoopTests
{
    private static string Folder => Path.Combine(SharedData.RepositoryRoot, "tests", "cases", "loops");

    /// <summary>The documents, by their names.</summary>
    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task RunAsync_AgainstTheOwnMock_Passes(string document) => await ClosedLoop.PassesInBothOrdersAsync(document,
        await File.ReadAllTextAsync(Path.Combine(Folder, document), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
