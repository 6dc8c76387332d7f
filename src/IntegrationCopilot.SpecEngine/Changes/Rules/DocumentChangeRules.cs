namespace IntegrationCopilot.SpecEngine;

/// <summary>Changes of the whole description, its servers, its components, and of what is for people.</summary>
internal static class DocumentChangeRules
{
    public static readonly ChangeRule Edition = new("edition-changed", ChangeKind.NonBreaking,
        "the description is written in OpenAPI {1} instead of {0}; check that your tools read it.");

    public static readonly ChangeRule Rewritten = new("written-differently", ChangeKind.NonBreaking,
        "'{0}' is written differently and means the same; clients need do nothing.");

    public static readonly ChangeRule PartOfAnother = new("part-of-another-change", ChangeKind.NonBreaking,
        "'{0}' {1}; that is part of how '{2}' changed, which is told there.");

    public static readonly ChangeRule Order = new("order-changed", ChangeKind.NonBreaking,
        "the items of '{0}' stand in another order; only generated code that takes them by position is affected.");

    public static readonly ChangeRule Documentation = new("documentation-changed", ChangeKind.Documentation,
        "'{0}' of {1} {2}; it is for people.");

    public static readonly ChangeRule Extension = new("extension-changed", ChangeKind.NonBreaking,
        "the extension '{0}' {1}; ask the tool that reads it what that means.");

    public static readonly ChangeRule Other = new("field-changed", ChangeKind.NonBreaking,
        "'{0}' of {1} {2}; the standard gives it no meaning for messages.");

    public static readonly ChangeRule ServerRemoved = new("server-removed", ChangeKind.Breaking,
        "the server '{0}' is no longer named; send calls to {1}.");

    public static readonly ChangeRule ServerAdded = new("server-added", ChangeKind.NonBreaking,
        "the server '{0}' is new; clients may call it.");

    public static readonly ChangeRule ServerVariable = new("server-variable-changed", ChangeKind.Breaking,
        "the variable '{0}' of a server {1}; check the address that clients make of it.");

    public static readonly ChangeRule ServerVariableWidened = new("server-variable-widened", ChangeKind.NonBreaking,
        "the variable '{0}' of a server {1}; addresses made before stay right.");

    public static readonly ChangeRule ComponentRemoved = new("component-removed", ChangeKind.NonBreaking,
        "'{0}' is no longer among the components; where it was used is judged on its own.");

    public static readonly ChangeRule ComponentAdded = new("component-added", ChangeKind.NonBreaking,
        "'{0}' is new among the components; where it is used is judged on its own.");

    public static readonly ChangeRule ComponentRenamed = new("component-renamed", ChangeKind.NonBreaking,
        "the component '{0}' is called '{1}' now; messages do not show the name, generated code may.");

    public static readonly ChangeRule ReferenceRenamed = new("reference-renamed", ChangeKind.NonBreaking,
        "this refers to '{1}', which is the component that was called '{0}'; clients need do nothing.");

    public static readonly ChangeRule ReferenceRewritten = new("reference-rewritten", ChangeKind.NonBreaking,
        "this is described in another place and means the same; clients need do nothing.");

    public static IReadOnlyList<ChangeRule> All { get; } =
        [Edition, Rewritten, PartOfAnother, Order, Documentation, Extension, Other, ServerRemoved, ServerAdded, ServerVariable,
        ServerVariableWidened, ComponentRemoved, ComponentAdded, ComponentRenamed, ReferenceRenamed, ReferenceRewritten];
}
