namespace IntegrationCopilot.Validator;

/// <summary>Derives what evaluation needs from the keywords read.</summary>
internal static class SchemaFinish
{
    public static void Complete(SchemaNode node)
    {
        node.Objects?.Complete();
        node.TracksEvaluation = node.UnevaluatedItems is not null || node.UnevaluatedProperties is not null;
        if (node.AcceptsNull) node.Types |= KindMask.Null;
        node.IsTypeOnly =
            node is { Enum: null, Const: null, Numbers: null, Strings: null, Arrays: null, Objects: null, InPlace: null, TracksEvaluation: false };
    }
}
