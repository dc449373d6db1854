namespace Readiness.Staffing;

/// <summary>A rule that cannot be kept together with others.</summary>
/// <param name="Rule">Name of the rule, as in the violations of <see cref="RosterAuditor"/>; <c>history</c> for shifts before the first day.</param>
/// <param name="Day">Day of the pin, the absence or the limit, the first one of a week; null for rules about the whole horizon.</param>
public sealed record ConflictingRule(string Rule, int? Day = null);
