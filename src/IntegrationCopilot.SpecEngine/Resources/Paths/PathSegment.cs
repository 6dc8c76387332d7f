namespace IntegrationCopilot.SpecEngine;

/// <summary>A step of a path template: a word, one or several parameters, or a verb written behind a colon, dot or hash.</summary>
/// <param name="Key">What makes two steps the same: the word, or the template with the parameters' names left out, so that <c>{id}</c> and <c>{userId}</c> are
/// one.</param>
/// <param name="Text">As written, without a file extension.</param>
/// <param name="Parameters">Names of its parameters in order; empty for words.</param>
/// <param name="IsCall">Whether it is a verb by its notation: <c>:cancel</c>, <c>#X-Amz-Target=S.Verb</c>.</param>
internal readonly record struct PathSegment(string Key, string Text, IReadOnlyList<string> Parameters, bool IsCall)
{
    public bool IsParameter => Parameters.Count > 0;
}
