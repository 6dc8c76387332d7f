using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Checks <see cref="RequestValidationOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class RequestValidationOptionsRules : IValidateOptions<RequestValidationOptions>;
