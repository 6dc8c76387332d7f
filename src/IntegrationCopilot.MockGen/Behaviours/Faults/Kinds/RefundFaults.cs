using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Money given back that should not be.</summary>
internal static class RefundFaults
{
    private const string Behaviour = "refunds";
    private const string Conflict = "RFC 9110, sections 15.5.10 and 15.5.21";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        New("excess-refund-accepted", "Gives back more than was taken.", "No more is given back than was taken.", isSecond: false),
        New("second-refund-accepted", "Gives back again what was given back.", "What was given back whole is not given back again.", isSecond: true),
    ];

    private static MockFault New(string id, string title, string rule, bool isSecond) =>
        new(id, FaultArea.State, title, rule, Conflict, subject => subject.Operation.Facts.OfType<RefundFact>().Any(fact => fact.Target is not null),
            new FaultAct(MockStage.Exchange, Behaviour, (site, with, without) => async request =>
        {
            var target = TargetOf(site, request);
            var reply = await with(request);
            if (reply.Status is >= 200 and < 300) site.Memory.Add(target);
            return reply.Status is 400 or 403 or 409 or 422 && site.Memory.Has(target) == isSecond ? site.Mark(await without(request)) : reply;
        }));

    /// <summary>What is given back, as the request names it.</summary>
    private static string TargetOf(FaultSite site, MockRequest request)
    {
        var target = site.Subject.Operation.Facts.OfType<RefundFact>().First(fact => fact.Target is not null).Target!;
        return target.Place == MessagePlace.Body ? BodyTree.Of(request.Message).Find(target.Pointer.Tokens).ScalarText() ?? "" : site.KeyOf(request);
    }
}
