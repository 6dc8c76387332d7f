using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Collects the findings about one message.</summary>
internal sealed class FindingReport(MessageValidatorOptions options)
{
    private List<Finding>? findings;
    private JsonScratch? scratch;

    private bool IsAtLimit => (findings?.Count ?? 0) >= Math.Max(1, options.MaxFindings);

    public MessageValidatorOptions Options => options;

    public bool Lenient => !options.Strict;

    /// <summary>Whether the value that a body holds is wanted.</summary>
    public bool WantsBody { get; init; }

    /// <summary>The value that the body holds, JSON; null when it was not wanted, or cannot be read.</summary>
    public ReadOnlyMemory<byte>? Body { get; private set; }

    /// <summary>Keeps the value of a body that was read, where that is wanted. A later reading takes its place.</summary>
    public void Read(string where, ReadOnlyMemory<byte> json)
    {
        if (WantsBody && where == "body") Body = json.ToArray();
    }

    /// <summary>Text scratch space, shared by everything that is checked for this message.</summary>
    public JsonScratch Scratch => scratch ??= JsonScratch.Rent();

    public void Add(Finding finding)
    {
        var isError = finding.Severity == FindingSeverity.Error;
        if (!IsAtLimit) (findings ??= []).Add(finding);
        // Warnings alone must not make a message with an error look valid.
        else if (isError && Errors == 0) findings![^1] = finding;
        if (isError) Errors++;
    }

    public void AddRange(IEnumerable<Finding> found)
    {
        foreach (var finding in found) Add(finding);
    }

    public void Error(string code, string where, string message, RawNode source = default, string? expected = null, string? actual = null) =>
        Add(new Finding { Code = code, Where = where, Message = message, Expected = expected, Actual = actual,
            Source = source.IsDefined ? source.Location : null });

    /// <summary>What harms nobody by itself: a warning in lenient mode, an error in strict mode.</summary>
    public void Deviation(string code, string where, string message, RawNode source = default, string? expected = null, string? actual = null) =>
        Add(new Finding
        {
            Code = code,
            Severity = Lenient ? FindingSeverity.Warning : FindingSeverity.Error,
            Where = where,
            Message = message,
            Expected = expected,
            Actual = actual,
            Source = source.IsDefined ? source.Location : null,
        });

    /// <summary>What is worth knowing, however strictly is judged.</summary>
    public void Warning(string code, string where, string message, RawNode source = default) =>
        Add(new Finding { Code = code, Severity = FindingSeverity.Warning, Where = where, Message = message,
            Source = source.IsDefined ? source.Location : null });

    /// <summary>How many errors were found, those included that were too many to keep.</summary>
    public int Errors { get; private set; }

    /// <summary>Whether nothing that is found from now on would be kept.</summary>
    public bool IsFull => IsAtLimit && Errors > 0;

    /// <summary>What was found. Nothing is checked for this message afterwards.</summary>
    public MessageVerdict ToVerdict(ApiOperation? operation)
    {
        scratch?.Return();
        scratch = null;
        return new() { Operation = operation, Findings = findings ?? [] };
    }
}
