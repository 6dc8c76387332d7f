using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen;

/// <summary>Checks <see cref="MockOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class MockOptionsRules : IValidateOptions<MockOptions>;
