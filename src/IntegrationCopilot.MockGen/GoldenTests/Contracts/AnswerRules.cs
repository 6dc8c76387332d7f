using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What the answer to a change shows: that values which are not the client's to set were not taken, and where the thing is.</summary>
internal sealed class AnswerRules(TestMaterial material)
{
    private const string Location = "Location";
    private const int MostReadOnly = 2;
    private static readonly Uri Example = new("https://example.com");

    /// <summary>Values that no server would choose by itself.</summary>
    private static readonly JsonNode[] Odd =
    [
        "2001-02-03T04:05:06Z", "2001-02-03", "04:05:06Z", "5b1e0c7a-93d4-4f60-8a2b-0d9c6e7f1a35", "https://read-only.example/set-by-client",
        "set-by-client@read-only.example", "set by the client", "SETBYCLIENT", 7_654_321, 654_321, 4_321, 97, 13, 7, 0.625,
    ];

    public IEnumerable<ContractCase> Of(RequestPlan plan)
    {
        if (plan.Operation.Method is not ("POST" or "PUT" or "PATCH")) yield break;
        foreach (var made in ReadOnly(plan).Take(MostReadOnly)) yield return made;
        if (Located(plan) is { } located) yield return located;
    }

    private IEnumerable<ContractCase> ReadOnly(RequestPlan plan)
    {
        if (plan is not { Media: { IsJson: true, Schema.IsDefined: true } media, Sample.ValueKind: JsonValueKind.Object }
            || PatchBodies.IsOne(material.Structure, media) || TestMaterial.JsonAnswer(plan.Operation) is not { } answer) yield break;
        foreach (var member in material.Structure.MembersOf(media.Schema).Where(member => IsReadOnly(member.Schema) && !IsName(plan.Operation, member.Name)))
        {
            if (plan.Sample.TryGetProperty(member.Name, out _) || EndingFields.Tells(member.Name)
                || Shown(plan.Operation, answer, member.Name) is not { } shown) continue;
            if (Other(media, plan.Sample, member, shown.Usual) is not { } value) continue;
            var place = NodePointer.Of(member.Name);
            var sent = AsJson.Element(value);
            var more = plan.WithBody(PointerEdits.Set(plan.Request.Body!.Json!.Value, place, value));
            yield return RobustCases.Of(plan, more, "contract-read-only",
                $"{plan.Operation.Id} does not take '{member.Name}', which is read-only, from the client", Ground(member.Schema),
                new NotTakenAssertion(shown.Pointer, sent) { Ground = Ground(member.Schema), Strength = material.MarkStrength }) with { Place = member.Name };
        }
    }

    /// <summary>What names the thing may be sent along to say which is meant.</summary>
    private bool IsName(ApiOperation operation, string member) =>
        operation.Method != "POST" && material.Suppliers.MeaningOf(operation)?.Resource?.Identifier is { } identifier
        && identifier.Parts.Any(part => part.Parameter == member || NodePointer.Of(member).ToString() == identifier.Field);

    private bool IsReadOnly(RawNode schema) => KeywordView.Of(material.Structure, schema).Append(schema).Any(part => part["readOnly"].GetBoolean() == true);

    /// <summary>Where the answer shows a member of the thing, and what it usually is; null when it need not.</summary>
    private (string Pointer, JsonElement Usual)? Shown(ApiOperation operation, ApiMediaType answer, string member)
    {
        var envelope = material.Suppliers.MeaningOf(operation)?.Resource?.AnswerOf(operation) switch
        {
            { Form: AnswerForm.One } one => one.Envelope,
            null when material.Structure.MembersOf(answer.Schema).Any(described => described.Name == member) => "",
            _ => null,
        };
        if (envelope is null || !NodePointer.TryParse(envelope, out var way)) return null;
        var pointer = way.Append(member);
        return Answers.Usual(material, operation, pointer) is { } usual ? (pointer.ToString(), usual) : null;
    }

    /// <summary>An odd value that the schema allows; null where it allows none. Of a list of values, the server may choose any.</summary>
    private JsonNode? Other(ApiMediaType media, JsonElement sample, SchemaMember member, JsonElement usual)
    {
        var schemas = KeywordView.Of(material.Structure, member.Schema);
        if (KeywordView.Find(schemas, "enum").IsDefined || KeywordView.Find(schemas, "const").IsDefined) return null;
        var kind = usual.ValueKind;
        return kind is not (JsonValueKind.String or JsonValueKind.Number) ? null : Array.Find(Odd, value =>
            value.GetValueKind() == kind && value.ToJsonString() != usual.GetRawText()
            && material.Accepts(member.Schema, AsJson.Element(value))
            && material.Accepts(media.Schema, PointerEdits.WithSet(sample, NodePointer.Of(member.Name), value)));
    }

    private string Ground(RawNode schema) => $"{Expect.Place(schema)}: {material.MarkGround}";

    /// <summary>What <c>Location</c> names is there, where the document tells how such things are read; the name of something new is that of its
    /// answer.</summary>
    private ContractCase? Located(RequestPlan plan)
    {
        var status = StatusChoice.Success(plan.Operation);
        if (status is not (201 or 202) || material.Suppliers.MeaningOf(plan.Operation)?.Resource?.Read is not { } read
            || plan.Operation.FindResponse(status)?.Headers.FirstOrDefault(
            header => header.Name.Equals(Location, StringComparison.OrdinalIgnoreCase)) is not { } header)
            return null;
        if (!MayBe(header, read)) return Contradicted(plan, header, read, status);
        if (read.Parameters.Any(parameter => NeedsMore(plan, read, parameter))) return null;
        var pointer = status == 201 ? NameInBoth(plan.Operation, read) : null;
        return new ContractCase
        {
            Template = "contract-location",
            Name = LocatedName(plan, status),
            Draft = () => TestDraft.Of(plan, new TestStep
            {
                Name = "call",
                Request = plan.Request,
                Locates = true,
                Assertions =
                [
                    Expect.SuccessOf(plan),
                    new LocatedAssertion(pointer)
                    {
                        Ground = status == 201 ? "RFC 9110, sections 10.2.2 and 15.3.2" : "RFC 9110, section 15.3.3",
                        Strength = status == 201 ? GroundStrength.Firm : GroundStrength.Advisory,
                    },
                ],
            }),
        };
    }

    /// <summary>Whether an address alone is not enough to read what is there, nor what was sent with the request.</summary>
    private bool NeedsMore(RequestPlan plan, ApiOperation read, ApiParameter parameter) =>
        parameter.Required && material.IsSendable(read, parameter) && parameter.Place switch
    {
        ParameterPlace.Query or ParameterPlace.Cookie => true,
        ParameterPlace.Header => !plan.Request.Headers.Keys.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    private static string LocatedName(RequestPlan plan, int status) =>
        status == 201 ? $"Location of {plan.Operation.Id} leads to what was made" : $"Location of {plan.Operation.Id} leads to what is under way";

    /// <summary>Whether the description of the field allows the address of a thing.</summary>
    private bool MayBe(ApiHeader header, ApiOperation read)
    {
        if (!header.Schema.IsDefined) return true;
        var path = ParameterSerializer.FillPath(
            read, parameter => material.Samples.ForParameter(parameter) is { Found: true } sample ? sample.ToElement() : null);
        var bases = read.Servers.Select(server => Uri.TryCreate(Example, server.Url, out var absolute) ? absolute : Example).Append(Example)
            .SelectMany(server => (string[])[server.AbsolutePath, server.GetLeftPart(UriPartial.Path)]);
        return bases.Any(prefix => material.Schemas.For(header.Schema, MessageDirection.Response)
            .IsValid(AsJson.Bytes(prefix.TrimEnd('/') + path)));
    }

    private static ContractCase Contradicted(RequestPlan plan, ApiHeader header, ApiOperation read, int status) => new()
    {
        Template = "contract-location",
        Name = LocatedName(plan, status),
        Draft = () => TestDraft.Not($"The document allows no address of {read.Id} as Location ({Expect.Place(header.Node)})."),
    };

    private string? NameInBoth(ApiOperation operation, ApiOperation read) =>
        Answers.Identifier(material, operation) is { } pointer && Answers.Usual(material, operation, pointer) is not null
        && Answers.Identifier(material, read) == pointer ? pointer.ToString() : null;
}
