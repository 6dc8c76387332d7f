using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// The values of a run: what a person gave; else what the API itself told, asked for where it has not yet; else the document's own; made-up ones on the own
/// mock
/// only.
/// </summary>
internal sealed class ValueBook(RunContext context, IReadOnlyList<ProducerCall> calls)
{
    private readonly ValueFit fit = new(context.Spec);
    private readonly ProducerRanks ranks = new(calls, context.Options.Values, context.IsMock);

    /// <summary>The values a request is sent with.</summary>
    /// <param name="needs">What they are for.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The values, or every one of the wrong type.</returns>
    /// <exception cref="CaseStopException">One is missing.</exception>
    public async Task<TemplateResult<TemplateValues>> FillAsync(ValueNeeds needs, CancellationToken cancellationToken)
    {
        var start = CaseValues.Create(needs.Variables, needs.Scope, context);
        if (!start.IsComplete) return start;
        var values = needs.Known.Aggregate(start.Value, (all, known) => all.With(known.Key, known.Value));
        var missing = new MissingValues(context.Missing, needs.CaseId);
        foreach (var variable in needs.InnermostFirst())
        {
            if (values.IsGiven(variable.Name)) continue;
            var told = await AskAsync(variable, needs, values, cancellationToken);
            if (told.Value is { } value) values = WithOthers(values.With(variable.Name, value), told, needs);
            else if (IsMissing(variable)) missing.Add(variable, told.Why);
        }

        missing.ThrowIfAny();
        return start with { Value = values };
    }

    /// <summary>A made-up value is good for the own mock only, and a real API's things are nobody's to change but who made them.</summary>
    public bool IsMissing(TestVariable variable) => !context.IsMock && !variable.Fresh
        && (variable.Invented || (variable.Own && variable.Suppliers.Any(supplier => supplier.Creates)));

    /// <summary>What lies beneath a thing goes with the names of what it lies in.</summary>
    private TemplateValues WithOthers(TemplateValues values, Told told, ValueNeeds needs)
    {
        foreach (var (taken, given) in needs.Requests.SelectMany(request => CommonPath.Of(request, told.Request!)))
            if (needs.Variables.FirstOrDefault(other => CommonPath.IsFor(taken, other)) is { Fresh: false } other && !values.IsGiven(other.Name)
                && JsonTemplate.Substitute(given, told.Source!) is { IsComplete: true, Value: var same } && fit.Fits(needs.Requests, other.Name, same))
                values = values.With(other.Name, same);
        foreach (var other in needs.Variables.Where(other => !other.Fresh && !values.IsGiven(other.Name)))
            if (told.Source!.Find(other.Name) is { } shared) values = values.With(other.Name, shared);
        return values;
    }

    private async Task<Told> AskAsync(TestVariable variable, ValueNeeds needs, TemplateValues values, CancellationToken cancellationToken)
    {
        string? why = null;
        foreach (var supplier in ranks.Usable(variable, needs.Below))
        {
            if (variable.Own && !supplier.Creates) continue;
            var call = ranks.Find(supplier.Operation)!;
            var ask = new ControlAsk(call.Request, call.Variables, needs.CaseId)
            {
                Below = ranks.Of(supplier.Operation),
                MayShrink = supplier.Creates && !context.IsMock,
                OwnFor = variable.Own && supplier.Creates ? needs.OwnFor : null,
            };
            var control = await AskBeneathAsync(ask, needs, values, cancellationToken);
            var found = control.Succeeded ? SuppliedValue.Find(supplier, call, control, variable.Type) : null;
            if (found is { } value && fit.Fits(needs.Requests, variable.Name, value)) return new(value, call.Request, control.Values, null);
            why ??= WhyNot(supplier, control, found);
        }

        return new(null, null, null, why);
    }

    /// <summary>What becomes of a request; of the same beneath what is known already, where it went beneath something else.</summary>
    private async Task<ControlOutcome> AskBeneathAsync(ControlAsk ask, ValueNeeds needs, TemplateValues values, CancellationToken cancellationToken)
    {
        var control = await context.Controls.AskAsync(ask, cancellationToken);
        if (!control.Succeeded) return control;
        var known = needs.Requests.SelectMany(request => CommonPath.Known(request, ask.Request, ask.Variables, needs.Variables, values))
            .DistinctBy(value => value.Key).ToDictionary();
        if (known.All(value => control.Values.Find(value.Key) is { } its && JsonElement.DeepEquals(its, value.Value))) return control;
        var beneath = await context.Controls.AskAsync(ask with { Known = known }, cancellationToken);
        return beneath.Succeeded ? beneath : control;
    }

    private static string WhyNot(ValueSupplier supplier, ControlOutcome control, JsonElement? found)
    {
        if (found is { } value) return $"{supplier.Operation} told {JudgeContext.Short(value)}, which the document does not allow here";
        return control.Succeeded ? $"the answer of {supplier.Operation} holds none" : $"{supplier.Operation}: {control.Reason}";
    }

    private readonly record struct Told(JsonElement? Value, StepRequest? Request, TemplateValues? Source, string? Why);
}
