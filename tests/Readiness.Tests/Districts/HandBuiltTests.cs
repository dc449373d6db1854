using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>Districts built in code are judged by the rules of documents, also where no document could say such a thing.</summary>
public sealed class HandBuiltTests
{
    private static readonly District Base = SmallDistrict.Make();

    public static TheoryData<string, District> Broken { get; } = new()
    {
        { "/name", Base with { Name = null! } },
        { "/zones", Base with { Zones = default } },
        { "/staff/0/skills", Base with { Staff = [Base.Staff[0] with { Skills = default }, Base.Staff[1]] } },
        { "/skills/0", Base with { Skills = [null!, .. Base.Skills] } },
        { "/epidemic/districtShare", Base with { Epidemic = Base.Epidemic with { DistrictShare = double.NaN } } },
        { "/policy/travelLimitKm", Base with { Policy = new PlanningPolicy { TravelLimitKm = double.PositiveInfinity } } },
        { "/duties/1/kind", Base with { Duties = [Base.Duties[0], Base.Duties[1] with { Kind = (DutyKind)99 }] } },
        { "/shiftTypes/0/start", Base with { ShiftTypes = [Base.ShiftTypes[0] with { Start = new TimeOnly(8, 0, 30) }, Base.ShiftTypes[1]] } },
        { "/horizon/days", Base with { Horizon = new PlanningHorizon(SmallDistrict.Start, 0) } },
        { "/schemaVersion", Base with { SchemaVersion = 2 } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_fault_is_found_and_nothing_is_written(string pointer, District district)
    {
        Assert.Contains(DistrictValidator.Validate(district), error => error.Pointer == pointer);
        Assert.Throws<DistrictFormatException>(() => DistrictDocument.Write(district));
    }

    [Fact]
    public void Optional_arrays_that_were_never_set_count_as_empty()
    {
        District district = Base with { Sources = default, Duties = [Base.Duties[0] with { Weekdays = default }, Base.Duties[1]] };
        Assert.Empty(DistrictValidator.Validate(district));
        Assert.False(DistrictDocument.Read(DistrictDocument.Write(district)).Sources.IsDefault);
    }
}
