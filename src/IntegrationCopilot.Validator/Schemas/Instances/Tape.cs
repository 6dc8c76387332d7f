namespace IntegrationCopilot.Validator;

/// <summary>The reusable buffers of one evaluation: the tokens of an instance and everything the evaluators need to work on it.</summary>
/// <remarks>One is kept per thread, so a valid document of ordinary size costs no allocation.</remarks>
internal sealed class Tape
{
    private const int KeptTokens = 256 * 1024;
    private const int KeptBytes = 1024 * 1024;

    [ThreadStatic]
    private static Tape? spare;

    /// <summary>The tokens in document order; the root is the first.</summary>
    public Token[] Tokens = new Token[512];
    public int Count;

    /// <summary>Contents of strings and names that were written with escapes.</summary>
    public byte[] Unescaped = new byte[512];
    public int UnescapedLength;

    /// <summary>Containers open while tokenising.</summary>
    public OpenContainer[] Open = new OpenContainer[64];

    /// <summary>Name tokens that repeat a name of the same object, in document order.</summary>
    public readonly List<int> RepeatedNames = [];

    /// <summary>Strings that stand for bytes; null in most instances.</summary>
    public OpaqueStrings? Opaque;

    /// <summary>Sets of evaluated members and items, stacked.</summary>
    public ulong[] Evaluated = new ulong[64];
    public int EvaluatedLength;

    /// <summary>Resources entered so far, outermost first; kept only for schemas with dynamic references.</summary>
    public SchemaResource[] Scope = new SchemaResource[16];
    public int ScopeLength;

    /// <summary>Working space of patterns and of set comparisons.</summary>
    public char[] Chars = new char[512];
    public int[] Indexes = new int[64];

    public static Tape Rent()
    {
        var tape = spare ?? new Tape();
        spare = null;
        tape.Clear();
        return tape;
    }

    public static void Return(Tape tape)
    {
        if (tape.Tokens.Length <= KeptTokens && tape.Unescaped.Length <= KeptBytes && tape.Chars.Length <= KeptBytes && tape.Indexes.Length <= KeptTokens)
            spare = tape;
    }

    public void Clear()
    {
        Count = 0;
        UnescapedLength = 0;
        EvaluatedLength = 0;
        ScopeLength = 0;
        Opaque = null;
        RepeatedNames.Clear();
    }

    public int Add(Token token)
    {
        if (Count == Tokens.Length) Array.Resize(ref Tokens, Tokens.Length * 2);
        Tokens[Count] = token;
        return Count++;
    }

    public Span<byte> ReserveUnescaped(int bytes)
    {
        if (UnescapedLength + bytes > Unescaped.Length) Array.Resize(ref Unescaped, Math.Max(Unescaped.Length * 2, UnescapedLength + bytes));
        return Unescaped.AsSpan(UnescapedLength, bytes);
    }

    public void Enter(SchemaResource resource)
    {
        if (ScopeLength == Scope.Length) Array.Resize(ref Scope, ScopeLength * 2);
        Scope[ScopeLength++] = resource;
    }

    /// <summary>Opens an empty set of <paramref name="size"/> bits on the stack.</summary>
    /// <returns>Its offset.</returns>
    public int PushEvaluated(int size)
    {
        var words = (size + 63) >> 6;
        if (EvaluatedLength + words > Evaluated.Length) Array.Resize(ref Evaluated, Math.Max(Evaluated.Length * 2, EvaluatedLength + words));
        Evaluated.AsSpan(EvaluatedLength, words).Clear();
        EvaluatedLength += words;
        return EvaluatedLength - words;
    }
}

/// <summary>A container that is being tokenised.</summary>
internal struct OpenContainer
{
    public int Token;
    public int Count;
    public bool IsObject;

    /// <summary>One bit for each name seen so far, by key: a clear bit proves that a name is new.</summary>
    public ulong NamesSeen;
}
