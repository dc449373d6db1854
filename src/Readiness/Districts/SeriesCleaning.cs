namespace Readiness.Districts;

/// <summary>A step that turns published cumulative counts into daily ones; each reports every number that it changes.</summary>
public enum SeriesCleaning
{
    /// <summary>Gives every day a row: cases between two published rows are spread evenly over the days between them.</summary>
    FillGaps,

    /// <summary>Takes what a falling cumulative count corrects from the days before it, the nearest first.</summary>
    CarryBackCorrections,

    /// <summary>Takes the weekly pattern of reporting out; needs four full weeks.</summary>
    EvenOutWeekdays,
}
