using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>What the parts of an audit derived, from which indicators and objective levels follow.</summary>
internal sealed record AuditFindings(AuditContext Context, AuditParts Parts, UnmetAudit Unmet, SupplyUse Use)
{
    private const double MinutesPerHour = 60;

    public PlanAudit ToAudit()
    {
        var guests = new GuestFigures(Context, Parts.Sites);
        return new PlanAudit(Context.Violations(), Indicators(guests), Levels(guests)) { Forced = Context.Pins?.Forced ?? [] };
    }

    private ImmutableSortedDictionary<string, Indicator> Indicators(GuestFigures guests)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, Indicator>(StringComparer.Ordinal);
        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            map[IndicatorIds.Cover(priorityClass)] =
                Higher(Share(Parts.Cover.FilledOfClass[priorityClass], Parts.Cover.RequiredOfClass[priorityClass]), "share");
        }

        for (int item = 0; item < Context.District.Items.Length; item++)
        {
            if (Use.FillRate(item) is { } rate)
            {
                map[IndicatorIds.FillRate(Context.District.Items[item].Id)] = Higher(rate, "share");
            }
        }

        map[IndicatorIds.GuestsHoused] = Higher(Share(guests.Housed, guests.Contacts), "share");
        map[IndicatorIds.GuestsUnhousedDays] = Lower(guests.UnhousedDays, "days");
        map[IndicatorIds.GuestsPeakHoused] = Higher(guests.Peak, "guests");
        map[IndicatorIds.StockOutDays] = Lower(Unmet.StockOut.AsSpan().Count(true), "days");
        map[IndicatorIds.OvertimeHours] = Lower(Parts.Time.OvertimeMinutes / MinutesPerHour, "hours");
        map[IndicatorIds.DistanceMeanKm] = Lower(guests.MeanKm, "km");
        map[IndicatorIds.WasteExpiredUnits] = Lower(Parts.Stock.Expired, "units");
        map[IndicatorIds.SubstitutedUnits] = Lower(Parts.Issues.Recipes.Sum(use => use.Units), "units");
        map[IndicatorIds.PurchasesSpending] = Lower(Parts.Purchases.Spent, "currency");
        map[IndicatorIds.FairnessWorstFillRate] = Higher(Use.WorstFillRate(), "share");
        map[IndicatorIds.StaffUtilisation] = Lower(Share(Parts.Time.WorkedMinutes, Parts.Time.AvailableMinutes, 0), "share");
        map[IndicatorIds.RosterLentHours] = Lower(Parts.Time.LentMinutes / MinutesPerHour, "hours");
        map[IndicatorIds.TransportUnitKm] = Lower(Parts.Transfers.UnitKm, "unit-km");
        if (Context.Pins is { } pins)
        {
            map[IndicatorIds.PlanChanges] = Lower(pins.CountChanges(Context), "changes");
        }

        map[IndicatorIds.SitesOpen] = Lower(Parts.Sites.Opened.AsSpan().Count(true), "sites");
        return map.ToImmutable();
    }

    private ImmutableArray<LevelValue> Levels(GuestFigures guests)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [ObjectiveLevels.Guests(Context.District.Policy.Quarantine.GuestClass)] = guests.UnhousedDays,
            [ObjectiveLevels.Substituted] = Parts.Issues.Recipes.Sum(use => use.Units * use.Recipe.Weight),
            [ObjectiveLevels.Spending] = Parts.Purchases.Spent,
            [ObjectiveLevels.Overtime] = Parts.Time.OvertimeMinutes / MinutesPerHour,
            [ObjectiveLevels.Waste] = Parts.Stock.Expired,
            [ObjectiveLevels.Transport] = Parts.Transfers.UnitKm,
            [ObjectiveLevels.Opening] = OpeningCost(),
        };
        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            values[ObjectiveLevels.Cover(priorityClass)] = Parts.Cover.RequiredOfClass[priorityClass] - Parts.Cover.FilledOfClass[priorityClass];
            values[ObjectiveLevels.Items(priorityClass)] = UnmetUnits(priorityClass);
        }

        if (Context.Pins is { } pins)
        {
            values[ObjectiveLevels.Changes] = pins.CountChanges(Context);
        }

        return [.. ObjectiveLevels.Names(Context.District, Context.Pins is not null).Select(name => new LevelValue(name, values[name]))];
    }

    private long UnmetUnits(int priorityClass)
    {
        long sum = 0;
        for (int position = 0; position < Parts.Issues.Needs.Length; position++)
        {
            AuditedNeed need = Parts.Issues.Needs[position];
            for (int day = 0; day < Context.Days && need.PriorityClass == priorityClass; day++)
            {
                sum += Math.Max(0, need.Required[day] - Parts.Issues.Served(position, day));
            }
        }

        return sum;
    }

    private double OpeningCost()
    {
        double sum = 0;
        for (int site = 0; site < Parts.Sites.Opened.Length; site++)
        {
            sum += Parts.Sites.Opened[site] ? Context.District.CandidateSites[site].OpeningCost : 0;
        }

        return sum;
    }

    private static double Share(double part, double whole, double ofNothing = 1) => whole > 0 ? part / whole : ofNothing;

    private static Indicator Higher(double value, string unit) => new(value, unit, IndicatorDirection.Higher);

    private static Indicator Lower(double value, string unit) => new(value, unit, IndicatorDirection.Lower);
}
