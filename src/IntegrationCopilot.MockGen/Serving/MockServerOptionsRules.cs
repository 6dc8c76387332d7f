using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen;

/// <summary>Checks <see cref="MockServerOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class MockServerOptionsRules : IValidateOptions<MockServerOptions>;
