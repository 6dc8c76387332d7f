using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What somebody who read a real document found in it; the shape is told in tests/cases/resources/README.md.</summary>
internal sealed record ResourceLabel(string Document, OperationLabel[] Operations, ThingLabel[] Resources, DependencyLabel[] Dependencies,
    bool DependenciesComplete = false)
{
    public static string Folder => Path.Combine(SharedData.RepositoryRoot, "tests", "cases", "resources");

    public static IReadOnlyList<ResourceLabel> All(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<ResourceLabel>(File.ReadAllText(file), JsonSerializerOptions.Web)!)];
}

/// <summary>An operation and its effect.</summary>
internal sealed record OperationLabel(string Path, string Method, string Effect)
{
    public string?[] AlsoAccepted { get; init; } = [];
}

/// <summary>A resource.</summary>
internal sealed record ThingLabel(string Name, string Kind, string? Collection, string? Item, KeyLabel? Identifier, string? Create, string? List, string? Read,
    string? Update, string? Replace, string? Delete, string[]? Actions)
{
    public bool Optional { get; init; }

    public string?[] Roles => [Create, List, Read, Update, Replace, Delete];
}

/// <summary>An identifier.</summary>
internal sealed record KeyLabel(string Parameter, string? Field)
{
    public string?[] AlsoAccepted { get; init; } = [];
}

/// <summary>A dependency.</summary>
internal sealed record DependencyLabel(string Producer, string Field, string Consumer, string Parameter);
