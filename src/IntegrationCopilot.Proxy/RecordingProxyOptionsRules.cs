using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Proxy;

/// <summary>Checks <see cref="RecordingProxyOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class RecordingProxyOptionsRules : IValidateOptions<RecordingProxyOptions>;
