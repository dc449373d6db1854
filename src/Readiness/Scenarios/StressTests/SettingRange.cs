namespace Readiness.Scenarios.StressTests;

/// <summary>Checks settings against their ranges.</summary>
internal static class SettingRange
{
    /// <summary>Throws if a value, which may be no number, is outside its range.</summary>
    public static void Check(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
        }
    }
}
