namespace Readiness.Demand.Series;

/// <summary>One step of cleaning a published series. What it does depends on nothing but its parameters and the series.</summary>
/// <remarks>Every step reports each number that it changed; a series on which it has nothing to do stays as it is.</remarks>
public abstract record CleaningStep
{
    // The steps are a closed family: they work on what only the library sees.
    private protected CleaningStep()
    {
    }

    /// <summary>Name of the step in the record of changes.</summary>
    public string Name => GetType().Name;

    internal abstract void Apply(SeriesDraft draft);
}
