using System.Collections.Immutable;
using Readiness.Demand.Scores;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>The course of an ensemble that a plan is made for.</summary>
/// <remarks>
/// Mean, quantile and greatest value are taken by zone, day and quantity. So the mean is a course as the model makes it, but the others are not: a plan
/// for the quantile meets each need of a zone and day with that probability, and all needs together with less; a plan for the greatest of some
/// courses suffices for each of them. Contacts are whole people and rounded up, those of the mean to the nearest.
/// </remarks>
internal static class PlannedCourse
{
    private const double Tolerance = 1e-9;

    /// <summary>The course to plan for; of weight 1.</summary>
    public static DemandTrajectory Of(ImmutableArray<DemandTrajectory> ensemble, PlanTarget target) => target.Kind switch
    {
        PlanTargetKind.Mean => Mean(ensemble),
        PlanTargetKind.Quantile => Pointwise(ensemble, sample => SortedSample.Quantile(sample, target.Level ?? 0.5)),
        PlanTargetKind.Trajectories => Pointwise(Evenly(ensemble, target.Count ?? 1), static sample => sample[^1]),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "Unknown kind."),
    };

    /// <summary>Courses in the middle of equal groups, in the order of their cases.</summary>
    private static ImmutableArray<DemandTrajectory> Evenly(ImmutableArray<DemandTrajectory> ensemble, int count)
    {
        DemandTrajectory[] ordered = [.. ensemble.OrderBy(static course => course.Zones.Sum(static zone => zone.NewCases.Sum()))];
        int taken = Math.Clamp(count, 1, ordered.Length);
        return [.. Enumerable.Range(0, taken).Select(group => ordered[(int)((2L * group + 1) * ordered.Length / (2L * taken))])];
    }

    private static DemandTrajectory Mean(ImmutableArray<DemandTrajectory> ensemble)
    {
        static double Average(double[] sample) => sample.Average();
        DemandTrajectory mean = Pointwise(ensemble, Average);
        int days = mean.Zones.IsEmpty ? 0 : mean.Zones[0].NewContacts.Length;
        double[][] expected =
        [
            .. Enumerable.Range(0, mean.Zones.Length).Select(zone => Combine(ensemble, course => course.Zones[zone].NewContacts.Length, (course, day) => course.Zones[zone].NewContacts[day], Average)),
        ];
        long[][] contacts = WholePeople.Apportion(expected, days);
        return mean with { Zones = [.. mean.Zones.Select((zone, index) => zone with { NewContacts = [.. contacts[index]] })] };
    }

    private static DemandTrajectory Pointwise(ImmutableArray<DemandTrajectory> ensemble, Func<double[], double> value)
    {
        var zones = ImmutableArray.CreateBuilder<ZoneDemand>(ensemble[0].Zones.Length);
        for (int index = 0; index < ensemble[0].Zones.Length; index++)
        {
            int zone = index;
            double[] contacts = Combine(ensemble, course => course.Zones[zone].NewContacts.Length, (course, day) => course.Zones[zone].NewContacts[day], value);
            zones.Add(new ZoneDemand(
                ensemble[0].Zones[zone].Zone,
                Values(static one => one.NewCases),
                [.. contacts.Select(static people => (long)Math.Ceiling(people - Tolerance * Math.Max(1, people)))],
                Values(static one => one.FeverVisits),
                Values(static one => one.IsolationPatients),
                Values(static one => one.Samples))
            {
                WardPatients = Values(static one => one.WardPatients),
                SeverePatients = Values(static one => one.SeverePatients),
                CriticalPatients = Values(static one => one.CriticalPatients),
            });

            ImmutableArray<double> Values(Func<ZoneDemand, ImmutableArray<double>> quantity) =>
                [.. Combine(ensemble, course => quantity(course.Zones[zone]).Length, (course, day) => quantity(course.Zones[zone])[day], value)];
        }

        return new DemandTrajectory(1, zones.MoveToImmutable());
    }

    private static double[] Combine(
        ImmutableArray<DemandTrajectory> ensemble,
        Func<DemandTrajectory, int> days,
        Func<DemandTrajectory, int, double> of,
        Func<double[], double> value)
    {
        var sample = new double[ensemble.Length];
        var combined = new double[days(ensemble[0])];
        for (int day = 0; day < combined.Length; day++)
        {
            for (int course = 0; course < sample.Length; course++)
            {
                sample[course] = of(ensemble[course], day);
            }

            Array.Sort(sample);
            combined[day] = value(sample);
        }

        return combined;
    }
}
