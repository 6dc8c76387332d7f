namespace IntegrationCopilot.SpecEngine;

/// <summary>A step of a path that holds a resource's identifier, or some of its parts.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="First">Index of the first part that stands in the step.</param>
internal readonly record struct KeyStep(ApiResource Resource, int First);
