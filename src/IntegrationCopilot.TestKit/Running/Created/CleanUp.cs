using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Removes, at the end of a run, what it created: the newest first, so that what lies in something goes before it.</summary>
internal sealed class CleanUp(RunContext context, IReadOnlyList<ProducerCall> calls)
{
    private const int NotFound = 404;
    private const int Gone = 410;

    /// <summary>After so many refusals by one operation the rest is left: it will refuse them too.</summary>
    private const int MaxRefusals = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Dictionary<ApiOperation, int> refusals = new(ReferenceEqualityComparer.Instance);

    /// <summary>Removes what can be removed.</summary>
    /// <returns>What is left, and why.</returns>
    public async Task<IReadOnlyList<LeftThing>> RunAsync()
    {
        if (!(context.Options.RemovesCreated ?? !context.IsMock)) return [];
        using var limit = new CancellationTokenSource(Limit, context.Options.Clock);
        var left = new List<LeftThing>();
        var sender = new CaseSender(context, null, []);
        foreach (var thing in context.Created.Newest)
            if (await WhyLeftAsync(thing, sender, limit.Token) is { } reason)
                left.Add(new LeftThing(thing.Operation.Id, thing.Identifier, sender.Redact(reason)));
        return left;
    }

    private async Task<string?> WhyLeftAsync(CreatedThing thing, CaseSender sender, CancellationToken cancellationToken)
    {
        if (thing.Resource?.Delete is not { } delete) return "The document describes no operation that removes it.";
        if (context.MeaningOf(delete) is not { Effect: OperationEffect.Deletes } && !context.Options.Permissions.Names(delete))
            return $"{delete.Id} may remove more than this one thing: --allow '{delete.Id}' has it called.";
        if (RequestFor(delete, thing) is not { } request) return $"Its answer did not name it, and {delete.Id} wants a name.";
        if (refusals.GetValueOrDefault(delete) >= MaxRefusals) return $"{delete.Id} refused {MaxRefusals} others.";
        if (cancellationToken.IsCancellationRequested) return $"Removing took longer than {Limit.TotalMinutes:0} minutes.";
        try
        {
            return await RemoveAsync(delete, thing, request, sender, cancellationToken);
        }
        catch (CaseStopException stop)
        {
            return stop.Message;
        }
        catch (OperationCanceledException)
        {
            return $"Removing took longer than {Limit.TotalMinutes:0} minutes.";
        }
    }

    private async Task<string?> RemoveAsync(ApiOperation delete, CreatedThing thing, StepRequest request, CaseSender sender, CancellationToken cancellationToken)
    {
        var variables = calls.FirstOrDefault(call => call.Operation == delete.Id)?.Variables ?? [];
        var values = Named(CaseValues.Create(variables, "clean-up", context).Value, variables, thing);
        var ready = new RequestBuilder(context).Build(new TestStep { Name = "clean-up" }, request, values);
        if (context.Created.IsRemoved(ready)) return null;
        var exchange = await sender.SendAsync(ready, cancellationToken);
        if (exchange.Response?.Status is (>= 200 and < 300) or NotFound or Gone) return null;
        refusals[delete] = refusals.GetValueOrDefault(delete) + 1;
        return $"{delete.Id}: {JudgeContext.Describe(exchange)}.";
    }

    /// <summary>A call names the thing in its query or body, by a variable that the thing's creation supplies.</summary>
    private static TemplateValues Named(TemplateValues values, IReadOnlyList<TestVariable> variables, CreatedThing thing)
    {
        if (thing.Resource?.Identifier is not { } identifier || !thing.Values.TryGetValue(identifier.Parameter, out var name)) return values;
        foreach (var variable in variables.Where(variable => variable.Suppliers.Any(supplier => supplier.Operation == thing.Operation.Id)))
            values = values.With(variable.Name, name);
        return values;
    }

    /// <summary>The request that removes the thing; null when a value of its path is not known.</summary>
    private StepRequest? RequestFor(ApiOperation delete, CreatedThing thing)
    {
        var request = calls.FirstOrDefault(call => call.Operation == delete.Id)?.Request ?? new StepRequest { Method = delete.Method, Path = delete.Path };
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var parameter in delete.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path))
        {
            if (!Names(parameter, delete, thing, out var value)) return null;
            values[parameter.Name] = Literal(value);
        }

        return request with { PathValues = values };
    }

    /// <summary>The same thing may be called otherwise in the path that removes it; its own name comes last in both.</summary>
    private static bool Names(ApiParameter parameter, ApiOperation delete, CreatedThing thing, out JsonElement value) =>
        thing.Values.TryGetValue(parameter.Name, out value)
        || (thing.Identifier is not null && delete.Path.TrimEnd('/').EndsWith($"{{{parameter.Name}}}", StringComparison.Ordinal)
            && thing.Values.TryGetValue(thing.Resource!.Identifier!.Parameter, out value));

    private static JsonElement Literal(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? JsonSerializer.SerializeToElement(value.GetString()!.Replace("{{", "\\{{", StringComparison.Ordinal)) : value;
}
