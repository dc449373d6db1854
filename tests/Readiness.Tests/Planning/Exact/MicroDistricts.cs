using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Tests.Planning.Exact;

/// <summary>Districts small enough for exact optima, in which every rule of the document turns up, tight and loose.</summary>
internal static class MicroDistricts
{
    public static District Create(int seed)
    {
        var random = new Random(seed);
        District district = DistrictGenerator.Generate(new GeneratorOptions
        {
            Seed = seed,
            Zones = random.Next(1, 3),
            FacilitiesPerZone = random.Next(1, 3),
            Staff = random.Next(4, 7),
            Sites = random.Next(0, 3),
            Days = random.Next(4) == 0 ? random.Next(7, 10) : random.Next(3, 6),
            Items = random.Next(1, 3),
            Scarcity = Pick(random, 0.3, 0.6, 0.9, 1.5),
            StaffScarcity = Pick(random, 0.4, 0.7, 1, 2),
        });
        district = district with
        {
            Policy = Policy(random),
            Items = [.. district.Items.Select(item => item with { PackSize = random.Next(1, 5), LitresPerPack = Pick(random, 0.5, 1, 1.7) })],
            Contracts = [.. district.Contracts.Select(contract => Vary(contract, random))],
            CandidateSites = [.. district.CandidateSites.Select(site => Vary(site, district, random))],
            Duties = [.. district.Duties.Select(duty => Vary(duty, random))],
            BurnRates = [.. district.BurnRates.Select(rate => Vary(rate, random))],
        };
        district = Vary(district, random);
        return random.Next(2) == 0 ? district : WithOutbreakDuty(district, random);
    }

    private static District WithOutbreakDuty(District district, Random random) => district with
    {
        Contracts = [.. district.Contracts.Select(contract => WithOutbreakDuty(contract, district, random))],
        Staff = [.. district.Staff.Select(person => person with
        {
            History =
            [
                .. Enumerable.Range(1, 8).Where(_ => random.Next(2) == 0)
                    .Select(days => new WorkedShift(district.Horizon.DateOf(-days), district.ShiftTypes[random.Next(2)].Id)),
            ],
        })],
        Duties = [.. district.Duties.Select(duty => duty with
        {
            Lines = [.. duty.Lines.Select(line => line with { ProtectiveMinutesPerHour = Pick(random, 0, 20, 50) })],
        })],
        CandidateSites = [.. district.CandidateSites.Select(site => site with
        {
            Lines = [.. site.Lines.Select(line => line with { ProtectiveMinutesPerHour = Pick(random, 0, 30, 60) })],
        })],
    };

    private static Contract WithOutbreakDuty(Contract contract, District district, Random random)
    {
        int? stay = Pick<int?>(random, null, 1, 2, 3);
        ImmutableArray<ShiftLimit> limits =
            [.. district.ShiftTypes.Where(shift => contract.ShiftTypes.IsEmpty && random.Next(2) == 0).Select(shift => new ShiftLimit(shift.Id, random.Next(0, 3)))];
        return contract with
        {
            MaxWeekends = Pick<int?>(random, null, 0, 1),
            MaxShifts = limits,
            ClosedLoopDays = stay,
            IsolationDays = stay is null ? null : random.Next(1, 4),
            MaxProtectiveMinutesPerShift = Pick<int?>(random, null, 240, 400),
            MaxProtectiveMinutesPerWeek = Pick<int?>(random, null, 400, 800),
        };
    }

    private static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private static PlanningPolicy Policy(Random random) => new()
    {
        TravelLimitKm = Pick(random, 1.5, 6, 15),
        LendingShare = Pick(random, 0, 0.3, 0.6, 1),
        Quarantine = new QuarantinePolicy
        {
            LengthDays = random.Next(1, 5),
            MaxDistanceKm = Pick(random, 2, 50, 50),
            GuestClass = random.Next(1, 5),
            MinimumSiteCover = Pick(random, 0, 0.4, 0.75, 1),
        },
    };

    private static Contract Vary(Contract contract, Random random)
    {
        int normal = Pick(random, 480, 960, 1500, 2400);
        return contract with
        {
            NormalMinutesPerWeek = normal,
            MaxMinutesPerWeek = normal + Pick(random, 0, 480, 1000),
            MinRestMinutes = Pick(random, 0, 660, 960, 1500),
            MaxConsecutiveDays = random.Next(1, 5),
        };
    }

    private static CandidateSite Vary(CandidateSite site, District district, Random random)
    {
        int setUp = random.Next(0, Math.Min(3, district.Horizon.Days));
        return site with
        {
            SetUpDays = setUp,
            Status = random.Next(5) == 0 ? SiteStatus.MustOpen : SiteStatus.Available,
            Shifts = random.Next(3) == 0 ? [.. district.ShiftTypes.Select(shift => shift.Id)] : site.Shifts,
            Lines = [.. site.Lines.Select(line => line with
            {
                FixedHeads = random.Next(0, 2),
                GuestsPerHead = Pick<double?>(random, null, 1.5, 2, 4),
                PriorityClass = random.Next(1, 5),
            })],
            GuestNeeds = [.. site.GuestNeeds.Select(need => need with
            {
                PerGuestDay = Pick(random, 0.4, 1, 1.5), PriorityClass = random.Next(1, 5),
            })],
        };
    }

    private static Duty Vary(Duty duty, Random random)
    {
        int priorityClass = random.Next(1, 5);
        return duty with
        {
            TeamWorkload = duty.TeamWorkload is null ? null : random.Next(4) == 0 ? null : new Workload(WorkloadDriver.HomeMonitored, Pick(random, 1.5, 3, 5)),
            Lines = [.. duty.Lines.Select(line => line with
            {
                PriorityClass = duty.Together ? priorityClass : random.Next(1, 5),
                Heads = duty.Together ? random.Next(1, 3) : line.Heads,
                Workload = duty.Together ? null : random.Next(4) == 0 ? new Workload(WorkloadDriver.HomeMonitored, Pick(random, 2.5, 4)) : line.Workload,
            })],
        };
    }

    private static BurnRate Vary(BurnRate rate, Random random)
    {
        rate = rate with { PriorityClass = random.Next(1, 5) };
        return random.Next(3) == 0
            ? rate with { Driver = WorkloadDriver.HomeMonitored, PerDriverUnit = Pick(random, 0.3, 1), PerDay = random.Next(2) }
            : rate;
    }

    /// <summary>Lanes of every kind, also back to the store, and lots of every age.</summary>
    private static District Vary(District district, Random random)
    {
        ImmutableArray<Lane> back = [.. district.Lanes
            .Where(lane => random.Next(4) == 0 && district.Lanes.All(other => (other.From, other.To) != (lane.To, lane.From)))
            .Select(lane => new Lane(lane.To, lane.From))];
        return district with
        {
            Lanes = [.. district.Lanes.Concat(back).Select(lane => lane with
            {
                LeadTimeDays = Pick(random, 0, 0, 1, 2),
                CapacityLitresPerDay = Pick<double?>(random, null, null, 2, 5.5),
            })],
            StockLots = [.. district.StockLots.Select(lot => lot with
            {
                Expires = random.Next(3) == 0 ? district.Horizon.DateOf(random.Next(district.Horizon.Days + 2)) : null,
            })],
            Shipments = [.. district.Shipments.Select(shipment => shipment with
            {
                Expires = random.Next(3) == 0 ? shipment.Arrives.AddDays(random.Next(3)) : null,
            })],
        };
    }
}
