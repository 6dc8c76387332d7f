namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds operations by what people call them.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class OperationNames
{
    private const int MaxSuggested = 3;

    /// <summary>The operation of an <c>operationId</c>, or of method and path as in the document.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="name">The name: <c>createPayment</c>, or <c>POST /payments</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message names those that come nearest.</exception>
    public static ApiOperation Find(ApiSpec spec, string name)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(name);
        var wanted = Normal(name);
        return spec.Operations.FirstOrDefault(o => o.OperationId == name) ?? spec.Operations.FirstOrDefault(o => o.Id == wanted)
            ?? throw new ArgumentException($"The document has no operation '{name}'. {Suggestion(spec, wanted)}");
    }

    /// <summary>As people write it: <c>POST /payments (createPayment)</c>.</summary>
    /// <param name="operation">The operation.</param>
    public static string Of(ApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.OperationId is { Length: > 0 } id ? $"{operation.Id} ({id})" : operation.Id;
    }

    private static string Normal(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? name : $"{name[..space].ToUpperInvariant()} {name[(space + 1)..].Trim()}";
    }

    private static string Suggestion(ApiSpec spec, string wanted)
    {
        var nearest = spec.Operations.OrderBy(o => Math.Min(TextDistance.Between(o.Id, wanted), TextDistance.Between(o.OperationId ?? o.Id, wanted)))
            .Take(MaxSuggested).Select(Of).ToList();
        return nearest.Count == 0 ? "It has none at all." : $"The nearest are: {string.Join(", ", nearest)}.";
    }
}
