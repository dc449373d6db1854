using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>What is sampled. What is not given has its defaults, what is null is not sampled.</summary>
/// <param name="Demand">Cases and travellers; a district with a forecast takes a course of its ensemble instead.</param>
/// <param name="Shipments">Shipments that do not say themselves how they may turn out.</param>
/// <param name="SickLeave">Sick leave of people who are not absent.</param>
public sealed record StressTestUncertainty(DemandUncertainty? Demand = null, ShipmentUncertainty? Shipments = null, SickLeaveUncertainty? SickLeave = null);
