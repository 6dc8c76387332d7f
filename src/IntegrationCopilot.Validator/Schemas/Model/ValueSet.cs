namespace IntegrationCopilot.Validator;

/// <summary>The values of <c>enum</c> or <c>const</c>.</summary>
internal sealed class ValueSet
{
    private readonly byte[] text;
    private readonly byte[] unescaped;
    private readonly Token[] tokens;
    private readonly NameTable strings;
    private readonly HashSet<long> smallNumbers = [];
    private readonly List<int> numbers = [];
    private readonly List<int> containers = [];

    /// <param name="values">UTF-8 JSON: an array of the values.</param>
    public ValueSet(byte[] values)
    {
        text = values;
        var tape = Tape.Rent();
        if (Tokenizer.Read(text, tape, SchemaOptions.Default).Kind != TextFaultKind.None)
            throw new ArgumentException("The values are no JSON.", nameof(values));
        unescaped = tape.Unescaped.AsSpan(0, tape.UnescapedLength).ToArray();
        tokens = tape.Tokens.AsSpan(0, tape.Count).ToArray();
        Tape.Return(tape);
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (var item in Items()) Add(item, texts);
        strings = new NameTable(texts);
    }

    /// <summary>The kinds that occur among the values.</summary>
    public KindMask Kinds { get; private set; }

    public int Count => tokens[0].Length;

    public NameTable Strings => strings;

    /// <summary>Whether a value is among them; <paramref name="work"/> counts down.</summary>
    public bool Contains(Instance instance, int at, ref long work)
    {
        ref readonly var token = ref instance[at];
        if (!Kinds.Has(token.Kind)) return false;
        switch (token.Kind)
        {
            case ValueKind.Null or ValueKind.False or ValueKind.True: return true;
            case ValueKind.String: return strings.Find(NameKey.Of(instance.Text(in token)), instance.Text(in token)) >= 0;
            case ValueKind.Array or ValueKind.Object: return IsAmong(containers, instance, at, ref work);
            default:
                return NumberText.TryReadSmall(instance.Text(in token), out var small) && smallNumbers.Contains(small)
                    || IsAmong(numbers, instance, at, ref work);
        }
    }

    /// <summary>The values as JSON texts.</summary>
    public IEnumerable<string> Describe()
    {
        foreach (var item in Items())
        {
            var token = tokens[item];
            yield return token.Kind switch
            {
                ValueKind.Array => "an array",
                ValueKind.Object => "an object",
                ValueKind.String => $"\"{Text(token)}\"",
                _ => Text(token),
            };
        }
    }

    private Instance Values => new(text, unescaped, tokens);

    private IEnumerable<int> Items()
    {
        for (var item = 1; item < tokens[0].Next; item = tokens[item].Next) yield return item;
    }

    private string Text(Token token) => System.Text.Encoding.UTF8.GetString(Values.Text(in token));

    private void Add(int item, HashSet<string> texts)
    {
        var token = tokens[item];
        Kinds |= token.Kind.Mask();
        if (token.Kind == ValueKind.String) texts.Add(Text(token));
        if (token.Kind is ValueKind.Array or ValueKind.Object) containers.Add(item);
        if (token.Kind is not (ValueKind.Integer or ValueKind.Number)) return;
        numbers.Add(item);
        if (NumberText.TryReadSmall(Values.Text(in token), out var small)) smallNumbers.Add(small);
    }

    private bool IsAmong(List<int> candidates, Instance instance, int at, ref long work)
    {
        var values = Values;
        foreach (var candidate in candidates)
            if (InstanceEquality.AreEqual(values, candidate, instance, at, ref work)) return true;
        return false;
    }
}
