using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What all samples of one direction share.</summary>
internal sealed class SampleTools
{
    private readonly SchemaHeights filled;

    public SampleTools(SchemaSet schemas, MessageDirection direction)
    {
        Judge = new SampleJudge(schemas, direction);
        Flattener = new SchemaFlattener(schemas.Navigator, new SchemaHeights(schemas.Navigator, filled: false));
        filled = new SchemaHeights(schemas.Navigator, filled: true);
        Marks = new DirectionMarks(Flattener, direction);
    }

    public SampleJudge Judge { get; }

    public SchemaFlattener Flattener { get; }

    public DirectionMarks Marks { get; }

    /// <summary>How deep values are that a carrier can carry.</summary>
    public SchemaHeights HeightsFor(SampleCarrier carrier) => carrier.DropsEmpty ? filled : Flattener.Heights;
}
