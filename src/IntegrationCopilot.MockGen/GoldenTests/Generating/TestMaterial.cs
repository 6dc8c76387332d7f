using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What the tests of one document are made of, shared by all templates.</summary>
internal sealed class TestMaterial
{
    private readonly Dictionary<ApiOperation, RequestMaking> requests = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RequestPlan, IReadOnlyList<DescribedPlace>> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RawNode, bool> errorShapes = [];
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);
    private readonly RequestMaker maker;
    private readonly Lazy<MessageValidator> messages;
    private readonly ILookup<string, ApiOperation> paths;
    private readonly ILookup<int, ApiOperation> depths;

    public TestMaterial(ApiSpec spec, GoldenTestOptions options)
    {
        Spec = spec;
        Schemas = new SchemaSet(spec);
        Samples = new SampleGenerator(spec, Schemas, new SampleOptions { Seed = options.Seed, Today = options.Today });
        Authentication = options.Authentication;
        Structure = new SchemaStructure(spec);
        Suppliers = new ValueSuppliers(spec);
        Lookups = new ThingLookups(spec.Resources);
        PathParameters = new PathParameters(spec, Structure);
        Wire = new WireCheck(spec, Schemas);
        messages = new Lazy<MessageValidator>(() => new MessageValidator(spec, schemas: Schemas));
        Twins = new PathTwins(this);
        Meaning = new RequestMeaning(this);
        paths = spec.Operations.ToLookup(operation => operation.Path, StringComparer.Ordinal);
        depths = spec.Operations.ToLookup(operation => PathPlaces.Depth(operation.Path));
        Deliveries = new DeliveryPlanner(this);
        maker = new RequestMaker(this);
    }

    public ApiSpec Spec { get; }

    public SchemaSet Schemas { get; }

    /// <summary>The kinds of authentication that are known.</summary>
    public AuthenticationKinds Authentication { get; }

    public SampleGenerator Samples { get; }

    public SchemaStructure Structure { get; }

    public ValueSuppliers Suppliers { get; }

    /// <summary>Tells which operations look for what their requests name.</summary>
    public ThingLookups Lookups { get; }

    /// <summary>Tells what parameters of paths look like.</summary>
    public PathParameters PathParameters { get; }

    /// <summary>Tells what arrives of values that do not travel as JSON.</summary>
    public WireCheck Wire { get; }

    /// <summary>Checks messages against the document.</summary>
    public MessageValidator Messages => messages.Value;

    /// <summary>Tells what a request is taken for.</summary>
    public RequestMeaning Meaning { get; }

    /// <summary>Tells which operations share their requests with others.</summary>
    public PathTwins Twins { get; }

    public VariableNames Names { get; } = new();

    /// <summary>The operations that share an operation's path.</summary>
    public IReadOnlyList<ApiOperation> OfPath(ApiOperation operation) => [.. paths[operation.Path]];

    /// <summary>The operations whose addresses may be one of an operation's.</summary>
    public IEnumerable<ApiOperation> OfPlace(ApiOperation operation) =>
        depths[PathPlaces.Depth(operation.Path)].Where(other => PathPlaces.MayBeOne(other.Path, operation.Path));

    public DeliveryPlanner Deliveries { get; }

    /// <summary>What <c>readOnly</c> and <c>writeOnly</c> ask of an API: the schemas of OpenAPI 3.1 must be kept to, those of 3.0 should.</summary>
    public GroundStrength MarkStrength => IsOlder ? GroundStrength.Advisory : GroundStrength.Firm;

    /// <summary>Where that is said.</summary>
    public string MarkGround => IsOlder ? "OpenAPI 3.0.4, section 4.7.24.2" : "JSON Schema validation 2020-12, section 9.4";

    private bool IsOlder => Spec.OpenApiVersion.StartsWith("2.", StringComparison.Ordinal) || Spec.OpenApiVersion.StartsWith("3.0", StringComparison.Ordinal);

    /// <summary>Whether a parameter is a test's to set: not credentials, nor what the sender of a request says itself.</summary>
    public bool IsSendable(ApiOperation operation, ApiParameter parameter) => maker.IsSendable(operation, parameter);

    /// <summary>A request that the document allows for an operation, or why there is none.</summary>
    public RequestMaking RequestFor(ApiOperation operation)
    {
        if (!requests.TryGetValue(operation, out var making)) requests[operation] = making = maker.Make(operation);
        return making;
    }

    /// <summary>The same where the document describes no success, of which nothing can be told but that the server does not fail.</summary>
    public RequestMaking RequestWithoutSuccess(ApiOperation operation) => maker.MakeAny(operation);

    /// <summary>The places of a request's body that the document describes.</summary>
    public IReadOnlyList<DescribedPlace> PlacesOf(RequestPlan plan)
    {
        if (!places.TryGetValue(plan, out var known)) places[plan] = known = DescribedPlaces.Of(Structure, plan.Media!.Schema, plan.Sample);
        return known;
    }

    /// <summary>Whether a schema accepts a value in a request; where nothing is described, it does.</summary>
    public bool Accepts(RawNode schema, JsonElement value) => !schema.IsDefined || Accepts(schema, JsonMarshal.GetRawUtf8Value(value));

    /// <summary>Whether a schema accepts a value, in UTF-8, in a request; where nothing is described, it does.</summary>
    public bool Accepts(RawNode schema, ReadOnlySpan<byte> json) => !schema.IsDefined || Schemas.For(schema, MessageDirection.Request).IsValid(json);

    /// <summary>Whether a parameter takes a value, spelled as it is or as text.</summary>
    public bool Takes(ApiParameter parameter, JsonNode value) =>
        Accepts(parameter.Schema, AsJson.Element(value))
        || (value.GetValueKind() == JsonValueKind.Number && Accepts(parameter.Schema, AsJson.Element(value.ToJsonString())));

    /// <summary>The representation of an operation's success that is JSON; null when there is none.</summary>
    public static ApiMediaType? JsonAnswer(ApiOperation operation) =>
        StatusChoice.Success(operation) is var success && MockReply.IsBodiless(success)
            ? null : JsonContent.Of(operation.FindResponse(success)?.Content);

    /// <summary>Whether something conforms to each JSON that the document describes for an operation's errors.</summary>
    public bool HasShapedErrors(ApiOperation operation) =>
        operation.Responses.Where(response => response.Status is ['4' or '5', ..] or "default").SelectMany(response => response.Content)
            .Where(media => media.IsJson && media.Schema.IsDefined).All(IsPossible);

    private bool IsPossible(ApiMediaType media)
    {
        var schema = Spec.Resolve(media.Schema);
        if (!errorShapes.TryGetValue(schema, out var possible))
            errorShapes[schema] = possible = Samples.ForBody(media, MessageDirection.Response).Found;
        return possible;
    }

    /// <summary>A name in kebab case that no other group has.</summary>
    public string Slug(string name)
    {
        var words = string.Join('-', NameWords.Of(name));
        var slug = words.Length == 0 ? "group" : words;
        for (var number = 2; !slugs.Add(slug); number++) slug = $"{words}-{number}";
        return slug;
    }
}
