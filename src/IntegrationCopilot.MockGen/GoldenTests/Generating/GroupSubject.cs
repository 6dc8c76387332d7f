using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A group of an API, asked for the operations that tests are about.</summary>
internal sealed class GroupSubject(TestMaterial material, ApiGroup group)
{
    private readonly HashSet<string> capabilities = group.Capabilities.Where(capability => capability.Detected).Select(capability => capability.Id)
        .ToHashSet(StringComparer.Ordinal);

    private readonly List<LifeMaking> lives = [];
    private IEnumerator<LifeMaking>? unread;

    public TestMaterial Material => material;

    public string Name => group.Name;

    public string Slug { get; } = material.Slug(group.Name);

    public IReadOnlyList<ApiOperation> Operations => group.Operations;

    /// <summary>The resources whose things the group makes, or why it cannot; each worked out when it is first come to, and once.</summary>
    public IEnumerable<LifeMaking> Lives
    {
        get
        {
            for (var index = 0; ; index++)
            {
                if (index == lives.Count)
                {
                    unread ??= LifeSubject.In(this).GetEnumerator();
                    if (!unread.MoveNext()) yield break;
                    lives.Add(unread.Current);
                }

                yield return lives[index];
            }
        }
    }

    public bool Has(string capability) => capabilities.Contains(capability);

    /// <summary>Operations that the document shows for a capability.</summary>
    public IEnumerable<ApiOperation> Showing(string capability) => Operations.Where(operation => operation.Facts.Any(fact => fact.Capability == capability));

    /// <summary>The first of some operations that a request can be made for.</summary>
    /// <param name="operations">In order of preference.</param>
    /// <param name="whyNone">What to say when there are none at all.</param>
    public RequestMaking First(IEnumerable<ApiOperation> operations, string whyNone)
    {
        string? problem = null;
        foreach (var operation in operations)
        {
            var making = material.RequestFor(operation);
            if (making.Plan is not null) return making;
            problem ??= making.Problem;
        }

        return new(null, problem ?? whyNone);
    }

    /// <summary>The operation that can be called with the least knowledge: reading before writing, without identifiers before with.</summary>
    public RequestMaking Simplest() => Simplest(Operations);

    public RequestMaking Simplest(IEnumerable<ApiOperation> operations) =>
        First(operations.OrderBy(Difficulty), $"The group '{Name}' has no operation to call.");

    private static int Difficulty(ApiOperation operation)
    {
        var required = operation.Parameters.Count(parameter => parameter.Required || parameter.Place == ParameterPlace.Path);
        return required + (operation.Deprecated ? 10 : 0) + (operation.RequestBody is null ? 0 : 20)
            + operation.Method switch { "GET" => 0, "QUERY" or "HEAD" or "OPTIONS" => 30, "POST" => 40, "DELETE" => 200, _ => 100 };
    }
}
