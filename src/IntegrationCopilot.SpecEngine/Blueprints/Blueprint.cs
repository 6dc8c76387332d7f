using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// What a partner must build to use an API: how to get in, every endpoint with its fields, errors and what to do about them, the rules of the house, webhooks,
/// and a checklist. Plain data.
/// </summary>
/// <remarks>
/// <para>Not the document: texts are made plain and cut (<see cref="BlueprintLimits"/>), schemas become flat lists of fields, and recursion ends after a few
/// levels. The document stays the source.</para>
/// <para>The same API, annotations and examples give the same blueprint, byte for byte.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record Blueprint
{
    /// <summary>Title of the API; empty when the document has none.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the API; empty when the document has none.</summary>
    public required string Version { get; init; }

    /// <summary>What the API is, as plain text in paragraphs and list lines.</summary>
    public string? Description { get; init; }

    /// <summary>Where the API is served.</summary>
    public IReadOnlyList<BlueprintServer> Servers { get; init => field = value ?? []; } = [];

    /// <summary>Ways to get in, those most operations ask for first; empty when the document describes none.</summary>
    public IReadOnlyList<BlueprintAuthentication> Authentication { get; init => field = value ?? []; } = [];

    /// <summary>Rules that hold across endpoints: repeating safely, pages, limits, errors and so on; only those the document shows.</summary>
    public IReadOnlyList<BlueprintPractice> Practices { get; init => field = value ?? []; } = [];

    /// <summary>The order of calls, resource by resource, parents before what lies beneath them; at most sixty.</summary>
    public IReadOnlyList<BlueprintFlow> Flows { get; init => field = value ?? []; } = [];

    /// <summary>Endpoints by API group, in document order.</summary>
    public IReadOnlyList<BlueprintGroup> Groups { get; init => field = value ?? []; } = [];

    /// <summary>Messages the partner receives, webhooks first, then callbacks; each once.</summary>
    public IReadOnlyList<BlueprintEndpoint> Webhooks { get; init => field = value ?? []; } = [];

    /// <summary>What to build, in the order to build it.</summary>
    public IReadOnlyList<BlueprintTask> Checklist { get; init => field = value ?? []; } = [];

    /// <summary>Annotations about the whole API, and those whose place the document does not have any more.</summary>
    public IReadOnlyList<BlueprintNote> Notes { get; init => field = value ?? []; } = [];

    /// <summary>Makes the blueprint of an API.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="annotations">What its people know beyond the document; shown where they belong.</param>
    /// <param name="examples">Makes examples of JSON bodies, for example from samples of the schemas; null (the default) shows only those that the document
    /// gives, as it gives them.</param>
    public static Blueprint FromSpec(ApiSpec spec, IEnumerable<BlueprintAnnotation>? annotations = null, IExampleProvider? examples = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new BlueprintBuilder(spec, [.. annotations ?? []], examples).Build();
    }

    /// <summary>
    /// The blueprint as CommonMark with GFM tables, for people. Texts of the document are escaped: they can neither break a table nor bring HTML.
    /// </summary>
    public string ToMarkdown() => BlueprintMarkdown.Write(this);

    /// <summary>
    /// The blueprint as indented JSON: the members of these records in camel case and in their order, enumerations by their wire names, nothing for null.
    /// </summary>
    public string ToJson() => BlueprintJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is no blueprint.</exception>
    public static Blueprint FromJson(string json) => BlueprintJson.Read(json);

    /// <summary>Reads what <see cref="ToJson"/> wrote, and tells what is wrong with other text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="blueprint">The blueprint.</param>
    /// <param name="problem">What is wrong with the text, and where.</param>
    public static bool TryFromJson(string json, [NotNullWhen(true)] out Blueprint? blueprint, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (blueprint, problem) = (FromJson(json), null);
            return true;
        }
        catch (JsonException e)
        {
            (blueprint, problem) = (null, e.Message);
            return false;
        }
    }
}

/// <summary>A base URL.</summary>
/// <param name="Url">With variables replaced by their defaults; may be relative to where the document was found.</param>
/// <param name="Description">What it is for.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintServer(string Url, string? Description);

/// <summary>Endpoints of one API group.</summary>
/// <param name="Name">Name of the <see cref="ApiGroup"/>.</param>
/// <param name="Endpoints">In document order.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintGroup(string Name, IReadOnlyList<BlueprintEndpoint> Endpoints);

/// <summary>How much of a document a blueprint takes.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class BlueprintLimits
{
    /// <summary>Characters of a description.</summary>
    public const int MaxDescription = 1_200;

    /// <summary>Characters of a text in a table.</summary>
    public const int MaxCell = 240;

    /// <summary>Levels of nested fields.</summary>
    public const int MaxFieldDepth = 5;

    /// <summary>Fields of one body.</summary>
    public const int MaxFields = 120;

    /// <summary>Characters of an example.</summary>
    public const int MaxExample = 3_000;
}
