using System.Collections.Immutable;
using CsCheck;
using Readiness.Demand;
using Readiness.Demand.Needs;
using Readiness.Districts;

namespace Readiness.Tests.Demand.Needs;

public sealed class LengthOfStayTests
{
    private static readonly Gen<(double Mean, double Variation)> Stay = Gen.Select(Gen.Double[1, 60], Gen.OneOf(Gen.Const(0.0), Gen.Double[0.05, 2]));

    [Fact]
    public void Survival_falls_from_one_and_keeps_the_mean() => Stay.Sample(stay =>
    {
        ImmutableArray<double> survival = LengthOfStay.Survival(stay.Mean, stay.Variation);
        Assert.Equal(1, survival[0]);
        Assert.All(survival.Zip(survival.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-9 && pair.Second >= 0));
        // Of the longest and most varied of these stays a tenth lies beyond a year.
        double cut = survival.Length == 366 ? 0.11 * stay.Mean : 2e-3;
        Assert.InRange(survival.Sum(), stay.Mean - cut, stay.Mean + 1e-9);
    });

    [Fact]
    public void A_fixed_stay_ends_on_its_day() => Assert.Equal([1, 1, 0.5], LengthOfStay.Survival(2.5, 0));

    [Fact]
    public void A_varying_stay_is_that_of_simulated_patients()
    {
        // The rest of the stay is a Gamma distribution with shape 4 and mean 8: the sum of four exponential times of mean 2.
        ImmutableArray<double> survival = LengthOfStay.Survival(9, 4.0 / 9);
        var random = new Random(7);
        var there = new double[20];
        const int Patients = 100_000;
        for (int patient = 0; patient < Patients; patient++)
        {
            double rest = -2 * Math.Log(random.NextDouble() * random.NextDouble() * random.NextDouble() * random.NextDouble());
            there[0]++;
            for (int day = 1; day < there.Length; day++)
            {
                there[day] += Math.Clamp(rest - (day - 1), 0, 1);
            }
        }

        Assert.All(there.Select((count, day) => (count / Patients, survival[day])), pair => Assert.Equal(pair.Item2, pair.Item1, 0.006));
    }

    [Fact]
    public void A_census_is_the_sum_over_single_patients() => Gen.Select(Stay, Gen.Int[0, 5].Array[1, 40]).Sample((stay, admissions) =>
    {
        ImmutableArray<double> survival = LengthOfStay.Survival(stay.Mean, stay.Variation);
        var expected = new double[admissions.Length];
        for (int day = 0; day < admissions.Length; day++)
        {
            for (int later = day; later < admissions.Length && later - day < survival.Length; later++)
            {
                expected[later] += admissions[day] * survival[later - day];
            }
        }

        ImmutableArray<double> census = LengthOfStay.Census([.. admissions.Select(count => (double)count)], survival);
        Assert.All(census.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 9));
    });

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(367, 0)]
    [InlineData(5, -1)]
    [InlineData(double.NaN, 0)]
    [InlineData(5, double.NaN)]
    [InlineData(5, double.PositiveInfinity)]
    public void Nonsense_is_refused(double mean, double variation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LengthOfStay.Survival(mean, variation));

    [Fact]
    public void Wards_hold_the_shares_of_all_cases_for_their_stays()
    {
        // One case of the region's zone a day before the horizon and two days into it; everybody stays exactly three days, two or one.
        CareRates care = new() { StayVariation = 0, WardStayDays = 3, SevereStayDays = 2, CriticalStayDays = 1, AdmissionDelayDays = 1, AdmittedShare = 0.5 };
        Epidemic epidemic = DemandDistrict.Epidemic(new DemandRates(), (-2, 8), (1, 16)) with { Care = care };
        ZoneDemand big = DemandForecaster.Forecast(DemandDistrict.Create(epidemic)).Planned.Zones[0];

        // Three quarters of half of the region's: 3 cases admitted on day -1, 6 on day 2.
        Assert.Equal([3, 3, 6, 6], big.WardPatients.Select(patients => Math.Round(patients / (0.81 * 0.5), 9)));
        Assert.Equal([3, 0, 6, 6], big.SeverePatients.Select(patients => Math.Round(patients / 0.14, 9)));
        Assert.Equal([0, 0, 6, 0], big.CriticalPatients.Select(patients => Math.Round(patients / 0.05, 9)));
    }
}
