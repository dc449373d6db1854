using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.National;

/// <summary>A hospital as its file states it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Beds">Staffed beds; above 0.</param>
internal sealed record Hospital(string Id, GeoPoint Place, double Beds);
