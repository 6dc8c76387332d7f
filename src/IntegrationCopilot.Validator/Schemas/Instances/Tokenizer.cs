using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace IntegrationCopilot.Validator;

/// <summary>Reads JSON text (RFC 8259) onto a tape in one pass and without recursion.</summary>
/// <remarks>Positions below zero mean that reading stopped: at the end when there is no fault.</remarks>
internal ref struct Tokenizer
{
    private const int Stopped = -1;
    private readonly ReadOnlySpan<byte> text;
    private readonly Tape tape;
    private readonly SchemaOptions limits;
    private TextFault fault;
    private int depth;

    private Tokenizer(ReadOnlySpan<byte> text, Tape tape, SchemaOptions limits)
    {
        this.text = text;
        this.tape = tape;
        this.limits = limits;
    }

    /// <summary>Fills the tape.</summary>
    /// <returns>The fault that stopped the reading, or one of no kind.</returns>
    public static TextFault Read(ReadOnlySpan<byte> text, Tape tape, SchemaOptions limits)
    {
        if (text.Length > limits.MaxInstanceBytes) return new TextFault(TextFaultKind.TooLarge, 0);
        if (!Utf8.IsValid(text)) return new TextFault(TextFaultKind.NotUtf8, Utf8Text.FindFault(text));
        var tokenizer = new Tokenizer(text, tape, limits);
        tokenizer.ReadAll();
        // Property names are checked on a free token behind all others.
        if (tape.Count == tape.Tokens.Length) Array.Resize(ref tape.Tokens, tape.Count + 1);
        return tokenizer.fault;
    }

    private void ReadAll()
    {
        var at = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at >= 0) at = ReadValue(SkipSpace(at));
    }

    /// <summary>Reads one value, or opens a container, and what follows up to the next value.</summary>
    private int ReadValue(int at)
    {
        switch (Peek(at))
        {
            case (byte)'"': return AfterValue(ReadString(at));
            case (byte)'{': return Open(at, ValueKind.Object);
            case (byte)'[': return Open(at, ValueKind.Array);
            case (byte)'t': return AfterValue(ReadLiteral(at, "true"u8, ValueKind.True));
            case (byte)'f': return AfterValue(ReadLiteral(at, "false"u8, ValueKind.False));
            case (byte)'n': return AfterValue(ReadLiteral(at, "null"u8, ValueKind.Null));
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): return AfterValue(ReadNumber(at));
            default: return Stop(at, "a value is expected");
        }
    }

    private int Open(int at, ValueKind kind)
    {
        if (depth == limits.MaxDepth) return Stop(TextFaultKind.TooDeep, at);
        if (depth == tape.Open.Length) Array.Resize(ref tape.Open, depth * 2);
        tape.Open[depth++] = new OpenContainer { Token = tape.Count, IsObject = kind == ValueKind.Object };
        tape.Add(Token.Value(at, 0, 0, kind));
        at = SkipSpace(at + 1);
        if (Peek(at) == (kind == ValueKind.Object ? '}' : ']')) return AfterValue(Close(at));
        tape.Open[depth - 1].Count = 1;
        return kind == ValueKind.Object ? ReadName(at) : at;
    }

    private int Close(int at)
    {
        ref var container = ref tape.Open[--depth];
        ref var token = ref tape.Tokens[container.Token];
        token.Length = container.Count;
        token.Next = tape.Count;
        if (container.IsObject && container.Count > RepeatedNames.ScannedMembers) RepeatedNames.Collect(text, tape, container.Token);
        return at + 1;
    }

    /// <summary>Goes from the end of a value to the start of the next, closing what ends between them.</summary>
    private int AfterValue(int at)
    {
        while (at >= 0)
        {
            at = SkipSpace(at);
            if (depth == 0) return at == text.Length ? Stopped : Stop(at, "the document ends before this");
            ref var container = ref tape.Open[depth - 1];
            switch (Peek(at))
            {
                case (byte)',':
                    container.Count++;
                    if (tape.Count > limits.MaxInstanceValues) return Stop(TextFaultKind.TooManyValues, at);
                    return container.IsObject ? ReadName(SkipSpace(at + 1)) : at + 1;
                case (byte)'}' when container.IsObject:
                case (byte)']' when !container.IsObject:
                    at = Close(at);
                    break;
                default:
                    return Stop(at, container.IsObject ? "',' or '}' is expected" : "',' or ']' is expected");
            }
        }
        return at;
    }

    private int ReadName(int at)
    {
        if (Peek(at) != '"') return Stop(at, "a member name in double quotes is expected");
        var name = tape.Count;
        var end = FindStringEnd(at + 1);
        if (end < 0) return Stopped;
        if (text[end] == '"')
        {
            var start = at + 1;
            var content = text[start..end];
            var key = start + 8 <= text.Length ? NameKey.OfReadable(ref MemoryMarshal.GetReference(content), content.Length) : NameKey.Of(content);
            tape.Add(Token.Name(start, content.Length, key));
        }
        else
        {
            end = ReadEscaped(at + 1, isName: true);
            if (end < 0) return Stopped;
        }
        NoteName(name);
        at = SkipSpace(end + 1);
        return Peek(at) == ':' ? at + 1 : Stop(at, "':' is expected after the member name");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteName(int name)
    {
        ref var container = ref tape.Open[depth - 1];
        if (container.Count > RepeatedNames.ScannedMembers) return;
        var bit = 1UL << (int)((tape.Tokens[name].Key * 0x9E37_79B9_7F4A_7C15) >> 58);
        if ((container.NamesSeen & bit) != 0) RepeatedNames.Scan(text, tape, container.Token, name);
        container.NamesSeen |= bit;
    }

    private int ReadString(int at)
    {
        var end = FindStringEnd(at + 1);
        if (end < 0) return Stopped;
        if (text[end] != '"')
        {
            end = ReadEscaped(at + 1, isName: false);
            return end < 0 ? Stopped : end + 1;
        }
        tape.Add(Token.Value(at + 1, end - at - 1, tape.Count + 1, ValueKind.String));
        return end + 1;
    }

    /// <summary>The position of the closing quote, or of the first backslash before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindStringEnd(int at)
    {
        ref var data = ref MemoryMarshal.GetReference(text);
        while (at + Vector128<byte>.Count <= text.Length)
        {
            var block = Vector128.LoadUnsafe(ref data, (nuint)at);
            var special = (Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            if (special != 0)
            {
                at += BitOperations.TrailingZeroCount(special);
                return text[at] >= ' ' ? at : Stop(at, "a control character must be escaped in a string");
            }
            at += Vector128<byte>.Count;
        }
        return FindStringEndNearEnd(at);
    }

    private int FindStringEndNearEnd(int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] is (byte)'"' or (byte)'\\') return at;
            if (text[at] < ' ') return Stop(at, "a control character must be escaped in a string");
        }
        return Stop(TextFaultKind.Truncated, at);
    }

    /// <summary>Reads a string with escapes, from its first character.</summary>
    /// <returns>The position of the closing quote.</returns>
    private int ReadEscaped(int at, bool isName)
    {
        var start = tape.UnescapedLength;
        var end = StringEscapes.Read(text, at, tape, out var reason);
        if (reason is not null) return end >= text.Length ? Stop(TextFaultKind.Truncated, end) : Stop(end, reason);
        var length = tape.UnescapedLength - start;
        tape.Add(isName
            ? Token.Name(~start, length, NameKey.Of(tape.Unescaped.AsSpan(start, length)))
            : Token.Value(~start, length, tape.Count + 1, ValueKind.String));
        return end;
    }

    private int ReadLiteral(int at, ReadOnlySpan<byte> literal, ValueKind kind)
    {
        if (!text[at..].StartsWith(literal))
            return literal.StartsWith(text[at..]) ? Stop(TextFaultKind.Truncated, text.Length) : Stop(at, "a value is expected");
        tape.Add(Token.Value(at, literal.Length, tape.Count + 1, kind));
        return at + literal.Length;
    }

    private int ReadNumber(int start)
    {
        var at = text[start] == '-' ? start + 1 : start;
        var first = at;
        at = SkipDigits(at);
        if (at == first) return Stop(at, "a digit is expected");
        if (text[first] == '0' && at > first + 1) return Stop(first + 1, "a number has no leading zeros");
        var whole = at;
        if (Peek(at) == '.')
        {
            var fraction = at + 1;
            at = SkipDigits(fraction);
            if (at == fraction) return Stop(at, "a digit is expected after the decimal point");
        }
        if (Peek(at) is (byte)'e' or (byte)'E')
        {
            var exponent = Peek(at + 1) is (byte)'+' or (byte)'-' ? at + 2 : at + 1;
            at = SkipDigits(exponent);
            if (at == exponent) return Stop(at, "a digit is expected in the exponent");
        }
        var kind = at == whole || NumberText.Parse(text[start..at]).IsWhole ? ValueKind.Integer : ValueKind.Number;
        tape.Add(Token.Value(start, at - start, tape.Count + 1, kind));
        return at;
    }

    private readonly int SkipDigits(int at)
    {
        while (at < text.Length && (uint)(text[at] - '0') <= 9) at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int SkipSpace(int at)
    {
        while (at < text.Length && text[at] <= ' ' && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        return at;
    }

    /// <summary>The byte there; 0, which is nowhere allowed, at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek(int at) => at < text.Length ? text[at] : (byte)0;

    private int Stop(int at, string reason)
    {
        fault = at >= text.Length ? new TextFault(TextFaultKind.Truncated, text.Length) : new TextFault(TextFaultKind.Syntax, at, reason);
        return Stopped;
    }

    private int Stop(TextFaultKind kind, int at)
    {
        fault = new TextFault(kind, at);
        return Stopped;
    }
}
