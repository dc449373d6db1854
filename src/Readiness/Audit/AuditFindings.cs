using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>What the parts of an audit derived, from which indicators and objective levels follow.</summary>
internal sealed record AuditFindings(
    AuditContext Context,
    SiteAudit Sites,
    WorkTable Table,
    CoverAudit Cover,
    WorkingTimeAudit Time,
    TransferAudit Transfers,
    IssueAudit Issues,
    PurchaseAudit Purchases,
    StockSimulation Stock,
    UnmetAudit Unmet,
    SupplyUse Use)
{
    private const double MinutesPerHour = 60;

    public PlanAudit ToAudit()
    {
        var guests = new GuestFigures(Context, Sites);
        return new PlanAudit(Context.Violations(), Indicators(guests), Levels(guests));
    }

    private ImmutableSortedDictionary<string, Indicator> Indicators(GuestFigures guests)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, Indicator>(StringComparer.Ordinal);
        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            map[IndicatorIds.Cover(priorityClass)] =
                Higher(Share(Cover.FilledOfClass[priorityClass], Cover.RequiredOfClass[priorityClass]), "share");
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
        map[IndicatorIds.OvertimeHours] = Lower(Time.OvertimeMinutes / MinutesPerHour, "hours");
        map[IndicatorIds.DistanceMeanKm] = Lower(guests.MeanKm, "km");
        map[IndicatorIds.WasteExpiredUnits] = Lower(Stock.Expired, "units");
        map[IndicatorIds.SubstitutedUnits] = Lower(Issues.Recipes.Sum(use => use.Units), "units");
        map[IndicatorIds.PurchasesSpending] = Lower(Purchases.Spent, "currency");
        map[IndicatorIds.FairnessWorstFillRate] = Higher(Use.WorstFillRate(), "share");
        map[IndicatorIds.StaffUtilisation] = Lower(Share(Time.WorkedMinutes, Time.AvailableMinutes, 0), "share");
        map[IndicatorIds.RosterLentHours] = Lower(Time.LentMinutes / MinutesPerHour, "hours");
        map[IndicatorIds.TransportUnitKm] = Lower(Transfers.UnitKm, "unit-km");
        map[IndicatorIds.SitesOpen] = Lower(Sites.Opened.AsSpan().Count(true), "sites");
        return map.ToImmutable();
    }

    private ImmutableArray<LevelValue> Levels(GuestFigures guests)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [ObjectiveLevels.Guests(Context.District.Policy.Quarantine.GuestClass)] = guests.UnhousedDays,
            [ObjectiveLevels.Substituted] = Issues.Recipes.Sum(use => use.Units * use.Recipe.Weight),
            [ObjectiveLevels.Spending] = Purchases.Spent,
            [ObjectiveLevels.Overtime] = Time.OvertimeMinutes / MinutesPerHour,
            [ObjectiveLevels.Waste] = Stock.Expired,
            [ObjectiveLevels.Transport] = Transfers.UnitKm,
            [ObjectiveLevels.Opening] = OpeningCost(),
        };
        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            values[ObjectiveLevels.Cover(priorityClass)] = Cover.RequiredOfClass[priorityClass] - Cover.FilledOfClass[priorityClass];
            values[ObjectiveLevels.Items(priorityClass)] = UnmetUnits(priorityClass);
        }

        return [.. ObjectiveLevels.Names(Context.District).Select(name => new LevelValue(name, values[name]))];
    }

    private long UnmetUnits(int priorityClass)
    {
        long sum = 0;
        for (int position = 0; position < Issues.Needs.Length; position++)
        {
            AuditedNeed need = Issues.Needs[position];
            for (int day = 0; day < Context.Days && need.PriorityClass == priorityClass; day++)
            {
                sum += Math.Max(0, need.Required[day] - Issues.Served(position, day));
            }
        }

        return sum;
    }

    private double OpeningCost()
    {
        double sum = 0;
        for (int site = 0; site < Sites.Opened.Length; site++)
        {
            sum += Sites.Opened[site] ? Context.District.CandidateSites[site].OpeningCost : 0;
        }

        return sum;
    }

    private static double Share(double part, double whole, double ofNothing = 1) => whole > 0 ? part / whole : ofNothing;

    private static Indicator Higher(double value, string unit) => new(value, unit, IndicatorDirection.Higher);

    private static Indicator Lower(double value, string unit) => new(value, unit, IndicatorDirection.Lower);
}
