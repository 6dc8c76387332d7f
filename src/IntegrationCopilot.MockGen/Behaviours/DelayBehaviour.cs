using System.Globalization;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Waits before answering, where a request asks for it with <c>Prefer: delay</c>. The wait is that of the work: what comes in meanwhile finds it in progress.
/// Requests refused before wait too.
/// </summary>
/// <param name="stage">Where it waits, unless it has further in.</param>
internal sealed class DelayBehaviour(MockStage stage) : IMockBehaviour
{
    public string Name => "delay";

    public MockStage Stage => stage;

    public MockStep Build(MockOperation? operation, MockStep next) =>
        request => request.Preferences.Delay <= TimeSpan.Zero ? next(request) : stage == MockStage.Exchange ? WaitAfterAsync(request, next)
            : WaitBeforeAsync(request, next);

    private static async ValueTask<MockReply> WaitBeforeAsync(MockRequest request, MockStep next)
    {
        await request.WaitAsync();
        return await next(request);
    }

    private static async ValueTask<MockReply> WaitAfterAsync(MockRequest request, MockStep next)
    {
        var reply = await next(request);
        await request.WaitAsync();
        request.Confirm(string.Create(CultureInfo.InvariantCulture, $"delay={(int)request.Delay.TotalMilliseconds}"));
        return reply;
    }
}
