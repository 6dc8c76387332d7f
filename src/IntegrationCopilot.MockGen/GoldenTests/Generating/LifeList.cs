using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>How a test finds the things of a resource in their list, as far as the document tells.</summary>
/// <param name="Plan">The request for the first page, with pages as large as they may be.</param>
/// <param name="Walk">How to go on.</param>
internal sealed record LifeList(RequestPlan Plan, PageWalk Walk)
{
    private const int MostPages = 20;
    private const int Large = 100;

    /// <summary>The list that new things of a resource come into; null when none is described well enough.</summary>
    public static LifeList? Of(LifeSubject subject)
    {
        var resource = subject.Resource;
        if (subject.Listing() is not { } plan || resource.AnswerOf(plan.Operation) is not { Form: AnswerForm.Array } answer
            || resource.Identifier!.Parts[0].ListItem is not { Length: > 0 } key || !NodePointer.TryParse(answer.Envelope, out var items))
            return null;
        var shape = new ListShape(subject.Material, plan.Operation);
        var isPaged = plan.Operation.Facts.Any(fact => fact is PaginationFact);
        if (shape.Walk(items) is not { } walk)
        {
            if (isPaged || shape.MayBeCut) return null;
            walk = new PageWalk { Style = PageStyle.Cursor, ItemsPointer = answer.Envelope, MaxPages = 1 };
        }

        return new(Sized(subject.Material, plan, shape), walk with { KeyPointer = $"{answer.Item}{key}", MaxPages = isPaged ? MostPages : 1 });
    }

    /// <summary>A step that walks through it.</summary>
    public TestStep Step(string name, params TestAssertion[] more) =>
        new() { Name = name, Request = Plan.Request, Walk = Walk, Assertions = [new PagesAssertion(NoDuplicates: false) { MayBeEmpty = true }, .. more] };

    private static RequestPlan Sized(TestMaterial material, RequestPlan plan, ListShape shape)
    {
        if (shape.Size is not { } size || !material.Structure.IsOfType(size.Schema, SpecEngine.JsonTypes.Integer)) return plan;
        var most = material.Structure.Resolve(size.Schema)["maximum"].GetInt64() is >= 1 and var maximum ? Math.Min(maximum, Large) : Large;
        var value = AsJson.Element(most);
        return material.Accepts(size.Schema, value) ? plan.WithQuery(size.Name, value) : plan;
    }
}
