using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes sample values for the schemas of one API: realistic, repeatable, and never one that its schema refuses.</summary>
/// <remarks>
/// <para>What the document gives comes first: examples, <c>const</c>, <c>enum</c>, <c>default</c>; each only where its schema accepts it. What is left is made up from the schema and named in <see cref="SampleResult.Invented"/>.</para>
/// <para>The same document, seed and call give the same bytes, whatever was asked before.</para>
/// <para>In requests <c>readOnly</c> members are left out, in responses <c>writeOnly</c> ones.</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class SampleGenerator
{
    private readonly SampleMaker[] makers;
    private readonly SchemaReferences references;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="schemas">The compiled schemas of <paramref name="spec"/>, to share them; compiled here when null.</param>
    /// <param name="seed">Where made-up values come from. Default 0.</param>
    public SampleGenerator(ApiSpec spec, SchemaSet? schemas = null, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(spec);
        schemas ??= new SchemaSet(spec);
        Seed = seed;
        references = new SchemaReferences(spec);
        var heights = new SchemaHeights(references);
        makers = [.. Enum.GetValues<MessageDirection>().Select(direction => new SampleMaker(references, heights, schemas, direction))];
    }

    /// <summary>Where made-up values come from.</summary>
    public int Seed { get; }

    /// <summary>Makes a value of a schema.</summary>
    /// <param name="schema">A schema of the API's documents; undefined for a value nothing is said about, which becomes <c>{}</c>.</param>
    /// <param name="direction">Which way the message travels that holds it.</param>
    /// <param name="name">Name of the member or parameter it is for, which makes the value realistic; empty when it has none.</param>
    /// <param name="variation">0 for the preferred value; other numbers for other values, as far as the schema allows more than one.</param>
    public SampleResult Make(RawNode schema, MessageDirection direction = MessageDirection.None, string name = "", int variation = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        return Make(schema, direction, name, variation, []);
    }

    /// <summary>Makes a body: an example of the media type when one conforms, else a value of its schema that keeps what it can of the examples.</summary>
    /// <param name="media">The representation. The value is JSON whatever its media type is; <see cref="BodySerializer"/> writes it.</param>
    /// <param name="direction">Which way the message travels.</param>
    /// <param name="example">Name of the example wanted; null for the first that conforms.</param>
    /// <returns>The sample; when <paramref name="example"/> is given but missing or refused by the schema, one without a value and with the reason.</returns>
    public SampleResult ForBody(ApiMediaType media, MessageDirection direction, string? example = null)
    {
        ArgumentNullException.ThrowIfNull(media);
        if (example is not null) return Named(media, direction, example);
        return FirstExample(media.Schema, media.Examples, direction) ?? Make(media.Schema, direction, "", 0, media.Examples);
    }

    /// <summary>Makes a value of a parameter, not yet spelled for the wire; see <see cref="ParameterSerializer"/>.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="variation">0 for the preferred value; other numbers for other values.</param>
    public SampleResult ForParameter(ApiParameter parameter, int variation = 0)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        return ForField(parameter.Content, parameter.Schema, parameter.Examples, MessageDirection.Request, parameter.Name, variation);
    }

    /// <summary>Makes a value of a response header, not yet spelled for the wire; see <see cref="ParameterSerializer"/>.</summary>
    /// <param name="header">The header.</param>
    public SampleResult ForHeader(ApiHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return ForField(header.Content, header.Schema, header.Examples, MessageDirection.Response, header.Name, 0);
    }

    private SampleResult ForField(ApiMediaType? content, RawNode ownSchema, IReadOnlyList<ApiExample> own, MessageDirection direction, string name, int variation)
    {
        var schema = content?.Schema ?? ownSchema;
        IReadOnlyList<ApiExample> examples = [.. own, .. content?.Examples ?? []];
        if (variation == 0 && FirstExample(schema, examples, direction) is { } given) return given;
        return Make(schema, direction, name, variation, examples);
    }

    private SampleResult Named(ApiMediaType media, MessageDirection direction, string name)
    {
        var example = media.Examples.FirstOrDefault(e => e.Name == name);
        if (example is null)
            return Nothing($"There is no example '{name}' for {media.Name}; there are: {string.Join(", ", media.Examples.Select(e => $"'{e.Name}'"))}.");
        return FirstExample(media.Schema, [example], direction) ?? Nothing($"The example '{name}' at {example.Value.Location} does not conform to its schema.");
    }

    private SampleResult? FirstExample(RawNode schema, IReadOnlyList<ApiExample> examples, MessageDirection direction)
    {
        foreach (var example in examples)
        {
            var json = example.Value.ToUtf8Json();
            if (makers[(int)direction].Accepts(schema, json)) return new SampleResult { Json = json, Origin = SampleOrigin.Example, Example = example.Name };
        }
        return null;
    }

    private SampleResult Make(RawNode schema, MessageDirection direction, string name, int variation, IReadOnlyList<ApiExample> examples)
    {
        if (SaysNothing(schema) && name.Length == 0) return new SampleResult { Json = "{}"u8.ToArray(), Origin = SampleOrigin.Generated };
        var random = SampleRandom.For(Seed, $"{schema.Pointer} {name} {variation}");
        return makers[(int)direction].Make(schema, new SamplePlace(name, 0, random, HintOf(examples), variation));
    }

    private bool SaysNothing(RawNode schema) => references.Resolve(schema) is { IsDefined: false } or { Kind: RawKind.True } or { IsObject: true, Count: 0 };

    /// <summary>An example that is refused as a whole may be right in its parts.</summary>
    private static Sample HintOf(IReadOnlyList<ApiExample> examples) =>
        examples.Where(e => e.Value.IsObject || e.Value.IsArray).Select(e => RawValues.Take(e.Value)).FirstOrDefault(e => e.Made);

    private static SampleResult Nothing(string problem) => new() { Origin = SampleOrigin.Example, Problem = problem };
}
