namespace Readiness.Scenarios;

/// <summary>Why a change cannot be applied to a district.</summary>
/// <param name="Property">.NET name of the property at fault; null if it is the change as a whole.</param>
/// <param name="Message">The rule that it breaks, in words.</param>
internal sealed record ChangeFault(string? Property, string Message);
