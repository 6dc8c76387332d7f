namespace IntegrationCopilot.TestKit;

/// <summary>A variable a template uses, as its placeholder declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">The value used when none is given, as text; null when one must be given.</param>
/// <param name="Description">What to give, for people; null when the placeholder does not say.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TemplateVariable(string Name, string? Default = null, string? Description = null)
{
    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired => Default is null;
}
