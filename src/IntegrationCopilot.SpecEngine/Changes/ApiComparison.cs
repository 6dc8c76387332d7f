namespace IntegrationCopilot.SpecEngine;

/// <summary>Compares two versions of a description.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class ApiComparison
{
    /// <summary>Everything that differs between two versions, each difference once, and what it means for clients of the older one.</summary>
    /// <remarks>
    /// <para>Changes are judged by direction: who sends must not be asked for more, who receives must not be given more. A change of a component is judged by
    /// the operations that use it, and told once, where it stands.</para>
    /// <para>No difference is left out: only two descriptions that are the same JSON values, whatever the order of members, have none. Of a description of
    /// several
    /// documents, those parts count that are referred to.</para>
    /// <para>Pure: depends on both arguments only. Takes time linear in the size of both, unless references were exchanged wholesale.</para>
    /// </remarks>
    /// <param name="old">The version that clients were written after.</param>
    /// <param name="new">The version that takes its place.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <returns>In the order of the documents: what concerns all, paths, then components.</returns>
    /// <exception cref="OperationCanceledException">The comparison was cancelled.</exception>
    public static IReadOnlyList<ApiChange> Compare(ApiSpec old, ApiSpec @new, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        return new WholeComparison(old, @new, cancellationToken).Compare();
    }
}
