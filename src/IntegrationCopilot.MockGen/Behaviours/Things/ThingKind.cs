using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A resource as a mock keeps it: what its things look like, where their identifiers are, what is there from the start.</summary>
internal sealed class ThingKind
{
    private readonly Lazy<JsonObject> sample;
    private readonly Lazy<ThingSeeds> seeds;
    private readonly Lazy<IdentifierMaker> identifiers;
    private readonly Lazy<IReadOnlyList<(string, IdentifierMaker)>> otherIdentifiers;
    private readonly Lazy<ThingFitting> fitting;
    private readonly Lazy<bool> hasSelfLinks;
    private readonly Lazy<IReadOnlyList<ThingKind>> twins;

    public ThingKind(StateModel model, ApiResource resource, ThingKind? parent)
    {
        Model = model;
        Resource = resource;
        Parent = parent;
        Scope = new ThingScope(resource);
        Shape = ThingShape.Of(model.Spec, resource.Schema);
        IdentifierWays = [.. (resource.Identifier?.Parts ?? []).Select(WayOf)];
        ChosenWays = [.. (resource.Identifier?.Parts ?? []).Zip(IdentifierWays, (part, way) => IsChosen(part) ? FieldNames.Way(part.Request) : way)];
        sample = new Lazy<JsonObject>(MakeSample);
        seeds = new Lazy<ThingSeeds>(() => new ThingSeeds(this));
        identifiers = new Lazy<IdentifierMaker>(
            () => MakeIdentifiers(IdentifierWays.Count == 0 ? [] : IdentifierWays[^1], [.. Takers().DistinctBy(model.Spec.Resolve)]));
        otherIdentifiers = new Lazy<IReadOnlyList<(string, IdentifierMaker)>>(() => [.. Shape.Fields.Select(field => field.Name).Where(IsOtherIdentifier)
            .Select(name => (name, MakeIdentifiers([name], [])))]);
        fitting = new Lazy<ThingFitting>(() => new ThingFitting(Shape, Sample, model.Schemas, model.Samples, Accepts));
        hasSelfLinks = new Lazy<bool>(() => SelfLinks.In(this));
        twins = new Lazy<IReadOnlyList<ThingKind>>(() => [.. FindTwins()]);
    }

    public StateModel Model { get; }

    public ApiResource Resource { get; }

    /// <summary>What its things lie beneath; null when nothing is kept of it.</summary>
    public ThingKind? Parent { get; }

    public ThingScope Scope { get; }

    /// <summary>The fields of a thing as it is read.</summary>
    public ThingShape Shape { get; }

    /// <summary>Where in a thing each part of its identifier stands; empty where it stands nowhere.</summary>
    public IReadOnlyList<string[]> IdentifierWays { get; }

    /// <summary>Where each part of the identifier stands in what clients send to make a thing, if they choose it.</summary>
    public IReadOnlyList<string[]> ChosenWays { get; }

    /// <summary>A thing as the document shows or describes it. Not to be changed.</summary>
    public JsonObject Sample => sample.Value;

    public ThingSeeds Seeds => seeds.Value;

    /// <summary>Whether its things hold their own addresses.</summary>
    public bool HasSelfLinks => hasSelfLinks.Value;

    public IdentifierMaker Identifiers => identifiers.Value;

    /// <summary>The same things under an address of their own, where nothing makes them.</summary>
    public IReadOnlyList<ThingKind> Twins => twins.Value;

    /// <summary>Whether a thing can be shown that conforms, without which nothing is kept.</summary>
    public bool IsUsable => Resource.Kind == ResourceKind.Membership || (Sample.Count > 0 && Accepts(JsonTrees.Write(Sample)));

    /// <summary>Fields that tell its things apart beside the one that names them.</summary>
    public IReadOnlyList<(string Field, IdentifierMaker Maker)> OtherIdentifiers => otherIdentifiers.Value;

    private bool IsOtherIdentifier(string field) =>
        FieldNames.Fold(field) is "id" or "uuid" or "guid" && !IdentifierWays.Any(way => way is [var own] && own == field);

    /// <summary>
    /// Whether a thing is there from the start and nobody can make it anew: whoever follows the document acts on it, whatever others did before.
    /// </summary>
    public bool IsForAll(IReadOnlyList<string> own) => Resource.Create is null && Seeds.AreNamed(own);

    /// <summary>Makes things conform as they are read.</summary>
    public ThingFitting Fitting => fitting.Value;

    /// <summary>Whether a text is a thing as it is read.</summary>
    public bool Accepts(byte[] json) => !Resource.Schema.IsDefined || Model.Schemas.For(Resource.Schema, MessageDirection.Response).IsValid(json);

    /// <summary>The text of each part of a thing's identifier; null when one is missing.</summary>
    public IReadOnlyList<string>? OwnOf(JsonObject thing)
    {
        var own = new List<string>(IdentifierWays.Count);
        foreach (var way in IdentifierWays)
        {
            if (way.Length == 0 || thing.Find(way).ScalarText() is not { Length: > 0 } text) return null;
            own.Add(text);
        }
        return own.Count == 0 ? null : own;
    }

    /// <summary>
    /// Gives a thing an identifier, spelled as its field wants it. A field that cannot hold it keeps what it has: what stands in the path is then another name
    /// of the thing.
    /// </summary>
    public void Identify(JsonObject thing, IReadOnlyList<string> own)
    {
        for (var i = 0; i < own.Count && i < IdentifierWays.Count; i++)
        {
            var way = IdentifierWays[i];
            if (way.Length == 0 || thing.Find(way).ScalarText() == own[i]) continue;
            var literal = Literal(thing, way, own[i]);
            if (thing.Find(way) is null || MayHold(thing, way, literal)) thing.Set(way, literal);
        }
    }

    /// <summary>Whether a field of a thing may be that.</summary>
    public bool MayHold(JsonObject thing, string[] way, JsonValue? literal)
    {
        if (way.Length == 1)
            return Shape.Find(way[0]) is not { Schema: { IsDefined: true } schema }
                || Model.Schemas.For(schema, MessageDirection.Response).IsValid(JsonTrees.Write(literal));
        var changed = (JsonObject)thing.DeepClone();
        changed.Set(way, literal?.DeepClone());
        return Accepts(JsonTrees.Write(changed));
    }

    /// <summary>An identifier's text as the value of its field: a number where the sample shows one, or the field takes no text.</summary>
    private JsonValue Literal(JsonObject thing, string[] way, string text)
    {
        var asText = JsonValue.Create(text);
        if (!long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return asText;
        var isNumber = Sample.Find(way) is JsonValue shown ? shown.GetValueKind() == System.Text.Json.JsonValueKind.Number : !MayHold(thing, way, asText);
        return isNumber ? JsonValue.Create(number) : asText;
    }

    /// <summary>Whether every path of a thing takes an identifier.</summary>
    private static bool FitsPaths(byte[] json, IReadOnlyList<CompiledSchema> paths)
    {
        var isNumber = json.Length > 0 && json[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9');
        if (isNumber && paths.All(path => path.IsValid(json))) return true;
        var text = JsonTrees.Parse(json).ScalarText();
        return text is not null
            && paths.All(path => path.IsValid(JsonTrees.Write(JsonValue.Create(text))) || path.IsValid(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether a name is allowed as a number where it is a text of digits, or as a text where it is a number.</summary>
    private static bool Respelled(byte[] json, CompiledSchema schema) =>
        IdentifierSpelling.Other(JsonTrees.Parse(json)) is { } other && schema.IsValid(JsonTrees.Write(other));

    private IEnumerable<ThingKind> FindTwins()
    {
        if (!Resource.Schema.IsDefined || Resource.Identifier is not { Parts.Count: 1 }) return [];
        var schema = Model.Spec.Resolve(Resource.Schema);
        return Model.Resources.Resources
            .Where(other => !ReferenceEquals(other, Resource) && other is { Kind: ResourceKind.Collection, Create: null, Identifier.Parts.Count: 1 }
                && other.ParentParameters.Count == 0 && other.Schema.IsDefined && Model.Spec.Resolve(other.Schema) == schema)
            .Select(Model.Of).OfType<ThingKind>().Where(kind => kind.IsUsable && kind.Scope.ItemParameters == 1);
    }

    /// <summary>The schemas of the parameters that take an identifier.</summary>
    private IEnumerable<RawNode> Takers() =>
        ((ApiOperation?[])[Resource.Read, Resource.Update, Resource.Replace, Resource.Delete, .. Resource.Actions]).OfType<ApiOperation>()
        .Select(operation =>
            operation.Parameters.FirstOrDefault(p => p.Place is ParameterPlace.Path or ParameterPlace.Query && p.Name == Resource.Identifier?.Parameter))
            .OfType<ApiParameter>().Select(p => p.Schema).Where(s => s.IsDefined);

    /// <summary>Whether nothing but what the client sent can be the identifier: no answer to making the thing holds one.</summary>
    private bool IsChosen(IdentifierPart part) =>
        part is { Create: null, Request: not null } && Resource.Identifier is not { Source: IdentifierSource.Location };

    /// <summary>Where an identifier stands within the thing, taken from the answer that shows it best.</summary>
    private string[] WayOf(IdentifierPart part)
    {
        if (part.Read is { } read && Resource.Read is { } reader) return Within(read, Resource.AnswerOf(reader));
        if (!string.IsNullOrEmpty(part.ListItem)) return FieldNames.Way(part.ListItem);
        return part.Create is { } created && Resource.Create is { } creator
            ? Within(created, Resource.AnswerOf(creator))
            : FieldNames.Way(part.Read ?? part.Request);
    }

    /// <summary>The way within a thing of what stands at a pointer in an answer with the thing.</summary>
    public static string[] Within(string pointer, ResourceAnswer? answer)
    {
        if (answer is null) return FieldNames.Way(pointer);
        var way = $"{answer.Envelope}{(answer.Form == AnswerForm.Array ? "/*" : "")}{answer.Item}";
        return FieldNames.Way(pointer.StartsWith($"{way}/", StringComparison.Ordinal) ? pointer[way.Length..] : pointer);
    }

    /// <summary>What the document gives comes first, and of that what is read.</summary>
    private JsonObject MakeSample()
    {
        var answers = Resource.Answers.Where(answer => answer.Schema.IsDefined && Model.Spec.Resolve(answer.Schema) == Model.Spec.Resolve(Resource.Schema))
            .OrderBy(answer => ReferenceEquals(answer.Operation, Resource.Read) ? 0 : 1).ToList();
        if (answers.SelectMany(Model.Examples).FirstOrDefault(thing => Accepts(JsonTrees.Write(thing))) is { } given)
            return WithOwnFields(WithIdentifier(given, answers), answers);
        if (answers.Count > 0 && Model.Shown(answers[0]).FirstOrDefault() is { } shown) return shown;
        var made = Resource.Schema.IsDefined ? Model.Samples.Make(Resource.Schema, MessageDirection.Response) : null;
        return made is { Found: true } && JsonTrees.Parse(made.Json) is JsonObject thing ? thing : [];
    }

    /// <summary>An example may leave out the identifier that creating answers with.</summary>
    private JsonObject WithIdentifier(JsonObject given, List<ResourceAnswer> answers)
    {
        if (given.ContainsKey("id") || Shape.Find("id") is null) return given;
        if (answers.Select(answer => Model.Shown(answer).FirstOrDefault(thing => thing.ContainsKey("id")))
            .FirstOrDefault(thing => thing is not null) is not { } shown)
            return given;
        var whole = (JsonObject)given.DeepClone();
        whole["id"] = shown["id"]?.DeepClone();
        return Accepts(JsonTrees.Write(whole)) ? whole : given;
    }

    /// <summary>An example may leave out what only the API sets and the example of another answer shows.</summary>
    private JsonObject WithOwnFields(JsonObject given, List<ResourceAnswer> answers)
    {
        var missing = Shape.Fields.Where(field => field.ReadOnly && !given.ContainsKey(field.Name)).Select(field => field.Name).ToList();
        if (missing.Count == 0 || answers.Count < 2) return given;
        var shown = answers.SelectMany(Model.Examples).SelectMany(example => example).Where(member => missing.Contains(member.Key));
        foreach (var (name, value) in shown.DistinctBy(member => member.Key))
        {
            var whole = (JsonObject)given.DeepClone();
            whole[name] = value?.DeepClone();
            if (Accepts(JsonTrees.Write(whole))) given = whole;
        }
        return given;
    }

    /// <summary>Makes identifiers of the form of one that an answer shows; those of any form where none does.</summary>
    public IdentifierMaker IdentifiersLike(JsonNode? shown)
    {
        if (shown is null) return Identifiers;
        List<CompiledSchema> paths = [.. Takers().DistinctBy(Model.Spec.Resolve).Select(taker => Model.Schemas.For(taker, MessageDirection.Request))];
        return new IdentifierMaker(Model.Samples, [], default, json => FitsPaths(json, paths), Resource.Name, shown);
    }

    /// <summary>The fields of a thing in the answer of an operation; null when it is not in it.</summary>
    private ThingShape? Answered(ApiOperation? operation) =>
        operation is not null && Resource.AnswerOf(operation) is { } answer ? ThingShape.Of(Model.Spec, answer.Schema) : null;

    private IdentifierMaker MakeIdentifiers(string[] way, List<RawNode> takers)
    {
        List<RawNode> schemas = way.Length != 1 ? [] : [.. new[] { Shape, Answered(Resource.Create), Answered(Resource.List) }
            .Select(shape => shape?.Find(way[0])?.Schema ?? default).Where(schema => schema.IsDefined).DistinctBy(Model.Spec.Resolve)];
        List<CompiledSchema> compiled = [.. schemas.Select(schema => Model.Schemas.For(schema, MessageDirection.Response))];
        bool IsShown(byte[] json) =>
            compiled.Count == 0 || (compiled[0].IsValid(json) && compiled.TrueForAll(schema => schema.IsValid(json) || Respelled(json, schema)));
        var known = way.Length == 0
            ? null
            : Seeds.Things.Prepend(Sample).Select(thing => thing.Find(way)).Where(id => id is not null)
                .MaxBy(id => id is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0);
        List<CompiledSchema> paths = [.. takers.Select(taker => Model.Schemas.For(taker, MessageDirection.Request))];
        return new IdentifierMaker(Model.Samples, schemas, takers.FirstOrDefault(),
            json => IsShown(json) && FitsPaths(json, paths), way.LastOrDefault() ?? "id", known);
    }
}
