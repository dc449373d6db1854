using System.Collections.Immutable;

namespace Readiness.Demand.Needs;

/// <summary>What a laboratory of limited throughput makes of the samples that come in: first in, first out, with what is left waiting for the next day.</summary>
/// <remarks>The throughput of a day is that of <see cref="Districts.Facility.TestsPerDay"/>: machines, shifts or reagents, whatever binds first.</remarks>
/// <param name="TestsPerDay">Samples that can be tested on a day.</param>
/// <param name="Tested">Samples tested on each day.</param>
/// <param name="Backlog">Samples that wait at the end of each day.</param>
/// <param name="WaitDays">Days that the last sample of each day waits for its test beyond that day; none where nothing is ever tested.</param>
/// <param name="DaysOver">Days on which more samples come in than can be tested.</param>
public sealed record LaboratoryLoad(
    double TestsPerDay, ImmutableArray<double> Tested, ImmutableArray<double> Backlog, ImmutableArray<double?> WaitDays, int DaysOver)
{
    // Samples are sums of binary fractions.
    private const double Tolerance = 1e-9;

    /// <summary>Follows samples through a laboratory.</summary>
    /// <param name="samples">Samples that come in on each day, 0 or more.</param>
    /// <param name="testsPerDay">Samples that can be tested on a day, 0 or more.</param>
    /// <param name="waiting">Samples that wait on the morning of the first day, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static LaboratoryLoad Of(ReadOnlySpan<double> samples, double testsPerDay, double waiting = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(testsPerDay);
        ArgumentOutOfRangeException.ThrowIfNegative(waiting);
        var tested = ImmutableArray.CreateBuilder<double>(samples.Length);
        var backlog = ImmutableArray.CreateBuilder<double>(samples.Length);
        var wait = ImmutableArray.CreateBuilder<double?>(samples.Length);
        int over = 0;
        foreach (double today in samples)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(today, nameof(samples));
            over += today > testsPerDay + Tolerance * Math.Max(1, testsPerDay) ? 1 : 0;
            double done = Math.Min(waiting + today, testsPerDay);
            waiting = waiting + today - done;
            tested.Add(done);
            backlog.Add(waiting);
            wait.Add(waiting <= 0 ? 0 : testsPerDay > 0 ? Math.Ceiling(waiting / testsPerDay - Tolerance) : null);
        }

        return new LaboratoryLoad(testsPerDay, tested.MoveToImmutable(), backlog.MoveToImmutable(), wait.MoveToImmutable(), over);
    }
}
