namespace IntegrationCopilot.SpecEngine;

/// <summary>Who meets a part of a description: clients that send it, clients that receive it, in which operations.</summary>
/// <param name="IsSent">Whether clients send it.</param>
/// <param name="IsReceived">Whether clients receive it.</param>
/// <param name="Operations"><see cref="ApiOperation.Id"/> of the operations, in document order.</param>
/// <param name="IsConditional">Whether it holds for some values only (<c>if</c>, <c>not</c>), so that allowing less of it may allow more in all.</param>
internal sealed record Use(bool IsSent, bool IsReceived, IReadOnlyList<string> Operations, bool IsConditional = false)
{
    public static readonly Use None = new(false, false, []);

    /// <summary>What both versions agree on: a part that only one of them sends matters to nobody who sent it.</summary>
    public Use And(Use other) => new(IsSent && other.IsSent, IsReceived && other.IsReceived, Operations);
}
