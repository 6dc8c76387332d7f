using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Why a case did not pass, as facts. Cases with the same cause show the same defect.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CaseCause
{
    private const int IdDigits = 12;

    /// <summary>What sort of cause it is.</summary>
    public required CauseKind Kind { get; init; }

    /// <summary>What happened, in a sentence without its full stop.</summary>
    public required string Text { get; init; }

    /// <summary>Method and path of the operation whose answer told; null when none did.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// What tells it from other causes of its kind: the operation where the defect is one of it alone, the rule, the place in the document, the assertion. The
    /// same in every run.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>The rule that the request broke on purpose; null when it broke none.</summary>
    public BrokenRule? Rule { get; init; }

    /// <summary>The statuses that were expected: codes, or ranges such as <c>4XX</c>; empty when it was not about the status.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>The status of the answer that told; null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>Where the right to expect otherwise comes from: a place in the document, or a section of a standard; null when it is plain.</summary>
    public string? Ground { get; init; }

    /// <summary>The line of the document that <see cref="Ground"/> names, counted from 1; null when it names none.</summary>
    public int? Line { get; init; }

    /// <summary>
    /// Where a reader of the document looks: the place that <see cref="Ground"/> names, else the rule, else where the operation is declared; null when there is
    /// none. Documents are named relative to the working directory, without the way to what lies elsewhere.
    /// </summary>
    public SourceLocation? Place { get; init; }

    /// <summary>
    /// A line for a shell that sends the request again, see <see cref="Validator.CurlCommand"/>: the smallest that was found to show the same; null when none
    /// was sent.
    /// </summary>
    public string? Curl { get; init; }

    /// <summary>
    /// How many members of the body and parameters of the query <see cref="Curl"/> leaves out of what the case sent, since the same shows without them.
    /// </summary>
    public int LeftOut { get; init; }

    /// <summary>What the reader can do about it, in one or two sentences.</summary>
    public string NextStep => NextSteps.Of(this);

    /// <summary>Names the defect, the same in every run: 12 hexadecimal digits made of kind and subject.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Subject}")))[..IdDigits];
}
