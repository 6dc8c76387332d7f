using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Reads the keywords of one schema into its compiled form.</summary>
internal sealed class SchemaReader
{
    public SchemaReader(SchemaCompiler compiler, SchemaNode node)
    {
        Compiler = compiler;
        Node = node;
    }

    public SchemaCompiler Compiler { get; }

    public SchemaNode Node { get; }

    public Dialect Dialect => Node.Resource.Dialect;

    public RawNode Source => Node.Source;

    public NumberRules Numbers => Node.Numbers ??= new NumberRules();

    public StringRules Strings => Node.Strings ??= new StringRules();

    public ArrayRules Arrays => Node.Arrays ??= new ArrayRules { ContainsEvaluates = Dialect.Edition == SchemaDialect.Draft202012 };

    public ObjectRules Objects => Node.Objects ??= new ObjectRules();

    public InPlaceRules InPlace => Node.InPlace ??= new InPlaceRules();

    public void Read()
    {
        switch (Source.Kind)
        {
            case RawKind.True: break;
            case RawKind.False: Node.Types = KindMask.None; break;
            case RawKind.Object: ReadKeywords(); break;
            default: Report(SchemaRules.NoSchema.On(Source, Describe(Source))); break;
        }
    }

    public void Report(SpecProblem problem) => (Node.Problems ??= []).Add(problem);

    /// <summary>Reports a value of the wrong kind.</summary>
    public void ReportKind(RawNode value, string expected) => Report(SchemaRules.WrongKeywordType.On(value, value.Name, expected, Describe(value)));

    public SchemaNode Schema(RawNode value)
    {
        var child = Compiler.Get(value, Node.Resource);
        Node.Children.Add(child);
        return child;
    }

    public SchemaNode[] Schemas(RawNode value)
    {
        if (!value.IsArray)
        {
            ReportKind(value, "an array of schemas");
            return [];
        }
        return [.. value.Children.Select(Schema)];
    }

    public IEnumerable<RawNode> Members(RawNode value)
    {
        if (value.IsObject) return value.Children;
        ReportKind(value, "an object");
        return [];
    }

    /// <summary>Reads a whole number of 0 or more.</summary>
    public void Count(RawNode value, Action<int> set)
    {
        if (value.Kind == RawKind.Number && value.GetDouble() is { } number and >= 0 && Math.Truncate(number) == number)
            set((int)Math.Min(number, int.MaxValue));
        else ReportKind(value, "a whole number of 0 or more");
    }

    public bool Flag(RawNode value)
    {
        if (value.GetBoolean() is { } flag) return flag;
        ReportKind(value, "true or false");
        return false;
    }

    public EcmaPattern? Pattern(RawNode value, string? source)
    {
        if (source is null)
        {
            ReportKind(value, "a string");
            return null;
        }
        if (Dialect.IsOpenApi && EcmaPattern.WithoutSlashes(source) is var bare && bare.Length < source.Length)
        {
            Report(SchemaRules.ForeignKeyword.On(value, value.Name, "slashes around a pattern belong to JavaScript source text"));
            source = bare;
        }
        try
        {
            return Compiler.Pattern(source);
        }
        catch (FormatException fault)
        {
            Report(SchemaRules.BadPattern.On(value, ValueText.Shorten(source), fault.Message));
            return null;
        }
    }

    /// <summary>Reads an array of strings.</summary>
    public string[] Names(RawNode value)
    {
        if (value.IsArray && value.Children.All(c => c.Kind == RawKind.String)) return [.. value.Children.Select(c => c.GetString()!)];
        ReportKind(value, "an array of strings");
        return [];
    }

    /// <summary>The number as written; null, and reported, when it is none.</summary>
    public byte[]? Number(RawNode value)
    {
        if (value.Kind == RawKind.Number) return Encoding.ASCII.GetBytes(value.GetScalarText()!);
        ReportKind(value, "a number");
        return null;
    }

    private static string Describe(RawNode value) => value.Kind switch
    {
        RawKind.Object => "an object",
        RawKind.Array => "an array",
        RawKind.String => "a string",
        RawKind.Number => "a number",
        RawKind.Null => "null",
        _ => "a boolean",
    };

    private void ReadKeywords()
    {
        if (Dialect.ReferenceStandsAlone && Source["$ref"].Kind == RawKind.String)
        {
            ReadMember(Source["$ref"]);
            if (Dialect.IsOpenApi) ReadNullableBesideReference();
            return;
        }
        foreach (var member in Source.Children) ReadMember(member);
        SchemaChecks.Run(this);
    }

    private void ReadMember(RawNode member) => KeywordTable.Find(member.Name, Dialect)?.Read?.Invoke(this, member);

    /// <summary>By the letter it is ignored there, but every author who writes it means it.</summary>
    private void ReadNullableBesideReference()
    {
        var nullable = Source["nullable"].IsDefined ? Source["nullable"] : Source["x-nullable"];
        if (nullable.GetBoolean() != true) return;
        Report(SchemaRules.ForeignKeyword.On(nullable, nullable.Name, "nothing counts beside $ref; wrap the reference in allOf"));
        Node.AcceptsNull = true;
    }
}
