using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Says that something was done that was not, or does something else.</summary>
internal static class StateFaults
{
    private const string Deleting = "RFC 9110, section 9.3.5";
    private const string Putting = "RFC 9110, section 9.3.4";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        New("delete-without-effect", "Says that a thing is deleted, and leaves it there.", "What is deleted is not there any more.", Deleting,
            subject => subject is { Role: ResourceRole.Delete, Resource.Read: not null }, DeleteNothingAsync),
        New("deleted-still-listed", "Lists deleted things, although each by itself is gone.", "A list holds what is there.", Deleting,
            subject => subject.Resource is { Delete: not null, List: not null } && OfOne(subject), HideAsync),
        New("update-without-effect", "Answers as if a thing was changed, and leaves it as it was.", "What an answer says was changed is read so afterwards.",
            $"{Putting}; RFC 5789, section 2",
            subject => subject is { Role: ResourceRole.Update or ResourceRole.Replace, Resource.Read: not null }, UpdateNothingAsync),
        New("patch-replaces", "Drops the fields that PATCH does not send.", "PATCH changes what is sent, and leaves the rest.",
            "RFC 5789, section 2; RFC 7396, section 1",
            subject => subject is { Role: ResourceRole.Update, Operation.Method: "PATCH", Resource.Read: not null }, PatchAllAsync),
        New("put-merges", "Keeps the fields that PUT does not send.", "PUT puts what is sent in the place of what was there.", Putting,
            subject => subject is { Role: ResourceRole.Replace, Operation.Method: "PUT", Resource.Read: not null }, PutSomeAsync),
        New("created-not-listed", "Does not list new things.", "A list holds what is there.", "RFC 9110, section 15.3.2",
            subject => subject is { Role: ResourceRole.Create or ResourceRole.List, Resource: { Create: not null, List: not null } }, ForgetNewAsync),
        New("read-returns-another", "Gives another thing than the one asked for.", "A path names one thing, and the answer is that thing.",
            "RFC 9110, section 9.3.1",
            subject => subject is { Role: ResourceRole.Read, Resource.List: not null }, ReadAnotherAsync),
        New("identifier-changes", "Gives a thing another identifier when it is changed.", "An identifier stays the same as long as the thing is there.",
            Putting,
            subject => subject.Role is ResourceRole.Update or ResourceRole.Replace && IdWay(subject) is not null, RenumberAsync),
        New("duplicate-accepted", "Answers as if it had created what is there already.", "A conflict is answered with 409.", "RFC 9110, section 15.5.10",
            subject => subject is { Role: ResourceRole.Create, Resource.Identifier.Source: IdentifierSource.Request }
                || (subject.Role == ResourceRole.Create && subject.Describes(409)), AcceptAsync),
    ];

    private static MockFault New(string id, string title, string rule, string source, Func<FaultSubject, bool> applies, Func<FaultSite, MockRequest, MockStep,
        ValueTask<MockReply>> answer) =>
        new(id, FaultArea.State, title, rule, source, applies, FaultAct.Instead(MockStage.Condition, answer));

    private static bool OfOne(FaultSubject subject) => subject.Role is ResourceRole.Read or ResourceRole.Update or ResourceRole.Replace or ResourceRole.Delete;

    private static async ValueTask<MockReply> DeleteNothingAsync(FaultSite site, MockRequest request, MockStep next) =>
        await site.AskAsync(request, site.Subject.Resource!.Read) is { Status: < 300 } ? site.Mark(site.Usual) : await next(request);

    /// <summary>The thing stays in the list; alone it is refused from then on.</summary>
    private static async ValueTask<MockReply> HideAsync(FaultSite site, MockRequest request, MockStep next)
    {
        if (site.Memory.Has(site.KeyOf(request))) return site.Mark(request.Refuse(404, "It was deleted."));
        if (site.Subject.Role != ResourceRole.Delete) return await next(request);
        if (site.Subject.Resource!.Read is { } read && await site.AskAsync(request, read) is { Status: >= 400 }) return await next(request);
        site.Memory.Add(site.KeyOf(request));
        return site.Mark(site.Usual);
    }

    private static async ValueTask<MockReply> UpdateNothingAsync(FaultSite site, MockRequest request, MockStep next)
    {
        if (await site.AskAsync(request, site.Subject.Resource!.Read) is not { Status: < 300 } read) return await next(request);
        if (site.Subject.Json is null || ThingIn(site.Subject, read) is not { } found) return site.Mark(site.Usual);
        if (BodyTree.Of(request.Message) is JsonObject sent)
            foreach (var (name, value) in sent)
                if (found.Thing.ContainsKey(name)) found.Thing[name] = value?.DeepClone();
        return site.Mark(read with { Status = site.Subject.Success, Body = JsonTrees.Write(found.Root) });
    }

    private static async ValueTask<MockReply> PatchAllAsync(FaultSite site, MockRequest request, MockStep next)
    {
        if (await CurrentAsync(site, request) is not { } current || BodyTree.Of(request.Message) is not JsonObject sent) return await next(request);
        var changed = sent.DeepClone().AsObject();
        foreach (var (name, _) in current)
            if (!changed.ContainsKey(name) && site.Subject.Takes(place => place.Name == name)) changed[name] = null;
        return site.Mark(await next(request.With(request.Message with { Body = JsonTrees.Write(changed) })));
    }

    private static async ValueTask<MockReply> PutSomeAsync(FaultSite site, MockRequest request, MockStep next)
    {
        if (await CurrentAsync(site, request) is not { } current || BodyTree.Of(request.Message) is not JsonObject sent) return await next(request);
        var changed = sent.DeepClone().AsObject();
        foreach (var (name, value) in current)
            if (!changed.ContainsKey(name) && site.Subject.Takes(place => place.Name == name)) changed[name] = value?.DeepClone();
        return site.Mark(await next(request.With(request.Message with { Body = JsonTrees.Write(changed) })));
    }

    private static async ValueTask<MockReply> ForgetNewAsync(FaultSite site, MockRequest request, MockStep next)
    {
        var reply = await next(request);
        if (site.Subject.Role == ResourceRole.Create)
        {
            if (reply.Status is >= 200 and < 300 && IdWay(site.Subject) is { } way
                && JsonTrees.Parse(reply.Body).Find(way).ScalarText() is { } id) site.Memory.Add(id);
            return reply;
        }
        if (ListEdit.Of(site.Subject, reply) is not { } edit) return reply;
        var dropped = edit.Items.RemoveAll(item => edit.IdOf(item) is { } id && site.Memory.Has(id));
        return dropped > 0 ? site.Mark(edit.ToReply()) : reply;
    }

    private static async ValueTask<MockReply> ReadAnotherAsync(FaultSite site, MockRequest request, MockStep next)
    {
        var reply = await next(request);
        var resource = site.Subject.Resource!;
        if (reply.Status is < 200 or >= 300 || request.PathValues.Count == 0 || resource.List is not { } list
            || await site.AskAsync(request, list) is not { } listed) return reply;
        if (ListEdit.Of(new FaultSubject(site.Subject.Spec, list), listed) is not { } edit) return reply;
        var (parameter, own) = request.PathValues[^1];
        var other = edit.Items.Select(edit.IdOf).FirstOrDefault(id => id is not null && id != Uri.UnescapeDataString(own));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (other is not null) values[parameter] = other;
        return other is not null && await site.AskAsync(request, site.Subject.Operation, values) is { Status: < 300 } another ? site.Mark(another) : reply;
    }

    private static async ValueTask<MockReply> RenumberAsync(FaultSite site, MockRequest request, MockStep next)
    {
        var reply = await next(request);
        if (reply.Status is < 200 or >= 300 || IdWay(site.Subject) is not { } way || JsonTrees.Parse(reply.Body) is not JsonObject root
            || root.Find(way) is not JsonValue id) return reply;
        root.Set(way, id.TryGetValue<long>(out var number) ? JsonValue.Create(number + 1) : JsonValue.Create(Another(id.ScalarText()!)));
        return site.Mark(reply with { Body = JsonTrees.Write(root) });
    }

    private static async ValueTask<MockReply> AcceptAsync(FaultSite site, MockRequest request, MockStep next)
    {
        var reply = await next(request);
        return reply.Status == 409 ? site.Mark(site.Usual) : reply;
    }

    /// <summary>The same but for its last letter or digit, so that it keeps its form.</summary>
    private static string Another(string id) =>
        id.Length == 0 ? "1"
        : id[..^1] + (id[^1] switch { '9' => '0', 'f' or 'z' => 'a', 'F' or 'Z' => 'A', var last when char.IsAsciiLetterOrDigit(last) => (char)(last + 1),
        _ => '1' });

    /// <summary>Where an answer of the operation has the identifier; null when it does not show it.</summary>
    private static IReadOnlyList<string>? IdWay(FaultSubject subject)
    {
        if (subject.Resource is not { Identifier.Parts: [.., var part] } resource
            || resource.AnswerOf(subject.Operation) is not { Form: AnswerForm.One } answer) return null;
        if (subject.Role == ResourceRole.Create && part.Create is { } created) return ListEdit.TokensOf(created);
        var envelope = resource.Read is { } read ? resource.AnswerOf(read)?.Envelope : null;
        return part.Read is { } pointer && envelope is not null && pointer.StartsWith(envelope, StringComparison.Ordinal)
            ? ListEdit.TokensOf(answer.Envelope + pointer[envelope.Length..]) : null;
    }

    private static async ValueTask<JsonObject?> CurrentAsync(FaultSite site, MockRequest request) =>
        await site.AskAsync(request, site.Subject.Resource!.Read) is { Status: < 300 } read ? ThingIn(site.Subject, read)?.Thing : null;

    /// <summary>The thing in the answer of reading it.</summary>
    private static (JsonNode Root, JsonObject Thing)? ThingIn(FaultSubject subject, MockReply read)
    {
        var answer = subject.Resource!.AnswerOf(subject.Resource.Read!);
        return JsonTrees.Parse(read.Body) is { } root && root.Find(ListEdit.TokensOf(answer?.Envelope ?? "")) is JsonObject thing ? (root, thing) : null;
    }
}
