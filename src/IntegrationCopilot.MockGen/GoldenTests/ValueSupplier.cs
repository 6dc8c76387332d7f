namespace IntegrationCopilot.MockGen;

/// <summary>Where a real API itself tells a value that a request needs.</summary>
/// <param name="Operation"><see cref="SpecEngine.ApiOperation.Id"/> of the operation whose exchange holds it.</param>
/// <param name="Field">
/// JSON Pointer into its answer, or its request where <see cref="FromRequest"/>; a step <c>*</c> stands for each item of an array; <c>header:Location</c> for
/// the end of that header; a parameter of the request is written as its name.
/// </param>
/// <param name="Confidence">0 to 1.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ValueSupplier(string Operation, string Field, double Confidence)
{
    /// <summary>Whether the value is what the client itself sent.</summary>
    public bool FromRequest { get; init; }

    /// <summary>Whether the operation makes a new thing, so that the value belongs to nobody else.</summary>
    public bool Creates { get; init; }
}
