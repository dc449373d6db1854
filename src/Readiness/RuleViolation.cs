namespace Readiness;

/// <summary>A hard rule that a plan breaks, as found by an auditor.</summary>
/// <param name="Rule">Name of the rule, such as <c>minimumRest</c>.</param>
/// <param name="Subject">Who or what breaks it: ids joined by a slash.</param>
/// <param name="Day">Day index, where the rule belongs to a day.</param>
/// <param name="Message">What is wrong, with the figures.</param>
public sealed record RuleViolation(string Rule, string Subject, int? Day, string Message);
