namespace Readiness.Supplies.Shortages;

/// <summary>Limits that a search for further units does without.</summary>
[Flags]
internal enum Limits
{
    None = 0,
    Lorries = 1,
    Storage = 2,
    Reserves = 4,
    Expiry = 8,
    LeadTimes = 16,
    Deliveries = 32,
    Priority = 64,
    Fairness = 128,
    Budget = 256,
}
