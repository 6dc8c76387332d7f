namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Every bug that can be switched on, one at a time.</summary>
internal static class AllBugs
{
    public static readonly IReadOnlyList<Bug> List =
        [.. AnswerBugs.All, .. CredentialBugs.All, .. InputBugs.All, .. HttpBugs.All, .. ListBugs.All, .. StateBugs.All];

    public static Bug Named(string id) => List.Single(bug => bug.Id == id);
}
