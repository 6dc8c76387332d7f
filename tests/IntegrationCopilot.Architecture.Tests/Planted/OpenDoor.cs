using System.Runtime.CompilerServices;

// Breaks the rule that a package opens its internals to its own tests only.
[assembly: InternalsVisibleTo("IntegrationCopilot.MockGen")]
