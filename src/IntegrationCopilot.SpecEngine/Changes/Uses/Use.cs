namespace IntegrationCopilot.SpecEngine;

/// <summary>Who meets a part of a description: clients that send it, clients that receive it, in which operations.</summary>
/// <param name="IsSent">Whether clients send it.</param>
/// <param name="IsReceived">Whether clients receive it.</param>
/// <param name="Operations"><see cref="ApiOperation.Id"/> of the operations.</param>
/// <param name="IsConditional">Whether it holds for some values only (<c>if</c>, <c>not</c>), so that allowing less of it may allow more in all.</param>
internal sealed record Use(bool IsSent, bool IsReceived, Lazy<IReadOnlyList<string>> Operations, bool IsConditional = false)
{
    public static readonly Use None = Of(false, false);

    public static Use Of(bool isSent, bool isReceived, params IReadOnlyList<string> operations) =>
        new(isSent, isReceived, new Lazy<IReadOnlyList<string>>(operations));

    /// <summary>What both versions agree on: a part that only one of them sends matters to nobody who sent it.</summary>
    public Use And(Use other) => new(IsSent && other.IsSent, IsReceived && other.IsReceived, Operations);
}
