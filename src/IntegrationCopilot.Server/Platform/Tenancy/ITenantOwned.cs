namespace IntegrationCopilot.Server.Platform.Tenancy;

/// <summary>A stored row that belongs to one organisation. The context filters, stamps and guards it by this property.</summary>
internal interface ITenantOwned
{
    Guid OrganisationId { get; }
}
