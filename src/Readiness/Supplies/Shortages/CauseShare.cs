namespace Readiness.Supplies.Shortages;

/// <summary>Part of a shortage that has one cause.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Units">Units of demand; more than 0.</param>
public sealed record CauseShare(ShortageCause Cause, long Units);
