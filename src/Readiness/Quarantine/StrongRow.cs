namespace Readiness.Quarantine;

/// <summary>A row of the <see cref="StrongFormulation"/> that only a relaxation can violate: its sum is at most 0.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Values">Their coefficients.</param>
internal readonly record struct StrongRow(int[] Columns, double[] Values)
{
    /// <summary>Whether a solution exceeds it by more than a share of its largest coefficient.</summary>
    public bool IsViolated(double[] solution, double tolerance)
    {
        double sum = 0;
        double largest = 1;
        for (int k = 0; k < Columns.Length; k++)
        {
            sum += Values[k] * solution[Columns[k]];
            largest = Math.Max(largest, Math.Abs(Values[k]));
        }

        return sum > tolerance * largest;
    }
}
