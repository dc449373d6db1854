namespace Readiness.Demand.Needs;

/// <summary>What of the contractual working time is left for the work itself.</summary>
/// <remarks>
/// WHO, Workload Indicators of Staffing Need (WISN), User's manual, 2010: available working time = working days less annual leave, sickness, training and other absence; the category
/// allowance takes the share of support activities that everybody has. Staff required = hours of work / (contractual hours x share left); the
/// WISN ratio is existing staff / required staff, below 1 under pressure.
/// </remarks>
public sealed record StaffAllowance
{
    /// <summary>Working days per year, more than 0. Default 250: 365 less 104 days of weekends and 11 public holidays (State Council of China, Regulation on Public Holidays, 2013).</summary>
    public double WorkingDays { get; init; } = 250;

    /// <summary>Days of annual leave. Default 10 (State Council of China, Regulation on Paid Annual Leave, 2007: 5 to 15 days by years of service).</summary>
    public double LeaveDays { get; init; } = 10;

    /// <summary>Days of sickness per year. Default 5 (estimate).</summary>
    public double SickDays { get; init; } = 5;

    /// <summary>Days of training and other absence per year. Default 5 (estimate).</summary>
    public double TrainingDays { get; init; } = 5;

    /// <summary>Share of the time at work that support activities take, such as records and handovers; 0 to less than 1. Default 0.1 (estimate).</summary>
    public double SupportShare { get; init; } = 0.1;

    /// <summary>Share of the contractual time that is left for the work; more than 0, at most 1.</summary>
    public double AvailableShare => (WorkingDays - LeaveDays - SickDays - TrainingDays) / WorkingDays * (1 - SupportShare);

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or nothing is left.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(LeaveDays);
        ArgumentOutOfRangeException.ThrowIfNegative(SickDays);
        ArgumentOutOfRangeException.ThrowIfNegative(TrainingDays);
        ArgumentOutOfRangeException.ThrowIfNegative(SupportShare);
        if (!(WorkingDays > 0 && double.IsFinite(WorkingDays) && SupportShare < 1 && AvailableShare > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(AvailableShare), AvailableShare, "Some working time must be left.");
        }
    }
}
