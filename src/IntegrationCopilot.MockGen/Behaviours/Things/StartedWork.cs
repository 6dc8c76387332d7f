using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Work that is accepted with 202 and followed by a thing of its own, such as a job: the answer leads to it, and it ends after it was asked for.
/// </summary>
internal sealed class StartedWork
{
    private const int Tries = 50;
    private readonly ThingKind job;
    private readonly ThingKeeper keeper;
    private readonly MockOperation operation;
    private readonly AcceptedFact accepted;
    private readonly ThingTemplate template;

    /// <summary>Where in the answer the whole job lies; null when the answer only names it.</summary>
    private readonly string[]? whole;

    private StartedWork(ThingKind job, string[]? whole, ThingKeeper keeper, MockOperation operation, AcceptedFact accepted)
    {
        (this.job, this.whole, this.keeper, this.operation, this.accepted) = (job, whole, keeper, operation, accepted);
        template = new ThingTemplate(job.Model, job.Shape, ThingShape.Of(job.Model.Spec, default), job.Sample);
    }

    /// <summary>What an operation starts; null when nothing that can be followed.</summary>
    public static StartedWork? Of(StateModel model, ThingKeeper keeper, MockOperation operation)
    {
        if (operation.SuccessStatus != 202 || operation.Description.Facts.OfType<AcceptedFact>().FirstOrDefault() is not { } accepted) return null;
        return new JobFinder(model).Of(operation.Description, accepted, out var whole) is { IsUsable: true } job
            ? new StartedWork(job, whole, keeper, operation, accepted)
            : null;
    }

    /// <summary>Starts the work once it is accepted.</summary>
    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        var reply = await next(request);
        if (reply.Status != 202) return reply;
        var values = ThingCall.Values(request);
        var outer = job.Scope.ItemParameters - job.Scope.Own;
        if (values.Length < outer) return reply;
        string[] parents = [.. values.Take(outer)];
        await keeper.BeginAsync(job, job.Scope.All(parents), parents, request.Aborted);
        return await BeginAsync(request, parents) is { Json: JsonObject thing } begun ? Told(request, reply, thing, parents, begun.Own) : reply;
    }

    private async ValueTask<(JsonObject? Json, IReadOnlyList<string> Own)> BeginAsync(MockRequest request, string[] parents)
    {
        var thing = template.Make(null, job.Model.Options.Clock.GetUtcNow());
        Beginnings.Set(job, thing, null, ThingShape.Of(job.Model.Spec, default));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var own = await keeper.NewIdentifierAsync(job, thing, job.Scope.All(parents), request.Aborted);
            job.Identify(thing, own);
            SelfLinks.Set(job, thing, AddressOf(request, parents, own), request);
            var fitted = job.Fitting.Fit(thing);
            var key = job.Scope.One([.. parents, .. own]);
            var stored = await keeper.PutAsync(new MockThing { Collection = key.Collection, Id = key.Id, Owner = key.Owner, Json = fitted.Json,
                Marks = MockThingMarks.Pending }, request.Aborted);
            if (stored.Thing is not null) return (JsonTrees.Parse(fitted.Json) as JsonObject, own);
        }
        return (null, []);
    }

    private string? AddressOf(MockRequest request, string[] parents, IReadOnlyList<string> own) =>
        ThingAddress.Of(job, operation.Description, request.Path, parents, own);

    private MockReply Told(MockRequest request, MockReply reply, JsonObject thing, string[] parents, IReadOnlyList<string> own)
    {
        var address = AddressOf(request, parents, own);
        if (JsonTrees.Parse(reply.Body) is { } body)
        {
            var told = body;
            if (whole is { Length: 0 }) told = thing;
            else if (whole is { } way) (body as JsonObject)?.Set(way, thing);
            if (accepted.Job is { Place: MessagePlace.Body } name && whole is null) Put(told, name.Pointer.Tokens, own[^1]);
            if (accepted.Monitor is { Place: MessagePlace.Body } monitor && address is not null) Put(told, monitor.Pointer.Tokens, request.AddressOf(address));
            reply = (reply with { Body = JsonTrees.Write(told) }).With(MockHeaders.Body, "state");
        }
        if (address is null) return reply;
        foreach (var header in MonitorHeaders(reply)) reply = reply.With(header, header == "Location" ? address : request.AddressOf(address));
        return reply;
    }

    /// <summary>The fields that tell where to ask; where the document names none and the body tells nothing, <c>Location</c>.</summary>
    private IEnumerable<string> MonitorHeaders(MockReply reply)
    {
        var named = (string[])["Location", "Operation-Location", "Azure-AsyncOperation", "Content-Location"];
        var there = named.Where(name => reply.Field(name) is not null
            || (accepted.Monitor is { Place: MessagePlace.Header } monitor && monitor.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return there.Count == 0 && accepted.Monitor is null ? ["Location"] : there;
    }

    private static void Put(JsonNode body, IReadOnlyList<string> way, string text)
    {
        if (body is not JsonObject members) return;
        var isNumber = members.Find(way) is JsonValue shown && shown.GetValueKind() == System.Text.Json.JsonValueKind.Number;
        members.Set(way, isNumber && long.TryParse(text, out var number) ? JsonValue.Create(number) : JsonValue.Create(text));
    }
}
