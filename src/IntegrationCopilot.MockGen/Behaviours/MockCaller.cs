namespace IntegrationCopilot.MockGen;

/// <summary>What a host knows of who calls.</summary>
/// <param name="IsLocal">Whether the caller is on this machine, with nobody in between.</param>
/// <param name="PathBase">The path a mock is mapped under, without a slash at its end; empty when it is mapped under none.</param>
internal readonly record struct MockCaller(bool IsLocal, string PathBase)
{
    public static readonly MockCaller InProcess = new(IsLocal: true, "");

    public static readonly MockCaller Unknown = new(IsLocal: false, "");
}
