using System.Collections.Frozen;

namespace IntegrationCopilot.MockGen;

/// <summary>The faults that mocks can be given. Ids are never reused.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class MockFaults
{
    private static readonly Lazy<FrozenDictionary<string,
        MockFault>> ById = new(() => All!.ToFrozenDictionary(fault => fault.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>All faults, by area.</summary>
    public static IReadOnlyList<MockFault> All { get; } =
    [
        .. StatusFaults.All,
        .. BodyFaults.All,
        .. RepresentationFaults.All,
        .. HeaderFaults.All,
        .. AuthenticationFaults.All,
        .. InputFaults.All,
        .. ErrorFaults.All,
        .. IdempotencyFaults.All,
        .. ListFaults.All,
        .. StateFaults.All,
        .. RefundFaults.All,
        .. ConditionFaults.All,
        .. LimitFaults.All,
        .. TransportFaults.All,
        .. DeliveryFaults.All,
    ];

    /// <summary>The fault of an id; null when there is none.</summary>
    /// <param name="id">Its id; case does not matter.</param>
    public static MockFault? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ById.Value.GetValueOrDefault(id);
    }
}
