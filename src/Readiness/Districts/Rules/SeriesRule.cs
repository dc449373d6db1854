using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>Counts of the epidemic lie within a year of the horizon; anything else is a slip of the pen.</summary>
internal sealed class SeriesRule : DistrictRule
{
    private const int FarthestDays = 366;

    public override void Check(JsonView district, ErrorList errors)
    {
        if (Horizon(district) is not { } horizon)
        {
            return;
        }

        JsonView epidemic = district[nameof(District.Epidemic)];
        foreach (string series in (string[])[nameof(Epidemic.NewCases), nameof(Epidemic.ImportedCases), nameof(Epidemic.Arrivals)])
        {
            foreach (JsonView entry in epidemic[series].Entries)
            {
                JsonView date = entry[nameof(DailyCount.Date)];
                if (date.Date is { } day
                    && (day.DayNumber < horizon.First.DayNumber - FarthestDays || day.DayNumber > horizon.Last.DayNumber + FarthestDays))
                {
                    errors.Add(date.Path, date.Value, $"must lie within {FarthestDays} days of the horizon, {Words(horizon.First)} to {Words(horizon.Last)}");
                }
            }
        }
    }
}
