using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>Which parts of the server may know which, as functions from types to offenders, so that planted types can prove each.</summary>
/// <param name="root">Root namespace of the server, or of the planted types.</param>
internal sealed class ServerLayerRules(string root)
{
    private readonly IReadOnlyList<IType> _types = Product.Types.Where(type => type.FullName.StartsWith($"{root}.", StringComparison.Ordinal)).ToList();

    public int Count => _types.Count;

    /// <summary>Platform knows no feature and no page.</summary>
    public IEnumerable<string> PlatformThatKnowsAFeature() =>
        Offenders(type => IsUnder(type, "Platform"), (_, target) => IsUnder(target, "Features") || IsUnder(target, "Portal"));

    /// <summary>Who asks is the actor of the scope, not the HTTP request.</summary>
    public IEnumerable<string> FeaturesThatReadTheHttpContext() =>
        Offenders(type => IsUnder(type, "Features"), (_, target) => target.FullName == "Microsoft.AspNetCore.Http.IHttpContextAccessor");

    /// <summary>
    /// A feature reaches another one through requests, views, errors and the few services it offers; entities, handlers and routes are its own.
    /// </summary>
    public IEnumerable<string> FeaturesThatKnowInternalsOfAnother() => Offenders(
        type => FeatureOf(type) is not null && !IsConfiguration(type),
        (type, target) => FeatureOf(target) is { } other && other != FeatureOf(type) && IsInternal(target));

    /// <summary>Features stand on each other in one direction.</summary>
    public IEnumerable<string> FeaturesInACircle()
    {
        var arrows = _types.Where(type => FeatureOf(type) is not null)
            .SelectMany(type =>
                TargetsOf(type).Select(FeatureOf).OfType<string>().Where(other => other != FeatureOf(type))
                .Select(other => (From: FeatureOf(type)!, To: other)))
            .Distinct().ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        return arrows.Select(group => group.Key).Where(feature => Reaches(arrows, feature, feature, [])).Order(StringComparer.Ordinal);
    }

    private static bool Reaches(ILookup<string, string> arrows, string from, string to, HashSet<string> seen) =>
        arrows[from].Any(next => next == to || (seen.Add(next) && Reaches(arrows, next, to, seen)));

    private IEnumerable<string> Offenders(Func<IType, bool> isSource, Func<IType, IType, bool> isForbidden) =>
        (from type in _types.Where(isSource) from target in TargetsOf(type).Where(target => isForbidden(type, target)) select $"{type.Name} -> {target.Name}")
        .Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<IType> TargetsOf(IType type) => type.Dependencies.Select(dependency => dependency.Target).Distinct();

    private bool IsUnder(IType type, string part) => type.FullName.StartsWith($"{root}.{part}.", StringComparison.Ordinal);

    private string? FeatureOf(IType type) =>
        Regex.Match(type.FullName, $@"^{Regex.Escape(root)}\.Features\.(\w+)\.") is { Success: true } match ? match.Groups[1].Value : null;

    private static bool IsInternal(IType type) => IsConfiguration(type) || Implements(type, "ITenantOwned", "IRequestHandler`2", "IEndpoints");

    // The configuration of an entity names the entity that a foreign key leads to.
    private static bool IsConfiguration(IType type) => Implements(type, "IEntityTypeConfiguration`1");

    private static bool Implements(IType type, params string[] names) =>
        type is Class self
            && self.ImplementedInterfaces.Any(face =>
            names.Any(name => face.FullName.EndsWith($".{name}", StringComparison.Ordinal) || face.FullName.Contains($".{name}<", StringComparison.Ordinal)));
}
