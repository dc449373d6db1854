namespace Readiness.Plans;

/// <summary>A person works a line of a duty in a shift.</summary>
/// <param name="Staff">Id of the person.</param>
/// <param name="Duty">Id of the duty or, for a quarantine site, of the site.</param>
/// <param name="Line">Id of the line within it.</param>
/// <param name="Day">Day on which the shift starts.</param>
/// <param name="Shift">Id of the shift type.</param>
public sealed record Assignment(string Staff, string Duty, string Line, DateOnly Day, string Shift);
