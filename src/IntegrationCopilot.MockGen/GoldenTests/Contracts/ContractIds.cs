using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Ids of contract tests: the template, the operation and the place, so that they stay what they are when other parts of the document change.
/// </summary>
internal sealed class ContractIds
{
    private readonly Dictionary<ApiOperation, string> operations = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public string Of(ApiOperation operation, ContractCase made)
    {
        if (!operations.TryGetValue(operation, out var slug)) operations[operation] = slug = Unused(slugs, SlugOf(operation), '-');
        var place = Slug(made.Place);
        return Unused(ids, place.Length == 0 ? $"{made.Template}.{slug}" : $"{made.Template}.{slug}.{place}", '.');
    }

    private static string SlugOf(ApiOperation operation)
    {
        var named = operation.OperationId is { Length: > 0 } id ? Slug(id) : "";
        return named.Length > 0 ? named : Slug($"{operation.Method} {operation.Path}") is { Length: > 0 } slug ? slug : "operation";
    }

    private static string Slug(string text) => string.Join('-', NameWords.Of(text));

    private static string Unused(HashSet<string> taken, string name, char separator)
    {
        var unused = name;
        for (var number = 2; !taken.Add(unused); number++) unused = $"{name}{separator}{number}";
        return unused;
    }
}
