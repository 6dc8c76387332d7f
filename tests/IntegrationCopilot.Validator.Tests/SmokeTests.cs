namespace IntegrationCopilot.Tests;
public sealed class SmokeTests { [Fact] public void Root_Exists() => Directory.Exists(IntegrationCopilot.Testing.SharedData.RepositoryRoot).Should().BeTrue(); }
