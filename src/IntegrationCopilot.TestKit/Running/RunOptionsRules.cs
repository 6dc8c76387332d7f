using Microsoft.Extensions.Options;

namespace IntegrationCopilot.TestKit;

/// <summary>Checks <see cref="RunOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class RunOptionsRules : IValidateOptions<RunOptions>;
