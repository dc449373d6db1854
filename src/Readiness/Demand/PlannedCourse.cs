using System.Collections.Immutable;
using Readiness.Demand.Scores;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>The course of an ensemble that a plan is made for.</summary>
/// <remarks>
/// Mean and greatest value are taken by zone, day and quantity, the quantile by day and quantity of the district, and split over the zones like the mean. So
/// the mean is a course as the model makes it, but the others are not: a plan for the quantile meets each need of a day with that probability, and
/// all needs together with less; a plan for the greatest of some courses suffices for each of them. Contacts are whole people in every case.
/// </remarks>
internal static class PlannedCourse
{
    /// <summary>The course to plan for; of weight 1.</summary>
    public static DemandTrajectory Of(ImmutableArray<DemandTrajectory> ensemble, PlanTarget target) => target.Kind switch
    {
        PlanTargetKind.Mean => Mean(ensemble),
        PlanTargetKind.Quantile => Quantile(ensemble, target.Level ?? 0.5),
        PlanTargetKind.Trajectories => Greatest(Evenly(ensemble, target.Count ?? 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "Unknown kind."),
    };

    /// <summary>Courses in the middle of equal groups, in the order of their cases.</summary>
    private static ImmutableArray<DemandTrajectory> Evenly(ImmutableArray<DemandTrajectory> ensemble, int count)
    {
        DemandTrajectory[] ordered = [.. ensemble.OrderBy(static course => course.Zones.Sum(static zone => zone.NewCases.Sum()))];
        int taken = Math.Clamp(count, 1, ordered.Length);
        return [.. Enumerable.Range(0, taken).Select(group => ordered[(int)((2L * group + 1) * ordered.Length / (2L * taken))])];
    }

    private static DemandTrajectory Greatest(ImmutableArray<DemandTrajectory> ensemble)
    {
        static double Last(double[] sample) => sample[^1];
        double[][] contacts = Contacts(ensemble, Last);
        return Course(
            ensemble, quantity => ByZone(ensemble, quantity, Last), [.. contacts.Select(zone => zone.Select(static people => (long)people).ToArray())]);
    }

    private static DemandTrajectory Mean(ImmutableArray<DemandTrajectory> ensemble)
    {
        double[][] contacts = Contacts(ensemble, Average);
        return Course(ensemble, quantity => ByZone(ensemble, quantity, Average), WholePeople.Apportion(contacts, Days(ensemble)));
    }

    private static DemandTrajectory Quantile(ImmutableArray<DemandTrajectory> ensemble, double level)
    {
        int days = Days(ensemble);
        double[][] contacts = Split(Contacts(ensemble, Average), Total(static (zone, day) => zone.NewContacts[day], days));
        return Course(
            ensemble,
            quantity => Split(ByZone(ensemble, quantity, Average), Total((zone, day) => quantity(zone)[day], quantity(ensemble[0].Zones[0]).Length)),
            WholePeople.Apportion(contacts, days));

        double[] Total(Func<ZoneDemand, int, double> of, int length) =>
            Combine(ensemble, length, (course, day) => course.Zones.Sum(zone => of(zone, day)), sample => SortedSample.Quantile(sample, level));
    }

    /// <summary>Puts the totals of days in the place of those of the zones, and keeps the zones' proportions.</summary>
    private static double[][] Split(double[][] zones, double[] totals)
    {
        for (int day = 0; day < totals.Length; day++)
        {
            double sum = zones.Sum(zone => zone[day]);
            foreach (double[] zone in zones)
            {
                // Where the mean has nothing, the greatest course has nothing either.
                zone[day] = sum > 0 ? totals[day] * (zone[day] / sum) : 0;
            }
        }

        return zones;
    }

    private static DemandTrajectory Course(
        ImmutableArray<DemandTrajectory> ensemble, Func<Func<ZoneDemand, ImmutableArray<double>>, double[][]> values, long[][] contacts)
    {
        double[][] cases = values(static zone => zone.NewCases);
        double[][] visits = values(static zone => zone.FeverVisits);
        double[][] patients = values(static zone => zone.IsolationPatients);
        double[][] samples = values(static zone => zone.Samples);
        double[][] ward = values(static zone => zone.WardPatients);
        double[][] severe = values(static zone => zone.SeverePatients);
        double[][] critical = values(static zone => zone.CriticalPatients);
        return new DemandTrajectory(
            1,
            [
                .. ensemble[0].Zones.Select((zone, index) => new ZoneDemand(
                    zone.Zone, [.. cases[index]], [.. contacts[index]], [.. visits[index]], [.. patients[index]], [.. samples[index]])
                {
                    EarlierAtHome = zone.EarlierAtHome,
                    EarlierInQuarantine = zone.EarlierInQuarantine,
                    WardPatients = [.. ward[index]],
                    SeverePatients = [.. severe[index]],
                    CriticalPatients = [.. critical[index]],
                }),
            ]);
    }

    private static int Days(ImmutableArray<DemandTrajectory> ensemble) => ensemble[0].Zones[0].NewContacts.Length;

    private static double Average(double[] sample) => sample.Average();

    private static double[][] Contacts(ImmutableArray<DemandTrajectory> ensemble, Func<double[], double> value) =>
    [
        .. Enumerable.Range(0, ensemble[0].Zones.Length).Select(zone => Combine(
            ensemble, Days(ensemble), (course, day) => course.Zones[zone].NewContacts[day], value)),
    ];

    private static double[][] ByZone(
        ImmutableArray<DemandTrajectory> ensemble, Func<ZoneDemand, ImmutableArray<double>> quantity, Func<double[], double> value) =>
    [
        .. Enumerable.Range(0, ensemble[0].Zones.Length).Select(zone => Combine(
            ensemble, quantity(ensemble[0].Zones[zone]).Length, (course, day) => quantity(course.Zones[zone])[day], value)),
    ];

    private static double[] Combine(
        ImmutableArray<DemandTrajectory> ensemble, int days, Func<DemandTrajectory, int, double> of, Func<double[], double> value)
    {
        var sample = new double[ensemble.Length];
        var combined = new double[days];
        for (int day = 0; day < days; day++)
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
