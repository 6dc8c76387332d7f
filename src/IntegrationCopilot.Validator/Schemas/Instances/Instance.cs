using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationCopilot.Validator;

/// <summary>A tokenised instance: the text and the tape over it.</summary>
internal readonly ref struct Instance
{
    private readonly ReadOnlySpan<byte> text;
    private readonly ReadOnlySpan<byte> unescaped;
    private readonly ReadOnlySpan<Token> tokens;

    public Instance(ReadOnlySpan<byte> text, Tape tape)
        : this(text, tape.Unescaped, tape.Tokens)
    {
    }

    public Instance(ReadOnlySpan<byte> text, ReadOnlySpan<byte> unescaped, ReadOnlySpan<Token> tokens)
    {
        this.text = text;
        this.unescaped = unescaped;
        this.tokens = tokens;
    }

    public ref readonly Token this[int at] => ref Unsafe.Add(ref MemoryMarshal.GetReference(tokens), at);

    /// <summary>Content of a scalar or name: strings without quotes and escapes.</summary>
    public ReadOnlySpan<byte> Text(int at) => Text(in this[at]);

    public ReadOnlySpan<byte> Text(in Token token) =>
        token.Start >= 0 ? text.Slice(token.Start, token.Length) : unescaped.Slice(~token.Start, token.Length);

    public NumberText Number(int at) => NumberText.Parse(Text(at));

    /// <summary>The value of that name; -1 when there is none. The last one when the name repeats.</summary>
    public int FindMember(int container, ReadOnlySpan<byte> name, ulong key)
    {
        var found = -1;
        var end = this[container].Next;
        for (var at = container + 1; at < end; at = this[at + 1].Next)
        {
            ref readonly var token = ref this[at];
            if (token.Key == key && (NameKey.IsExact(key) || Text(in token).SequenceEqual(name))) found = at + 1;
        }
        return found;
    }
}
