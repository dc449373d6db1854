namespace Readiness.Districts;

/// <summary>Which working-time rules a generated district has.</summary>
public enum WorkingRules
{
    /// <summary>Rest, weekly hours and days in a row.</summary>
    Basic,

    /// <summary>Every rule of the document: also numbers of weekends and nights, closed loops, time in protective clothing and shifts worked before the horizon.</summary>
    All,
}
