using System.Text.Json;
using CsCheck;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>Random valid districts survive writing and reading to the last bit.</summary>
public sealed class RoundTripTests
{
    private const string Letters = "az09 \"\\/<>&+'é中文锡山😀";

    // Whole characters: half a surrogate pair is no text.
    private static readonly Gen<string> Text = Gen.Int[0, Letters.EnumerateRunes().Count() - 1].Array[1, 40]
        .Select(picks => $"x{string.Concat(picks.Select(pick => Letters.EnumerateRunes().ElementAt(pick).ToString()))}");

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 6].Select(SmallDistrict.Start.AddDays);

    private static readonly Gen<District> Districts =
        from name in Text
        from share in Gen.Double[0, 1]
        from count in Gen.Double[0, 1e6]
        from location in Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180])
        from quantities in Gen.Long[0, 1_000_000_000].Array[0, 5]
        from expires in Day
        from capacity in Gen.Double[0, 1e9].Nullable()
        from start in Gen.Int[0, 1439]
        from contract in Gen.Select(Gen.Int[0, 5_000], Gen.Int[5_000, 10_080], Gen.Int[0, 2_880])
        from limits in Gen.Select(Gen.Int[1, 90].Nullable(), Gen.Int[1, 30], Gen.Int[0, 1_440].Nullable(), Gen.Int[0, 10_080].Nullable(), Gen.Int[0, 366].Array[0, 1], Gen.Int[0, 54].Nullable())
        from protection in Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60])
        from past in Gen.Int[1, 366].Array[0, 3]
        from weekday in Gen.Enum<DayOfWeek>()
        from kinds in Gen.Select(Gen.Enum<DutyKind>(), Gen.Enum<SiteKind>(), Gen.Enum<AbsenceKind>())
        from flags in Gen.Select(Gen.Bool, Gen.Bool)
        select Vary(SmallDistrict.Make(), district => district with
        {
            Name = new LocalizedName(name, flags.Item1 ? name : null),
            Epidemic = district.Epidemic with { DistrictShare = share, NewCases = [new DailyCount(expires, count)] },
            Zones = [district.Zones[0] with { Location = new GeoPoint(location.Item1, location.Item2) }, district.Zones[1]],
            StockLots = [.. quantities.Select(quantity => new StockLot("clinic", "gown", quantity, flags.Item2 ? expires : null))],
            Lanes = [new Lane("clinic", "station", 0, capacity)],
            ShiftTypes = [district.ShiftTypes[0] with { Start = new TimeOnly(start / 60, start % 60) }, district.ShiftTypes[1]],
            Contracts =
            [
                district.Contracts[0] with
                {
                    NormalMinutesPerWeek = contract.Item1,
                    MaxMinutesPerWeek = contract.Item2,
                    MinRestMinutes = contract.Item3,
                    MaxWeekends = limits.Item6,
                    ClosedLoopDays = limits.Item1,
                    IsolationDays = limits.Item1 is null ? null : limits.Item2,
                    MaxProtectiveMinutesPerShift = limits.Item3,
                    MaxProtectiveMinutesPerWeek = limits.Item4,
                    MaxShifts = [.. limits.Item5.Select(most => new ShiftLimit("day", most))],
                },
            ],
            Staff =
            [
                district.Staff[0] with { Lendable = flags.Item2 },
                district.Staff[1] with { History = [.. past.Distinct().Select(days => new WorkedShift(SmallDistrict.Start.AddDays(-days), "night"))] },
            ],
            Absences = [district.Absences[0] with { Kind = kinds.Item3 }],
            Duties =
            [
                district.Duties[0] with
                {
                    Kind = kinds.Item1,
                    From = null,
                    To = null,
                    Weekdays = [weekday],
                    Lines = [district.Duties[0].Lines[0] with { ProtectiveMinutesPerHour = protection.Item1 }],
                },
                district.Duties[1],
            ],
            CandidateSites =
            [
                district.CandidateSites[0] with
                {
                    Kind = kinds.Item2,
                    OpeningCost = count,
                    Lines = [district.CandidateSites[0].Lines[0] with { ProtectiveMinutesPerHour = protection.Item2 }],
                },
            ],
        });

    [Fact]
    public void Nothing_is_lost() => Districts.Sample(
        district =>
        {
            District read = DistrictDocument.Read(DistrictDocument.Write(district));

            // The plain serialiser, which leaves nothing out, is the witness that both say the same.
            Assert.Equal(
                JsonSerializer.Serialize(district, DistrictJson.Options), JsonSerializer.Serialize(read, DistrictJson.Options));
        },
        iter: 200);

    [Fact]
    public void What_is_written_fully_reads_the_same() => Districts.Sample(
        district => DistrictDocument.Write(district) == DistrictDocument.Write(DistrictDocument.Read(JsonSerializer.Serialize(district, DistrictJson.Options))),
        iter: 100);

    private static District Vary(District district, Func<District, District> change) => change(district);
}
