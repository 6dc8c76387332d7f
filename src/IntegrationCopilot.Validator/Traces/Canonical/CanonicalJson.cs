using System.Buffers;

namespace IntegrationCopilot.Validator;

/// <summary>Why a text has no canonical form.</summary>
public enum CanonicalJsonErrorKind
{
    /// <summary>The text is not JSON (RFC 8259).</summary>
    NotJson,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>An object names a property twice (RFC 7493, section 2.3).</summary>
    DuplicateName,

    /// <summary>A string holds half a surrogate pair (RFC 7493, section 2.1).</summary>
    LoneSurrogate,

    /// <summary>A number is too large for an IEEE 754 double (RFC 7493, section 2.2).</summary>
    NumberOutOfRange,
}

/// <summary>Why and where a text has no canonical form.</summary>
/// <param name="Kind">The rule that is broken.</param>
/// <param name="Message">One sentence that says what is wrong.</param>
/// <param name="Offset">Offset into the UTF-8 text, in bytes, 0-based.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CanonicalJsonError(CanonicalJsonErrorKind Kind, string Message, long Offset);

/// <summary>The JSON Canonicalization Scheme: one spelling for equal JSON values, so that they can be hashed and signed.</summary>
/// <remarks>
/// <para>Source: RFC 8785. Properties are sorted by their UTF-16 code units, numbers are written as ECMAScript writes a double, strings carry only the escapes
/// that must be, and there is no white space.</para>
/// <para>A number beyond the precision of a double is rounded to the nearest double, as the RFC prescribes. Time is linear in the text but for the sorting of
/// properties; nesting depth is bounded by memory alone.</para>
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class CanonicalJson
{
    /// <summary>Writes the canonical form of a JSON text.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, without a byte order mark.</param>
    /// <param name="output">Receives the canonical bytes; nothing is written when the text has no canonical form.</param>
    /// <param name="error">What is wrong when the answer is false; null otherwise.</param>
    /// <returns>Whether the text has a canonical form.</returns>
    public static bool TryCanonicalize(ReadOnlySpan<byte> utf8Json, IBufferWriter<byte> output,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out CanonicalJsonError? error)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!CanonicalJsonTree.TryParse(utf8Json, out var tree, out error)) return false;
        tree.Write(utf8Json, output);
        return true;
    }
}
