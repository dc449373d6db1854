using System.Text.Json.Serialization;

namespace Readiness.Demand.Series;

/// <summary>One step of cleaning a published series. What it does depends on nothing but its parameters and the series.</summary>
/// <remarks>In JSON the property <c>step</c> tells which. Every step reports each number that it changed; a series on which it has nothing to do stays as it is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(ShiftBulletinDates), "shiftBulletinDates")]
[JsonDerivedType(typeof(FillGaps), "fillGaps")]
[JsonDerivedType(typeof(RestoreDeletions), "restoreDeletions")]
[JsonDerivedType(typeof(CarryBackCorrections), "carryBackCorrections")]
[JsonDerivedType(typeof(SpreadDefinitionChange), "spreadDefinitionChange")]
[JsonDerivedType(typeof(EvenOutWeekdays), "evenOutWeekdays")]
public abstract record CleaningStep
{
    // The steps are a closed family: they work on what only the library sees.
    private protected CleaningStep()
    {
    }

    /// <summary>Name of the step in the record of changes.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>What is wrong with the step's own parameters, with pointers into the step.</summary>
    internal virtual IEnumerable<SeriesFault> Faults() => [];

    internal abstract void Apply(SeriesDraft draft);
}
