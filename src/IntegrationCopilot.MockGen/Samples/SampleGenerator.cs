using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes sample values for the schemas of one API: realistic, repeatable, and never one that its schema refuses without saying so.</summary>
/// <remarks>
/// <para>What the document gives comes first: examples, <c>const</c>, <c>enum</c>, <c>default</c>; each only where its schema accepts it. What is left is made
/// up from the schema and named in <see cref="SampleResult.Invented"/>.</para>
/// <para>The same document, options and call give the same bytes, whatever was asked before.</para>
/// <para>In requests <c>readOnly</c> members are left out, in responses <c>writeOnly</c> ones. What forms, parameters, fields and XML cannot carry is not made
/// for them: empty lists and objects, null, line breaks in fields.</para>
/// <para>Dates are in order: what begins does so before it ends, what was created was so before it was changed; what expires or is due lies ahead of
/// <see cref="SampleOptions.Today"/>.</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class SampleGenerator
{
    private readonly SampleMaker[] makers;
    private readonly ApiSpec spec;
    private readonly FreshValues? fresh;
    private readonly WireCheck check;
    private readonly KeptSamples kept;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="schemas">The compiled schemas of <paramref name="spec"/>, to share them; those of the document when null.</param>
    /// <param name="options">What made-up values depend on; the defaults when null.</param>
    public SampleGenerator(ApiSpec spec, SchemaSet? schemas = null, SampleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        schemas ??= new SchemaSet(spec);
        this.spec = spec;
        Options = options ?? new SampleOptions();
        makers = [.. Enum.GetValues<MessageDirection>().Select(direction => new SampleMaker(schemas, direction))];
        check = new WireCheck(spec, schemas);
        kept = new KeptSamples();
        fresh = FreshFor(Options);
    }

    private SampleGenerator(SampleGenerator shared, SampleOptions options)
    {
        (spec, makers, check, kept, Options) = (shared.spec, shared.makers, shared.check, shared.kept, options);
        fresh = FreshFor(options);
    }

    /// <summary>What made-up values depend on.</summary>
    public SampleOptions Options { get; }

    /// <summary>A generator whose identifying values are those of another use; everything else, and what is known of the schemas, is shared.</summary>
    /// <param name="use">See <see cref="SampleOptions.Use"/>.</param>
    public SampleGenerator ForUse(string use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return new SampleGenerator(this, Options with { Use = use });
    }

    /// <summary>Makes a value of a schema, for JSON.</summary>
    /// <param name="schema">A schema of the API's documents; undefined for a value nothing is said about, which becomes <c>{}</c>.</param>
    /// <param name="direction">Which way the message travels that holds it.</param>
    /// <param name="name">Name of the member or parameter it is for, which makes the value realistic; empty when it has none.</param>
    /// <param name="variation">0 for the preferred value; other numbers for other values, as far as the schema allows more than one.</param>
    public SampleResult Make(RawNode schema, MessageDirection direction = MessageDirection.None, string name = "", int variation = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        return Fresh(Make(schema, direction, name, variation, [], SampleWire.Json), schema, direction, name, SampleWire.Json);
    }

    /// <summary>Makes a body: an example of the media type when one conforms, else a value of its schema that keeps what it can of the examples.</summary>
    /// <param name="media">The representation. The value is JSON whatever its media type is; <see cref="BodySerializer"/> writes it.</param>
    /// <param name="direction">Which way the message travels.</param>
    /// <param name="example">Name of the example wanted; null for the first that conforms.</param>
    /// <param name="variation">0 for the preferred value; other numbers for other values, made from the schema.</param>
    /// <returns>The sample; when <paramref name="example"/> is given but missing or refused by the schema, one without a value and with the reason.</returns>
    public SampleResult ForBody(ApiMediaType media, MessageDirection direction, string? example = null, int variation = 0)
    {
        ArgumentNullException.ThrowIfNull(media);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        if (example is not null) return Named(media, direction, example);
        var wire = SampleWire.Of(check, media, direction);
        var made = variation == 0 ? kept.Of(media, direction, () => Body(media, direction, 0, wire)) : Body(media, direction, variation, wire);
        return Fresh(made, media.Schema, direction, "", wire);
    }

    /// <summary>Makes a value of a parameter, not yet spelled for the wire; see <see cref="ParameterSerializer"/>.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="variation">0 for the preferred value; other numbers for other values.</param>
    public SampleResult ForParameter(ApiParameter parameter, int variation = 0)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        var field = new SampleField(parameter.Name, parameter.Content?.Schema ?? parameter.Schema,
            [.. parameter.Examples, .. parameter.Content?.Examples ?? []], parameter.Place == ParameterPlace.Header);
        var wire = SampleWire.Of(check, parameter);
        var made = variation == 0 ? kept.Of(parameter, MessageDirection.Request, () => Field(field, MessageDirection.Request, wire, 0))
            : Field(field, MessageDirection.Request, wire, variation);
        return Fresh(made, field.Schema, MessageDirection.Request, field.Name, wire);
    }

    /// <summary>
    /// Makes a value of a response header, not yet spelled for the wire; see <see cref="ParameterSerializer"/>. Fields with a standard grammar follow it where
    /// their schema allows.
    /// </summary>
    /// <param name="header">The header.</param>
    public SampleResult ForHeader(ApiHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var field = new SampleField(header.Name, header.Content?.Schema ?? header.Schema, [.. header.Examples, .. header.Content?.Examples ?? []],
            IsHeader: true);
        var wire = SampleWire.Of(check, header);
        var made = kept.Of(header, MessageDirection.Response, () => Field(field, MessageDirection.Response, wire, 0));
        return Fresh(made, field.Schema, MessageDirection.Response, field.Name, wire);
    }

    private SampleResult Body(ApiMediaType media, MessageDirection direction, int variation, SampleWire wire)
    {
        if (variation == 0 && FirstExample(media.Schema, media.Examples, direction, wire) is { } given) return given;
        return media.ItemSchema.IsDefined && SaysNothing(media.Schema)
            ? SampleSequences.Make(variation, i => Make(media.ItemSchema, direction, "", i, [], wire.OfItem()))
            : Make(media.Schema, direction, "", variation, media.Examples, wire);
    }

    private SampleResult Field(SampleField field, MessageDirection direction, SampleWire wire, int variation)
    {
        if (variation == 0 && FirstExample(field.Schema, field.Examples, direction, wire) is { } given) return given;
        var grammar = field.IsHeader ? ByGrammar(field, direction, wire, variation) : null;
        return grammar ?? Make(field.Schema, direction, field.Name, variation, field.Examples, wire);
    }

    /// <summary>A value of a field whose grammar is known, unless the schema gives values itself or accepts none of that grammar.</summary>
    private SampleResult? ByGrammar(SampleField field, MessageDirection direction, SampleWire wire, int variation)
    {
        if (HeaderFieldSamples.Make(field.Name, PlaceOf(field.Schema, field.Name, variation, Sample.None)) is not { } text) return null;
        var schema = spec.Resolve(field.Schema);
        if (GivingKeywords.Any(k => schema[k].IsDefined)) return null;
        JsonNode[] forms = long.TryParse(text, System.Globalization.NumberStyles.None, null, out var number)
            ? [JsonValue.Create(number), JsonValue.Create(text)]
            : [JsonValue.Create(text)];
        if (Array.Find(forms, f => makers[(int)direction].Judge.Accepts(field.Schema, f) && wire.Takes(f)) is not { } form) return null;
        return new SampleResult { Json = SampleText.Write(form).ToArray(), Origin = SampleOrigin.Generated, Invented = [""] };
    }

    private static readonly string[] GivingKeywords = ["example", "examples", "enum", "const", "default"];

    private SampleResult Named(ApiMediaType media, MessageDirection direction, string name)
    {
        var example = media.Examples.FirstOrDefault(e => e.Name == name);
        if (example is null)
            return Nothing($"There is no example '{name}' for {media.Name}; there are: {string.Join(", ", media.Examples.Select(e => $"'{e.Name}'"))}.");
        return FirstExample(media.Schema, [example], direction, SampleWire.Json)
            ?? Nothing($"The example '{name}' at {example.Value.Location} does not conform to its schema.");
    }

    private SampleResult? FirstExample(RawNode schema, IReadOnlyList<ApiExample> examples, MessageDirection direction, SampleWire wire)
    {
        foreach (var example in examples)
        {
            var json = example.Value.ToUtf8Json();
            if (!makers[(int)direction].Judge.Accepts(schema, json)) continue;
            if (wire.IsPlain || (wire.Widest.Carrier.Carries(SampleText.Read(json), inside: false) && wire.Arrives(json)))
                return new SampleResult { Json = json, Origin = SampleOrigin.Example, Example = example.Name };
        }
        return null;
    }

    private SampleResult Make(RawNode schema, MessageDirection direction, string name, int variation, IReadOnlyList<ApiExample> examples, SampleWire wire)
    {
        if (SaysNothing(schema) && name.Length == 0 && wire.Carrier is { DropsEmpty: false })
            return new SampleResult { Json = "{}"u8.ToArray(), Origin = SampleOrigin.Generated };
        return makers[(int)direction].Make(schema, PlaceOf(schema, name, variation, HintOf(examples)), wire);
    }

    private SamplePlace PlaceOf(RawNode schema, string name, int variation, Sample hint) =>
        new(name, 0, SampleRandom.For(Options.Seed, $"{schema.Pointer} {name} {variation}"), hint, variation, Options.Today, DateNames.Of(name));

    private SampleResult Fresh(SampleResult made, RawNode schema, MessageDirection direction, string name, SampleWire wire)
    {
        if (fresh is null || !made.Found || SampleText.Read(made.Json) is not { } value) return made;
        bool Accepts(JsonNode? changed) => makers[(int)direction].Judge.Accepts(schema, changed) && wire.Takes(changed);
        if (name.Length > 0 && value is JsonValue)
            return fresh.Refreshed(name, value, Accepts) is { } other
                ? made with { Json = SampleText.Write(other).ToArray(), Origin = SampleOrigin.Generated, Example = null, Invented = [""] } : made;
        var replaced = fresh.Refresh(value, Accepts);
        if (replaced.Count == 0) return made;
        return made with
        {
            Json = SampleText.Write(value).ToArray(),
            Origin = SampleOrigin.Generated,
            Example = null,
            Invented = [.. made.Invented.Union(replaced, StringComparer.Ordinal)],
        };
    }

    private bool SaysNothing(RawNode schema) => spec.Resolve(schema) is { IsDefined: false } or { Kind: RawKind.True } or { IsObject: true, Count: 0 };

    /// <summary>An example that is refused as a whole may be right in its parts.</summary>
    private static Sample HintOf(IReadOnlyList<ApiExample> examples) =>
        examples.Where(e => e.Value.IsObject || e.Value.IsArray).Select(e => RawValues.Take(e.Value)).FirstOrDefault(e => e.Made);

    private static FreshValues? FreshFor(SampleOptions options) => options.Use.Length == 0 ? null : new FreshValues(options.Use, options.Seed);

    private static SampleResult Nothing(string problem) => new() { Origin = SampleOrigin.Example, Problem = problem };

    /// <summary>A parameter or header, with what the document says of its values.</summary>
    private readonly record struct SampleField(string Name, RawNode Schema, IReadOnlyList<ApiExample> Examples, bool IsHeader);
}
