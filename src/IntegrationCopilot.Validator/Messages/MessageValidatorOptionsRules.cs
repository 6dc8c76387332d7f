using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator;

/// <summary>Checks <see cref="MessageValidatorOptions"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class MessageValidatorOptionsRules : IValidateOptions<MessageValidatorOptions>;
