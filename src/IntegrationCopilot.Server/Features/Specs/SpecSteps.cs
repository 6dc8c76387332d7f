using System.Reflection;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Makes a component a part of every description's page, below its head: what can be done next with the version that is shown.</summary>
/// <remarks>
/// Declared by features that stand on this one. The component takes the parameters <c>Spec</c> (a <see cref="SpecVersionView"/>), <c>ProjectId</c> and
/// <c>MayChange</c>.
/// </remarks>
/// <param name="order">Where it stands, from left to right.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SpecStepAttribute(int order) : Attribute
{
    public int Order { get; } = order;
}

/// <summary>The steps that the components of all features declare.</summary>
internal static class SpecSteps
{
    public static IReadOnlyList<Type> All { get; } = typeof(SpecSteps).Assembly.GetTypes()
        .Select(type => (Type: type, Step: type.GetCustomAttribute<SpecStepAttribute>()))
        .Where(found => found.Step is not null)
        .OrderBy(found => found.Step!.Order)
        .Select(found => found.Type)
        .ToList();
}
