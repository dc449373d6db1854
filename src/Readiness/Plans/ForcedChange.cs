namespace Readiness.Plans;

/// <summary>A decision of a published plan that cannot stay as it is.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Subject">About whom or what; see <see cref="DecisionKind"/>.</param>
/// <param name="Day">Day of opening, admission, shift, dispatch or order.</param>
/// <param name="InWindow">Whether it lies in the window in which decisions stay.</param>
/// <param name="Rule">The hard rule of the audit (<c>AuditRules</c>) that it would break, such as <c>absent</c>.</param>
/// <param name="Reason">The same in words.</param>
public sealed record ForcedChange(DecisionKind Kind, string Subject, DateOnly Day, bool InWindow, string Rule, string Reason);
