namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Tests that measure the memory of the process run by themselves, so that what others hold does not count.</summary>
[CollectionDefinition(nameof(Memory), DisableParallelization = true)]
public sealed class Memory;
