using System.Collections.Frozen;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The judge of each kind of assertion.</summary>
internal static class Judges
{
    private static readonly FrozenDictionary<Type, Judge> Table = new Dictionary<Type, Judge>
    {
        [typeof(StatusAssertion)] = Each<StatusAssertion>(StatusJudge.Describe, StatusJudge.Judge),
        [typeof(SucceedsAssertion)] = Each<SucceedsAssertion>(_ => "the request succeeds", SuccessJudge.Judge),
        [typeof(RefusedAssertion)] = Each<RefusedAssertion>(RefusalJudge.Describe, RefusalJudge.Judge),
        [typeof(ConformsAssertion)] = Whole<ConformsAssertion>(_ => "the answer conforms to the document", ConformsJudge.Judge),
        [typeof(ErrorShapeAssertion)] = Each<ErrorShapeAssertion>(_ => "the error has the described shape", ErrorShapeJudge.Judge),
        [typeof(RobustAssertion)] = Each<RobustAssertion>(_ => "the server does not fail", RobustJudge.Judge),
        [typeof(NoLeakAssertion)] = Each<NoLeakAssertion>(_ => "the answer tells nothing of the server's insides", LeakJudge.Judge),
        [typeof(StatusFieldsAssertion)] = Each<StatusFieldsAssertion>(_ => "the answer has the fields that its status demands", StatusFieldsJudge.Judge),
        [typeof(HeadAssertion)] = Each<HeadAssertion>(_ => "HEAD answers as GET does", HeadJudge.Judge),
        [typeof(HeaderAssertion)] = Each<HeaderAssertion>(HeaderJudge.Describe, HeaderJudge.Judge),
        [typeof(RetryTimeAssertion)] = Each<RetryTimeAssertion>(_ => "the answer says when to try again", RetryTimeJudge.Judge),
        [typeof(BodyExistsAssertion)] = Each<BodyExistsAssertion>(a => $"the body has {BodyJudges.Place(a.Pointer)}", BodyJudges.Exists),
        [typeof(BodyEqualsAssertion)] = Each<BodyEqualsAssertion>(a => $"{BodyJudges.Place(a.Pointer)} is {JudgeContext.Short(a.Value)}", BodyJudges.Is),
        [typeof(BodySameAssertion)] = Each<BodySameAssertion>(a => $"{BodyJudges.Place(a.Pointer)} is that of step '{a.Step}'", BodyJudges.Same),
        [typeof(ResponseSameAssertion)] = Each<ResponseSameAssertion>(a => $"the answer is that of step '{a.Step}'", ResponseSameJudge.Judge),
        [typeof(NoSecondEffectAssertion)] =
            Each<NoSecondEffectAssertion>(a => $"there is no second effect beside that of step '{a.Step}'", EffectJudges.NoSecond),
        [typeof(OneEffectAssertion)] = Whole<OneEffectAssertion>(_ => "the copies have one effect together", EffectJudges.One),
        [typeof(TimesOutAssertion)] = Each<TimesOutAssertion>(_ => "no answer comes in time", TimeJudges.TimesOut),
        [typeof(DurationAssertion)] = Whole<DurationAssertion>(TimeJudges.Describe, TimeJudges.Duration),
        [typeof(PagesAssertion)] = Whole<PagesAssertion>(PagesJudge.Describe, PagesJudge.Judge),
        [typeof(SameItemsAssertion)] = Whole<SameItemsAssertion>(a => $"the items are those of step '{a.Step}'", ListJudges.Same),
        [typeof(ItemsMatchAssertion)] = Whole<ItemsMatchAssertion>(a => $"{a.Pointer} of every item is {JudgeContext.Short(a.Value)}", ListJudges.Match),
        [typeof(ItemsOrderedAssertion)] = Whole<ItemsOrderedAssertion>(Order, ListJudges.Ordered),
        [typeof(NewItemsAssertion)] =
            Whole<NewItemsAssertion>(a => a.AtMost == 0 ? $"nothing new is listed since step '{a.Step}'" : $"at most {a.AtMost} is new since step '{a.Step}'",
            ListJudges.New),
        [typeof(ListedAssertion)] = Whole<ListedAssertion>(a => a.Listed ? "what was created is listed" : "what was deleted is not listed", ListJudges.Listed),
        [typeof(WrittenAssertion)] = Each<WrittenAssertion>(a => $"what step '{a.Step}' wrote is read back", StateJudges.Written),
        [typeof(UnchangedAssertion)] = Each<UnchangedAssertion>(a => $"what is not changed is as in step '{a.Step}'", StateJudges.Unchanged),
        [typeof(RemovedAssertion)] = Each<RemovedAssertion>(a => $"{a.Pointer} is taken away", StateJudges.Removed),
        [typeof(NotTakenAssertion)] = Each<NotTakenAssertion>(a => $"{BodyJudges.Place(a.Pointer)} is not what the client sent", StateJudges.NotTaken),
        [typeof(LocatedAssertion)] = Each<LocatedAssertion>(_ => "Location leads to what the answer is about", LocationJudge.Judge),
        [typeof(DeliveredAssertion)] = Whole<DeliveredAssertion>(_ => "what happened is delivered", DeliveredJudge.Arrived),
        [typeof(DeliveredOnceAssertion)] = Whole<DeliveredOnceAssertion>(_ => "what was taken does not come again", DeliveredJudge.Once),
        [typeof(SignatureAssertion)] = Whole<SignatureAssertion>(SignatureJudge.Describe, SignatureJudge.Judge),
    }.ToFrozenDictionary();

    private static string Order(ItemsOrderedAssertion assertion) => assertion.Descending is { } isDown
        ? $"the items are in {(isDown ? "descending" : "ascending")} order of {assertion.Pointer}" : $"the items are in the order of {assertion.Pointer}";

    private delegate AssertionResult Judge(TestAssertion assertion, JudgeContext context);

    public static AssertionResult Of(TestAssertion assertion, JudgeContext context) => Table[assertion.GetType()](assertion, context);

    /// <summary>A judge that looks at one answer after the other; the first that does not hold decides.</summary>
    private static Judge Each<T>(Func<T, string> describe, Func<T, Exchange, JudgeContext, Judgement> judge) where T : TestAssertion =>
        Whole(describe, (assertion, context) =>
    {
        var answers = context.Outcome.Answers;
        foreach (var (index, exchange) in answers.Index())
        {
            var judgement = judge(assertion, exchange, context);
            if (judgement is { Verdict: not AssertionVerdict.Held, Problem: { } problem })
                return judgement with { Exchange = exchange, Problem = answers.Count == 1 ? problem : $"{problem} (copy {index + 1} of {answers.Count})" };
        }

        return answers.Count > 0 ? Judgement.Holds : Judgement.Fails("the step sends no request, so there is no answer");
    });

    private static Judge Whole<T>(Func<T, string> describe, Func<T, JudgeContext, Judgement> judge) where T : TestAssertion => (assertion, context) =>
    {
        var judgement = judge((T)assertion, context).WithStrength(assertion.Strength);
        var (verdict, problem, findings) = judgement;
        var description = describe((T)assertion);
        if (verdict == AssertionVerdict.Held)
            return new AssertionResult(problem is { } limit ? $"{description} ({limit})" : description, verdict, null, findings) { Ground = assertion.Ground };
        var ground = verdict != AssertionVerdict.Unjudged && assertion.Ground is { } text ? $". Ground: {text.TrimEnd('.')}" : "";
        return new AssertionResult(description, verdict, $"{problem}{ground}.", findings)
        {
            Ground = assertion.Ground,
            Cause = Causes.Of(description, assertion, judgement with { Exchange = judgement.Exchange ?? context.Outcome.Told },
                context.Outcome.Step.Credentials),
        };
    };
}
