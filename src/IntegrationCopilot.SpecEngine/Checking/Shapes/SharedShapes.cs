using static IntegrationCopilot.SpecEngine.OpenApiEdition;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Objects that 2.0 and 3.x write alike.</summary>
internal static class SharedShapes
{
    public static readonly ObjectShape ExternalDocs = new ObjectShape("External Documentation Object")
        .With(new("description", ValueShape.Text), new FieldShape("url", ValueShape.Text).Required());

    public static readonly ObjectShape Tag = new ObjectShape("Tag Object")
        .With(new FieldShape("name", ValueShape.Text).Required(), new("description", ValueShape.Text),
        new("externalDocs", ValueShape.Of(ExternalDocs)), new FieldShape("summary", ValueShape.Text).From(V32), new FieldShape("parent", ValueShape.Text)
            .From(V32), new FieldShape("kind", ValueShape.Text).From(V32));

    public static readonly ObjectShape Info = new ObjectShape("Info Object")
        .With(new FieldShape("title", ValueShape.Text).Required(), new FieldShape("summary", ValueShape.Text).From(V31),
        new("description", ValueShape.Text), new("termsOfService", ValueShape.Text),
        new("contact",
            ValueShape.Of(new ObjectShape("Contact Object").With(new("name", ValueShape.Text), new("url", ValueShape.Text), new("email", ValueShape.Text)))),
        new("license",
            ValueShape.Of(new ObjectShape("License Object")
            .With(new FieldShape("name", ValueShape.Text).Required(), new FieldShape("identifier", ValueShape.Text).From(V31), new("url", ValueShape.Text)))),
        new FieldShape("version", ValueShape.Text).Required());

    /// <summary>What lets a caller in: alternatives, each a map from a scheme's name to scopes.</summary>
    public static readonly ValueShape Security = ValueShape.List(
        ValueShape.Of(new ObjectShape("Security Requirement Object") { Others = ValueShape.Texts, HasExtensions = false, Check = SecurityChecks.Requirement }));
}
