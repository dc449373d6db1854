namespace Readiness.Assessment;

/// <summary>
/// How far what is there carries, in the order of worsening. The three are the continuum of conventional, contingency and crisis
/// capacity (Institute of Medicine, "Crisis Standards of Care", 2012).
/// </summary>
public enum TrafficLight
{
    /// <summary>Conventional capacity: it suffices as it is, or nothing is needed.</summary>
    Green,

    /// <summary>Contingency capacity: it suffices with overtime, lending, transfers or tighter use.</summary>
    Amber,

    /// <summary>Crisis capacity: it does not suffice; more must come or something must give.</summary>
    Red,
}
