using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>Prices per unit, with those of cuts if there are any, and the sites that they settled.</summary>
internal sealed record PriceStep(double[] Prices, PricedCuts? Cuts, List<int> Opened, List<int> Closed);
