namespace Readiness.Quarantine.Capacitated;

/// <summary>Prices per unit, and the sites that they settled.</summary>
internal sealed record PriceStep(double[] Prices, List<int> Opened, List<int> Closed);
