using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Bodies that break one rule each.</summary>
internal sealed class BodyRules(TestMaterial material, SchemaBreaks breaks)
{
    /// <summary>What a form can say wrongly: everything in it is text, so that types other than numbers are not told apart.</summary>
    private static readonly HashSet<RuleKind> OfForms =
        [RuleKind.Required, RuleKind.Type, RuleKind.Range, RuleKind.Length, RuleKind.Pattern, RuleKind.Enumeration, RuleKind.Format];

    public IEnumerable<ContractCase> Of(RequestPlan plan)
    {
        if (plan.Media is not { Schema.IsDefined: true } media || plan.Sample.ValueKind == JsonValueKind.Undefined) yield break;
        foreach (var place in material.PlacesOf(plan))
        {
            if (place.IsRequired && !place.Pointer.IsRoot && Without(plan, media, place) is { } less) yield return less;
            foreach (var candidate in breaks.Of(place.Schema, place.Value))
                if (With(plan, media, place, candidate) is { } broken) yield return broken;
        }
    }

    private ContractCase? Without(RequestPlan plan, ApiMediaType media, DescribedPlace place)
    {
        if (char.IsAsciiDigit(place.Pointer.Tokens[^1][0])) return null;
        var isRefused = media.IsJson ? !material.Accepts(media.Schema, PointerEdits.WithRemoved(plan.Sample, place.Pointer))
            : IsRefusedForm(media, PointerEdits.Remove(plan.Sample, place.Pointer), RuleKind.Required, null);
        if (!isRefused) return null;
        var rule = new BrokenRule { Kind = RuleKind.Required, Place = place.Pointer.ToString(), Line = RefusedStep.LineOf(place.Schema) };
        return RuleCases.Of(plan, () => plan.WithBody(PointerEdits.Remove(plan.Request.Body!.Json!.Value, place.Pointer)), rule,
            () => Expect.Place(place.Schema));
    }

    private ContractCase? With(RequestPlan plan, ApiMediaType media, DescribedPlace place, SchemaBreak candidate)
    {
        var isRefused = media.IsJson ? !material.Accepts(media.Schema, PointerEdits.WithSet(plan.Sample, place.Pointer, candidate.Value))
            : IsRefusedForm(media, PointerEdits.Set(plan.Sample, place.Pointer, candidate.Value), candidate.Kind, candidate.Value);
        if (!isRefused) return null;
        var rule = new BrokenRule
        {
            Kind = candidate.Kind,
            Place = place.Pointer.ToString(),
            Allowed = candidate.Allowed,
            Line = RefusedStep.LineOf(candidate.Source),
            Sent = TemplateEscapes.Escape(AsJson.Element(candidate.Value)),
        };
        return RuleCases.Of(plan, () => plan.WithBody(PointerEdits.Set(plan.Request.Body!.Json!.Value, place.Pointer, Template(plan, place, candidate))), rule,
            () => Expect.Place(candidate.Source), candidate.Variant, StrengthOf(place, candidate));
    }

    /// <summary>Null for what need not be there is often taken as its absence, so that it merely warns.</summary>
    private static GroundStrength StrengthOf(DescribedPlace place, SchemaBreak candidate) =>
        candidate.Kind == RuleKind.NotNull && !place.IsRequired ? GroundStrength.Advisory : candidate.Strength;

    /// <summary>The broken value with the variables of what it keeps.</summary>
    private static JsonNode? Template(RequestPlan plan, DescribedPlace place, SchemaBreak candidate)
    {
        var escaped = AsJson.Node(TemplateEscapes.Escape(AsJson.Element(candidate.Value)));
        if (escaped is not JsonObject more || place.Pointer.Find(plan.Request.Body!.Json!.Value) is not { ValueKind: JsonValueKind.Object } template)
            return escaped;
        var kept = JsonObject.Create(template)!.DeepClone().AsObject();
        foreach (var member in more.Where(member => !kept.ContainsKey(member.Key))) kept[member.Key] = member.Value?.DeepClone();
        return kept;
    }

    private bool IsRefusedForm(ApiMediaType media, JsonElement body, RuleKind kind, JsonNode? sent)
    {
        if (!OfForms.Contains(kind) || sent is JsonObject or JsonArray || body.ValueKind != JsonValueKind.Object || body.GetPropertyCount() == 0) return false;
        return SampleCarrier.Of(media).Carries(AsJson.Node(body), inside: false)
            && material.Wire.OfBody(media, MessageDirection.Request, body).Count > 0;
    }
}
