namespace IntegrationCopilot.SpecEngine;

/// <summary>One way to get in.</summary>
/// <param name="Scheme">Its name in the document.</param>
/// <param name="Kind">As in the kinds of <see cref="CapabilityIds.Auth"/>: <c>api-key</c>, <c>basic</c>, <c>bearer</c>, <c>oauth2</c>, <c>openid-connect</c>,
/// <c>mutual-tls</c> or <c>http</c>; <c>unknown</c> otherwise.</param>
/// <param name="Operations">How many operations accept it.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Notes">Annotations about getting in that name no endpoint; given with the first way only.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintAuthentication(string Scheme, string Kind, int Operations, IReadOnlyList<string> Steps, string? Description,
    IReadOnlyList<BlueprintNote> Notes);

/// <summary>A rule that holds across endpoints.</summary>
/// <param name="Capability">One of <see cref="CapabilityIds"/>.</param>
/// <param name="Title">Short name.</param>
/// <param name="Steps">What to do.</param>
/// <param name="Operations">Ids of the operations it concerns, in document order.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintPractice(string Capability, string Title, IReadOnlyList<string> Steps, IReadOnlyList<string> Operations);

/// <summary>A step of the integration.</summary>
/// <param name="Id">Stable id in kebab case.</param>
/// <param name="Phase">Discovery, Build, Sandbox, UAT, Certification or Live.</param>
/// <param name="Title">What to do.</param>
/// <param name="DoneWhen">How to tell that it is done.</param>
/// <param name="Category">The test category (<see cref="TestCategoryIds"/>) that shows it; null when none does.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintTask(string Id, string Phase, string Title, string DoneWhen, string? Category);
