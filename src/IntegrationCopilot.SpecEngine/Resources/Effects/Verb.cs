namespace IntegrationCopilot.SpecEngine;

/// <summary>A verb of the effect tables.</summary>
/// <param name="Stem">Its first form.</param>
/// <param name="Effect">What doing it does.</param>
/// <param name="MayBeNoun">Whether the same word is as often a noun: <c>order</c>, <c>report</c>, <c>release</c>.</param>
/// <param name="Form">The form it was met in.</param>
internal readonly record struct Verb(string Stem, OperationEffect Effect, bool MayBeNoun, VerbForm Form)
{
    public bool IsSafe => Effect == OperationEffect.Safe;
}

/// <summary>A form of a verb.</summary>
internal enum VerbForm
{
    /// <summary><c>revoke</c></summary>
    Base,

    /// <summary><c>revokes</c>, <c>revoked</c>, <c>revoking</c>.</summary>
    Inflected,

    /// <summary><c>revocation</c></summary>
    Noun,
}
