using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Scenarios.StressTests;

/// <summary>One way in which things may come: a district in which everything is known.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="District">The district with the cases, shipments and sick leave of this future.</param>
/// <param name="Forecast">Its demand, a single course.</param>
public sealed record Future(int Index, District District, DemandForecast Forecast);
