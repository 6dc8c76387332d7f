using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What is created is there as it was written, what is changed is changed, and what is deleted is gone.</summary>
internal static class LifeCycleTests
{
    private const int OtherValuesTried = 5;
    private static readonly string[] Deleting = ["delete", "deletes", "remove", "removes", "destroy", "destroys"];

    private const string EntityTag = "entity_tag";
    private const string GroundOfPut = "RFC 9110, section 9.3.4";
    private const string GroundOfPatch = "RFC 5789, section 2";
    private const string GroundOfMerge = "RFC 7396, section 2";
    private const string GroundOfOthers = "OWASP API Security Top 10 2023, API1";
    private const string GroundOfDelete = "RFC 9110, section 9.3.5";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("life-cycle-kept", "Every field that was written is read back", Kept),
        Template("life-cycle-listed", "What was created is listed", Listed),
        Template("life-cycle-updated", "What was updated is updated, and nothing else", subject => Changed(subject, subject.Resource.Update)),
        Template("life-cycle-replaced", "What was replaced is replaced", subject => Changed(subject, Replacing(subject.Resource))),
        Template("life-cycle-removed-field", "Null in a merge patch takes a field away", RemovedField),
        Template("life-cycle-deleted", "What was deleted is gone", Deleted),
        Template("life-cycle-delisted", "What was deleted is not listed any more", Delisted),
        Template("life-cycle-other-caller", "What was created is not shown to another caller", OtherCaller),
        Template("life-cycle-failed-create", "A creation that was refused leaves nothing", FailedCreate),
    ];

    private static GoldenTemplate Template(string id, string name, Func<LifeSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.LifeCycle, Group = subject => Draft(subject, make) };

    /// <summary>The test of the first resource that has one.</summary>
    private static TestDraft Draft(GroupSubject group, Func<LifeSubject, TestDraft> make)
    {
        string? why = null;
        foreach (var (subject, problem) in group.Lives)
        {
            var draft = subject is null ? TestDraft.Not(problem!) : make(subject);
            if (draft.Reason is null) return draft;
            why ??= draft.Reason;
        }

        return TestDraft.Not(why ?? $"The group '{group.Name}' creates nothing that has a name.");
    }

    private static ApiOperation? Replacing(ApiResource resource) => resource.Replace == resource.Create ? null : resource.Replace;

    private static TestStep Read(string name, RequestPlan reading, params TestAssertion[] more) =>
        new() { Name = name, Request = reading.Request, Assertions = [.. Expect.DescribedOfMade("create"), .. more] };

    private static TestDraft NotRead(LifeSubject subject) => TestDraft.Not($"No operation reads what {subject.Create.Operation.Id} creates by its name.");

    private static TestDraft Kept(LifeSubject subject)
    {
        if (subject is not { Thing: { } thing } || subject.On(subject.Resource.Read) is not { } reading) return NotRead(subject);
        if (thing.WrittenBy(subject.Create) is not { Count: > 0 } fields)
            return TestDraft.Not($"No field that {subject.Create.Operation.Id} is sent is described in the answer of {reading.Operation.Id}.");
        var written = new WrittenAssertion("create", thing.PointerIn(subject.Create)!, thing.Pointer, fields)
            { Exact = subject.Create.Operation.Method == "PUT" };
        return subject.Draft([reading], subject.CreateStep(), Read("read", reading, written));
    }

    private static TestDraft Listed(LifeSubject subject) => LifeList.Of(subject) is not { } list
        ? TestDraft.Not($"The document tells of no list in which what {subject.Create.Operation.Id} creates would be found.")
        : subject.Draft([list.Plan], subject.CreateStep(), list.Step("list", new ListedAssertion(subject.Name, true)));

    private static TestDraft Changed(LifeSubject subject, ApiOperation? operation)
    {
        if (operation is null) return TestDraft.Not($"What {subject.Create.Operation.Id} creates is not changed in this way.");
        if (subject is not { Thing: { } thing } || subject.On(subject.Resource.Read) is not { } reading) return NotRead(subject);
        if (subject.On(operation) is not { } plan || OtherValue(subject, thing, plan, operation) is not { } change)
            return TestDraft.Not($"No other value of a field can be made for {operation.Id} that {reading.Operation.Id} would show.");
        var written = new WrittenAssertion("change", thing.PointerIn(plan)!, thing.Pointer, change.Fields)
            { Exact = true, Ground = operation.Method == "PUT" ? GroundOfPut : GroundOfPatch };
        var others = operation.Method == "PATCH" ? thing.WrittenBy(subject.Create).Except(change.Sent, StringComparer.Ordinal).ToList() : [];
        TestAssertion[] kept = others.Count == 0 ? [] : [new UnchangedAssertion("before", thing.Pointer, others) { Ground = GroundOfPatch }];
        var (changing, captures) = Current(change.Plan, reading);
        return subject.Draft([reading, changing], subject.CreateStep(), Read("before", reading) with { Captures = captures },
            new TestStep { Name = "change", Request = changing.Request, Assertions = [Expect.SuccessOf(changing), .. SameName(subject, operation)] },
            Read("after", reading, [written, .. kept]));
    }

    /// <summary>The request of a change with one field that is not as it was created: alone where that is allowed, else with the others.</summary>
    private static Change? OtherValue(LifeSubject subject, LifeThing thing, RequestPlan plan, ApiOperation operation)
    {
        if (thing.PointerIn(plan) is not { } pointer || !NodePointer.TryParse(pointer, out var way)) return null;
        foreach (var name in thing.WrittenBy(plan))
        {
            var place = NodePointer.Of([.. way.Tokens, name]);
            if (place.Find(plan.Request.Body!.Json!.Value) is not { } template) continue;
            if (Renamed(plan, place, template) is { } renamed) return new(renamed, [name], Members(plan, way));
            if (TemplateEscapes.IsVariable(template)) continue;
            var created = NodePointer.TryParse(thing.PointerIn(subject.Create) ?? "", out var at)
                ? NodePointer.Of([.. at.Tokens, name]).Find(subject.Create.Sample) : null;
            foreach (var value in Values(subject.Material, thing.Written(plan, name), name))
            {
                if (created is { } before && JsonElement.DeepEquals(before, value)) continue;
                var node = AsJson.Node(value);
                if (!subject.Material.Accepts(plan.Media!.Schema, JsonEdits.Set(plan.Sample, place, node))) continue;
                var alone = new JsonObject { [name] = node?.DeepClone() };
                if (operation.Method == "PATCH" && way.Tokens.Count == 0
                    && subject.Material.Accepts(plan.Media.Schema, AsJson.Element(alone)))
                    return new(plan.WithBody(TemplateEscapes.Escape(AsJson.Element(alone))), [name], [name]);
                var whole = plan.WithBody(JsonEdits.Set(plan.Request.Body.Json.Value, place, AsJson.Node(TemplateEscapes.Escape(value))));
                return new(whole, [name], Members(plan, way));
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Members(RequestPlan plan, NodePointer way) =>
        [.. way.Find(plan.Sample)!.Value.EnumerateObject().Select(member => member.Name)];

    /// <summary>The request with another new value where it sends one that is new in every case; null where it sends none.</summary>
    private static RequestPlan? Renamed(RequestPlan plan, NodePointer place, JsonElement template)
    {
        if (plan.Variables.FirstOrDefault(variable => variable is { Fresh: true, FromRunner: false }
            && JsonElement.DeepEquals(VariableBook.Placeholder(variable.Name), template)) is not { } fresh) return null;
        var other = fresh with { Name = $"other_{fresh.Name}" };
        return plan.WithBody(JsonEdits.Set(plan.Request.Body!.Json!.Value, place, AsJson.Node(VariableBook.Placeholder(other.Name))))
            .With(other);
    }

    /// <summary>The request of a change as of the state that was read just before, where it must say so.</summary>
    private static (RequestPlan Plan, IReadOnlyList<StepCapture> Captures) Current(RequestPlan plan, RequestPlan reading)
    {
        var isTold = reading.Operation.FindResponse(StatusChoice.Success(reading.Operation))?.Headers
            .Any(header => header.Name.Equals(ConditionalFields.Tag, StringComparison.OrdinalIgnoreCase)) == true;
        return isTold && plan.Request.Headers.Keys.FirstOrDefault(
            name => name.Equals(ConditionalFields.IfMatch, StringComparison.OrdinalIgnoreCase)) is { } field
            ? (plan.WithHeader(field, VariableBook.Placeholder(EntityTag)), [new StepCapture(EntityTag, Header: ConditionalFields.Tag)])
            : (plan, []);
    }

    /// <summary>The answer to a change names the thing that was created.</summary>
    private static TestAssertion[] SameName(LifeSubject subject, ApiOperation operation) =>
        Answers.Identifier(subject.Material, operation) is { } pointer && pointer == Answers.Identifier(subject.Material, subject.Create.Operation)
        && Answers.Usual(subject.Material, operation, pointer) is not null && Answers.Usual(subject.Material, subject.Create.Operation, pointer) is not null
            ? [new BodySameAssertion(pointer.ToString(), "create")] : [];

    private static IEnumerable<JsonElement> Values(TestMaterial material, RawNode schema, string name) =>
        Enumerable.Range(1, OtherValuesTried).Select(variation => material.Samples.Make(schema, MessageDirection.Request, name, variation))
            .Where(made => made.Found).Select(made => made.ToElement())
            .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False);

    private static TestDraft RemovedField(LifeSubject subject)
    {
        if (subject.Resource.Update is not { } update || subject.On(update) is not { Media: { } media } plan
            || !media.Name.StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase))
            return TestDraft.Not($"What {subject.Create.Operation.Id} creates is not changed by a merge patch.");
        if (subject is not { Thing: { } thing } || subject.On(subject.Resource.Read) is not { } reading) return NotRead(subject);
        foreach (var name in thing.WrittenBy(subject.Create))
        {
            var patch = AsJson.Element(new JsonObject { [name] = null });
            if (thing.Written(plan, name) is not { IsDefined: true } field || !subject.Material.Accepts(field, AsJson.Element((string?)null))
                || !subject.Material.Accepts(media.Schema, patch))
                continue;
            var pointer = $"{thing.Pointer}{NodePointer.Of(name)}";
            var patching = plan.WithBody(patch);
            return subject.Draft([reading, patching], subject.CreateStep(), Read("before", reading),
                new TestStep { Name = "change", Request = patching.Request, Assertions = [Expect.SuccessOf(patching)] },
                Read("after", reading, new RemovedAssertion(pointer, "before") { Ground = GroundOfMerge }));
        }

        return TestDraft.Not($"No field that {subject.Create.Operation.Id} writes may be null in {update.Id}.");
    }

    /// <summary>What another caller can ask for at all shows that they are let in, so that what they are refused is refused to them.</summary>
    private static TestDraft OtherCaller(LifeSubject subject)
    {
        if (subject.On(subject.Resource.Read) is not { } reading) return NotRead(subject);
        if (reading.Operation.Security.Count == 0 || reading.Operation.Security.Any(alternative => alternative.Requirements.Count == 0))
            return TestDraft.Not($"{reading.Operation.Id} lets anybody in, so that what it shows is everybody's.");
        var rule = new BrokenRule { Kind = RuleKind.OtherCaller, Place = subject.Resource.Identifier!.Parameter, In = ParameterPlace.Path,
            Sent = subject.Name };
        var refused = new RefusedAssertion(rule) { Described = RefusedStep.DescribedBy(reading.Operation), Ground = GroundOfOthers };
        var listing = subject.Listing();
        TestStep[] welcome = listing is null ? []
            : [new() { Name = "list", Request = listing.Request, Credentials = StepCredentials.OtherCaller, Assertions = [Expect.SuccessOf(listing)] }];
        return subject.Draft(listing is null ? [reading] : [reading, listing], [.. welcome, subject.CreateStep(), Read("before", reading),
            new TestStep { Name = "other", Request = reading.Request, Credentials = StepCredentials.OtherCaller, Assertions = [refused] }]);
    }

    private static TestStep? Deletion(LifeSubject subject, out RequestPlan? plan)
    {
        plan = subject.Resource.Delete is { } delete && subject.Material.Spec.Resources.Of(delete).Effect == OperationEffect.Deletes
            ? subject.On(delete) : null;
        return plan is null ? null : new TestStep { Name = "delete", Request = plan.Request, Assertions = [Expect.SuccessOf(plan)] };
    }

    private static TestDraft NotDeleted(LifeSubject subject) =>
        TestDraft.Not($"No operation deletes what {subject.Create.Operation.Id} creates, and nothing else.");

    private static TestDraft Deleted(LifeSubject subject)
    {
        if (Deletion(subject, out var plan) is not { } delete) return NotDeleted(subject);
        if (subject.On(subject.Resource.Read) is not { } reading) return NotRead(subject);
        if (Lingers(subject) is { } why) return TestDraft.Not(why);
        var rule = new BrokenRule { Kind = RuleKind.UnknownIdentifier, Place = subject.Resource.Identifier!.Parameter, In = ParameterPlace.Path,
            Sent = subject.Name, Allowed = "what was deleted is gone" };
        var gone = new RefusedAssertion(rule) { Described = [.. RefusedStep.DescribedBy(reading.Operation), "404", "410"], Ground = GroundOfDelete };
        return subject.Draft([reading, plan!], subject.CreateStep(), Read("before", reading), delete,
            new TestStep { Name = "after", Request = reading.Request, Assertions = [gone] });
    }

    private static TestDraft Delisted(LifeSubject subject)
    {
        if (Deletion(subject, out var plan) is not { } delete) return NotDeleted(subject);
        if (LifeList.Of(subject) is not { } list)
            return TestDraft.Not($"The document tells of no list in which what {subject.Create.Operation.Id} creates would be found.");
        if (Lingers(subject) is { } why) return TestDraft.Not(why);
        return subject.Draft([list.Plan, plan!], subject.CreateStep(), list.Step("before", new ListedAssertion(subject.Name, true)), delete,
            list.Step("after", new ListedAssertion(subject.Name, false) { Ground = GroundOfDelete }));
    }

    /// <summary>Why what was deleted may be there for a while or for good; null when nothing says so.</summary>
    private static string? Lingers(LifeSubject subject)
    {
        var delete = subject.Resource.Delete!;
        if (StatusChoice.Success(delete) == 202) return $"{delete.Id} answers 202: it may take its time.";
        var isKept = subject.Material.Structure.FieldsOf(subject.Resource.Schema).Keys
            .Any(name => NameWords.Of(name) is var words && words.Any(word => word is "deleted" or "archived" or "trashed" or "active" or "delete"));
        return isKept || !NameWords.Of($"{delete.OperationId} {delete.Summary}").Any(Deleting.Contains)
            ? $"What {delete.Id} does may leave the thing, marked as deleted." : null;
    }

    private static TestDraft FailedCreate(LifeSubject subject)
    {
        if (LifeList.Of(subject) is not { } list)
            return TestDraft.Not($"The document tells of no list in which what {subject.Create.Operation.Id} creates would be found.");
        if (subject.Create is not { Media: { Schema.IsDefined: true, IsJson: true } media, Sample: { ValueKind: JsonValueKind.Object } sample } plan)
            return TestDraft.Not($"{subject.Create.Operation.Id} takes no object.");
        var schema = subject.Material.Schemas.For(media.Schema, MessageDirection.Request);
        foreach (var member in sample.EnumerateObject())
        {
            if (schema.IsValid(Encoding.UTF8.GetBytes(JsonEdits.Remove(sample, member.Name).GetRawText()))) continue;
            var broken = plan.WithBody(JsonEdits.Remove(plan.Request.Body!.Json!.Value, member.Name));
            var rule = new BrokenRule { Kind = RuleKind.Required, Place = NodePointer.Of(member.Name).ToString(), Line = RefusedStep.LineOf(media.Schema) };
            return subject.Draft([list.Plan, broken], list.Step("before"), RefusedStep.Of(plan, broken, rule, Expect.Place(media.Schema)),
                list.Step("after", new NewItemsAssertion("before", 0)));
        }

        return TestDraft.Not($"No field of {subject.Create.Operation.Id} is required, so that its schema refuses no request for one.");
    }

    /// <summary>A request that changes a thing.</summary>
    /// <param name="Plan">The request.</param>
    /// <param name="Fields">The fields that have another value than before.</param>
    /// <param name="Sent">All fields that it sends.</param>
    private sealed record Change(RequestPlan Plan, IReadOnlyList<string> Fields, IReadOnlyList<string> Sent);
}
