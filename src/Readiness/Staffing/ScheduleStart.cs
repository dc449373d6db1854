using System.Runtime.Intrinsics;

namespace Readiness.Staffing;

/// <summary>What a person's past leaves to count when the first day begins.</summary>
/// <param name="Phase">Phase of <see cref="CompiledRules"/>.</param>
/// <param name="Low">Rolling sums and the run of days, in the lanes of <see cref="ScheduleLabel.Low"/>.</param>
internal readonly record struct ScheduleStart(int Phase, Vector128<ushort> Low);
