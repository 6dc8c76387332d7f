namespace IntegrationCopilot.Architecture.Tests.Planted;

/// <summary>A name that System.Diagnostics has.</summary>
public sealed class Trace;

/// <summary>A name that JsonSchema.Net has.</summary>
public sealed class JsonSchema;
