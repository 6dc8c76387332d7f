using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Checks <see cref="WebhookReceiving"/> by what its members say.</summary>
[OptionsValidator]
internal sealed partial class WebhookReceivingRules : IValidateOptions<WebhookReceiving>;
