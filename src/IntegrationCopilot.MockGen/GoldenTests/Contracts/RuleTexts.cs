namespace IntegrationCopilot.MockGen;

/// <summary>What each kind of rule is called in ids and names of tests.</summary>
internal static class RuleTexts
{
    /// <summary>The template of tests that break such a rule.</summary>
    public static string Template(RuleKind kind) => kind switch
    {
        RuleKind.NotNull => "contract-null",
        RuleKind.Precondition => "contract-precondition",
        _ => Templates[(int)kind],
    };

    private static readonly string[] Templates =
        [.. Enum.GetNames<RuleKind>().Select(name => $"contract-{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name)}")];

    /// <summary>What a test shows that breaks the rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="operation">Id of the operation.</param>
    public static string Name(BrokenRule rule, string operation) => rule.Kind switch
    {
        RuleKind.Required => $"{operation} refuses requests without {Place(rule)}",
        RuleKind.Type => $"{operation} refuses a value of another type in {Place(rule)}",
        RuleKind.NotNull => $"{operation} refuses null in {Place(rule)}",
        RuleKind.AdditionalProperty => $"{operation} refuses members that are not described in {Place(rule)}",
        RuleKind.Range => $"{operation} refuses numbers outside the bounds of {Place(rule)}",
        RuleKind.Length => $"{operation} refuses what is too short or too long in {Place(rule)}",
        RuleKind.Pattern => $"{operation} refuses texts that do not match the pattern of {Place(rule)}",
        RuleKind.Enumeration => $"{operation} refuses values outside the list of {Place(rule)}",
        RuleKind.Format => $"{operation} refuses texts that have not the format of {Place(rule)}",
        RuleKind.UniqueItems => $"{operation} refuses items that come twice in {Place(rule)}",
        RuleKind.ContentType => $"{operation} refuses bodies of another media type",
        RuleKind.ContentTypeMissing => $"{operation} bears a body without Content-Type",
        RuleKind.MalformedBody => $"{operation} refuses a body that is not well-formed",
        RuleKind.TruncatedBody => $"{operation} refuses a body that breaks off",
        RuleKind.DuplicateMember => $"{operation} refuses a body in which a name comes twice",
        RuleKind.OverlongIdentifier => $"{operation} bears an identifier of absurd length in {Place(rule)}",
        RuleKind.UnknownIdentifier => $"{operation} refuses an identifier that names nothing in {Place(rule)}",
        RuleKind.Precondition => $"{operation} refuses a change of a state that is out of date",
        _ => $"{operation} refuses what breaks a rule of {Place(rule)}",
    };

    private static string Place(BrokenRule rule) => rule switch
    {
        { In: { } place } => $"the {place.ToString().ToLowerInvariant()} parameter '{OneLine(rule.Place)}'",
        { Place: { Length: > 0 } pointer } => $"'{OneLine(pointer[1..])}'",
        _ => "the body",
    };

    /// <summary>Names come from documents: no line may begin with what they say.</summary>
    private static string OneLine(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));
}
