using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Checks <see cref="ServerTraceRecordingOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class ServerTraceRecordingOptionsRules : IValidateOptions<ServerTraceRecordingOptions>;
