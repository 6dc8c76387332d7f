using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Older and newer descriptions of the same real APIs.</summary>
public sealed class VersionPairTests
{
    public static TheoryData<string, string> Pairs { get; } = new()
    {
        { "apicurio-registry__old_1.3.2.Final.yaml", "apicurio-registry__new_2.1.0-SNAPSHOT.yaml" },
        { "aws-cloudfront__old_2019-03-26.yaml", "aws-cloudfront__new_2020-05-31.yaml" },
        { "google-adexchangebuyer__old_v1.3.yaml", "google-adexchangebuyer__new_v1.4.yaml" },
        { "google-androidpublisher__old_v2.yaml", "google-androidpublisher__new_v3.yaml" },
        { "google-content__old_v2.yaml", "google-content__new_v2.1.yaml" },
        { "netbox__old_2.4.yaml", "netbox__new_2.8.yaml" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Compare_RealVersions_CoversWhatARawComparisonFindsOnce(string older, string newer)
    {
        var (old, @new) = (await ReadAsync(older), await ReadAsync(newer));
        var changes = ApiComparison.Compare(old, @new, TestContext.Current.CancellationToken);
        changes.Should().HaveCountGreaterThan(50);
        string.Join('\n', Coverage.Faults(old, @new, changes).Take(20)).Should().BeEmpty();
        ApiComparison.Compare(@new, old, TestContext.Current.CancellationToken).Count.Should().BeGreaterThan(50);
    }

    internal static async Task<ApiSpec> ReadAsync(string file) =>
        (await ApiSpecReader.ReadFileAsync(SharedData.Require("versions", file), cancellationToken: TestContext.Current.CancellationToken)).Spec!;
}
