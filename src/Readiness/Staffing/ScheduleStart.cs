using System.Runtime.Intrinsics;

namespace Readiness.Staffing;

/// <summary>What a person's past leaves to count when the first day begins, and what the person's absences waive.</summary>
/// <param name="Phase">Phase of <see cref="CompiledRules"/>.</param>
/// <param name="Low">Rolling sums and the run of days, in the lanes of <see cref="ScheduleLabel.Low"/>.</param>
/// <param name="Waived">Whether seven days ask for no minutes, by their first day, where there is a least; null if all ask.</param>
internal readonly record struct ScheduleStart(int Phase, Vector128<ushort> Low, bool[]? Waived = null)
{
    /// <summary>Whether the seven days from one on ask for minutes, if they are days of the horizon.</summary>
    public bool Asks(int day) => Waived is null || !Waived[day];
}
