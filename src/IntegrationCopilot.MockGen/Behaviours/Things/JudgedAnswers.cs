using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationCopilot.MockGen;

/// <summary>The last answers with things that are shown as they are kept: what has not changed since is not written and judged again.</summary>
internal sealed class JudgedAnswers
{
    private const int Places = 64;
    private const int LargestKept = 16 * 1024;
    private readonly Judged?[] places = new Judged?[Places];

    /// <summary>The answer with a thing.</summary>
    /// <param name="shell">What lies around it.</param>
    /// <param name="thing">The thing as it is kept; kept bytes never change.</param>
    /// <param name="answer">Makes the answer where it is not known.</param>
    public MockReply Get(AnswerShell shell, ReadOnlyMemory<byte> thing, ThingAnswer answer)
    {
        if (!MemoryMarshal.TryGetArray(thing, out var segment) || thing.Length > LargestKept) return answer.Judged(shell.Shell, shell.Media!, thing);
        ref var place = ref places[(uint)RuntimeHelpers.GetHashCode(segment.Array) % Places];
        if (Volatile.Read(ref place) is { } known && ReferenceEquals(known.Shell, shell.Shell) && known.Thing.Equals(thing)) return known.Reply;
        var reply = answer.Judged(shell.Shell, shell.Media!, thing);
        Volatile.Write(ref place, new Judged(shell.Shell, thing, reply));
        return reply;
    }

    private sealed record Judged(MockReply Shell, ReadOnlyMemory<byte> Thing, MockReply Reply);
}
