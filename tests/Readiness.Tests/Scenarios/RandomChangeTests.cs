using System.Collections.Immutable;
using CsCheck;
using Readiness.Districts;
using Readiness.Scenarios;

namespace Readiness.Tests.Scenarios;

public sealed class RandomChangeTests
{
    private static readonly ImmutableArray<District> Districts =
    [
        DistrictGenerator.Generate(new GeneratorOptions { Seed = 1, Zones = 1, FacilitiesPerZone = 1, Staff = 4, Sites = 0, Days = 2, Items = 1 }),
        DistrictGenerator.Generate(new GeneratorOptions { Seed = 2, Zones = 2, FacilitiesPerZone = 2, Staff = 12, Sites = 2, Days = 5, Items = 2 }),
        DistrictGenerator.Generate(new GeneratorOptions { Seed = 3, Zones = 3, FacilitiesPerZone = 3, Staff = 40, Sites = 5, Days = 14, Items = 4 }),
    ];

    private static readonly ImmutableArray<string> Before = [.. Districts.Select(DistrictDocument.Write)];

    [Fact]
    public void Changes_are_refused_with_reasons_or_give_a_valid_district_and_never_touch_the_baseline()
    {
        int applied = 0;
        (from which in Gen.Int[0, Districts.Length - 1]
         from changes in Change(Districts[which]).Array[0, 5]
         select (which, changes)).Sample(
            sample =>
            {
                District baseline = Districts[sample.which];
                var scenario = new Scenario("random", [.. sample.changes]);
                ImmutableArray<DistrictError> errors = ScenarioDocument.Validate(scenario, baseline);
                Assert.All(errors, error => Assert.StartsWith("/changes", error.Pointer, StringComparison.Ordinal));
                if (errors.IsEmpty)
                {
                    applied++;
                    District changed = ScenarioRunner.Apply(baseline, scenario);
                    Assert.Empty(DistrictValidator.Validate(changed));
                    Assert.Equal(DistrictDocument.Write(changed), DistrictDocument.Write(ScenarioRunner.Apply(baseline, scenario)));
                }
                else
                {
                    Assert.Equal(errors, Assert.Throws<DistrictFormatException>(() => ScenarioRunner.Apply(baseline, scenario)).Errors);
                }

                Assert.Equal(Before[sample.which], DistrictDocument.Write(baseline));
            },
            iter: 300,
            threads: 1);
        Assert.InRange(applied, 50, 299);
    }

    /// <summary>Any change, mostly sensible: known ids and dates near the horizon, now and then beyond.</summary>
    private static Gen<ScenarioChange> Change(District district)
    {
        Gen<DateOnly> date = Gen.Int[-1, 10 * district.Horizon.Days].Select(tenth => district.Horizon.DateOf(tenth / 10));
        Gen<DateOnly?> maybe = Gen.OneOf(Gen.Const((DateOnly?)null), date.Select(day => (DateOnly?)day));
        Gen<string> item = IdOf(district.Items.Select(each => each.Id));
        Gen<string> home = IdOf(district.Facilities.Select(each => each.Id));
        Gen<string> place = IdOf([.. district.Facilities.Select(each => each.Id), .. district.CandidateSites.Select(each => each.Id)]);
        Gen<string> skill = IdOf(district.Skills.Select(each => each.Id));
        Gen<double> factor = Gen.Double[0.001, 3];
        return Gen.OneOf<ScenarioChange>(
            Gen.Select(factor, maybe, maybe, ScenarioChange (f, from, to) => new ScaleCases(f, from, to)),
            Gen.Select(IdOf(district.Zones.Select(each => each.Id)), date, Gen.Double[0.1, 50], ScenarioChange (z, d, c) => new ImportCases(z, d, c)),
            Gen.Select(Gen.Double[0, 100], maybe, maybe, ScenarioChange (f, from, to) => new ScaleArrivals(f, from, to)),
            Gen.Select(item, Gen.Int[0, 20], Maybe(place), maybe, maybe, ScenarioChange (i, n, p, from, to) => new DelayShipments(i, n, p, from, to)),
            Gen.Select(item, Maybe(place), maybe, maybe, ScenarioChange (i, p, from, to) => new CancelShipments(i, p, from, to)),
            Gen.Select(Gen.Int[0, 9], item, place, Gen.Long[0, 9_000], date, maybe, ScenarioChange (n, i, p, q, d, e) => new AddShipment(new Shipment($"new{n}", i, p, q, d, e))),
            Gen.Select(item, factor, Gen.Bool, Maybe(place), ScenarioChange (i, f, share, p) => share ? new LoseStock(i, Math.Min(1, f), null, p) : new LoseStock(i, null, (long)(f * 20), p)),
            Gen.Select(Gen.Int[0, 9], item, place, Gen.Int[0, 40], Gen.Int[0, 5], maybe, ScenarioChange (n, i, p, lots, lead, order) => new AddOffer(new PurchaseOffer($"offer{n}", i, p, lots, n, 10, lead, order))),
            Gen.Int[0, 900].Select(ScenarioChange (amount) => new SetBudget(amount > 800 ? null : amount)),
            Gen.Select(item, Gen.Int[1, 5].Array[0, 3], Gen.Int[1, 4], ScenarioChange (i, classes, serves) => new AllowExtendedUse(i, [.. classes], serves)),
            Gen.Double[0.5, 0.99].Select(ScenarioChange (c) => new SetShipmentConfidence(c)),
            Gen.Select(place, item, Gen.Long[0, 90], Gen.Int[0, 5], ScenarioChange (p, i, q, c) => new SetReserve(p, i, q, c == 0 ? null : c)),
            Gen.Select(maybe, maybe, Maybe(home), Maybe(skill), ScenarioChange (from, to, h, s) => new CancelLeave(from, to, h, s)),
            Gen.Select(date, Maybe(home), Maybe(skill), ScenarioChange (last, h, s) => new ShortenLeave(last, h, s)),
            Gen.Select(Gen.Int[0, 20], home, skill, IdOf(district.Contracts.Select(each => each.Id)), maybe, ScenarioChange (n, h, s, c, from) => new AddStaff(n, h, [s], c, From: from)),
            Gen.Select(Gen.Double[0, 1], maybe, maybe, Maybe(home), Maybe(skill), ScenarioChange (share, from, to, h, s) => new SickLeave(share, from, to, h, s)),
            Gen.Select(IdOf(district.CandidateSites.Select(each => each.Id)), Gen.Int[0, 2], ScenarioChange (s, status) => new SetSite(s, (SiteStatus)status)),
            Gen.Int[0, 62].Select(ScenarioChange (days) => new SetQuarantineLength(days)),
            Gen.Select(item, Gen.Double[0.01, 30], ScenarioChange (i, f) => new ChangeBurnRate(i, f)));
    }

    private static Gen<string> IdOf(IEnumerable<string> known)
    {
        string[] ids = [.. known];
        return Gen.Int[0, 20 * ids.Length].Select(at => at / 20 < ids.Length ? ids[at / 20] : "unknown");
    }

    private static Gen<string?> Maybe(Gen<string> id) => Gen.OneOf(Gen.Const((string?)null), id.Select(given => (string?)given));
}
