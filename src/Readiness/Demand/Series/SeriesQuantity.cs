namespace Readiness.Demand.Series;

/// <summary>What a change of a series is counted in.</summary>
public enum SeriesQuantity
{
    /// <summary>Cases up to and including a day.</summary>
    Cumulative,

    /// <summary>New cases of a day.</summary>
    Daily,
}
