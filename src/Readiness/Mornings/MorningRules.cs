using System.Globalization;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Mornings;

/// <summary>The rules that relate what is reported of a morning to the district and to each other.</summary>
internal static class MorningRules
{
    private const int FarthestDays = 366;

    /// <summary>Adds the faults that it finds; values that are broken themselves are passed over.</summary>
    public static void Check(JsonView report, District district, ErrorList errors)
    {
        JsonView at = report[nameof(Morning.Date)];
        if (at.Date is not { } date)
        {
            return;
        }

        if (!district.Horizon.Contains(date))
        {
            errors.Add(at.Path, at.Value, $"must be one of the days that were planned, {Words(district.Horizon.Start)} to {Words(district.Horizon.End)}");
            return;
        }

        foreach (JsonView count in report[nameof(Morning.Stock)].Entries)
        {
            NotBefore(count[nameof(StockCount.Expires)], date, errors, "the morning: what has expired is no stock");
        }

        foreach (JsonView absence in report[nameof(Morning.Absences)].Entries)
        {
            JsonView to = absence[nameof(Absence.To)];
            if (to.Date < absence[nameof(Absence.From)].Date)
            {
                errors.Add(to.Path, to.Value, "is before the absence starts");
            }
        }

        foreach (JsonView note in report[nameof(Morning.Deliveries)].Entries)
        {
            CheckDelivery(note, district, date, errors);
        }

        foreach (string series in (string[])[nameof(Morning.NewCases), nameof(Morning.ImportedCases)])
        {
            foreach (JsonView entry in report[series].Entries)
            {
                JsonView day = entry[nameof(DailyCount.Date)];
                if (day.Date is { } counted && Math.Abs(counted.DayNumber - date.DayNumber) > FarthestDays)
                {
                    errors.Add(day.Path, day.Value, $"must lie within {FarthestDays} days of the morning");
                }
            }
        }

        CheckReported(report, district, date, errors);
        foreach (JsonView turn in report[nameof(Morning.Worked)].Entries)
        {
            JsonView day = turn[nameof(TurnWorked.Date)];
            if (day.Date is { } worked && (worked >= date || worked.DayNumber < date.DayNumber - FarthestDays))
            {
                errors.Add(day.Path, day.Value, $"must lie within the {FarthestDays} days before the morning");
            }
        }

        if (report[nameof(Morning.InQuarantine)].IsGiven)
        {
            foreach (JsonView group in report[nameof(Morning.InQuarantine)].Entries)
            {
                NotBefore(group[nameof(QuarantinedGroup.Until)], date, errors, "the morning: their quarantine is over");
            }
        }
    }

    private static void CheckDelivery(JsonView note, District district, DateOnly date, ErrorList errors)
    {
        JsonView arrived = note[nameof(DeliveryNote.Arrived)];
        JsonView rest = note[nameof(DeliveryNote.RestArrives)];
        NotBefore(rest, date, errors, "the morning: what has arrived is to be said in arrived");
        if (district.Shipments.FirstOrDefault(shipment => shipment.Id == note[nameof(DeliveryNote.Shipment)].Text) is not { } announced || arrived.Integer is not { } units)
        {
            return;
        }

        if (units > announced.Quantity)
        {
            errors.Add(arrived.Path, arrived.Value, $"is more than the {announced.Quantity} that were announced");
        }

        if (rest.IsGiven && units >= announced.Quantity)
        {
            errors.Add(rest.Path, rest.Value, "is of no use: everything has arrived");
        }
    }

    /// <summary>Where cases are forecast from reported ones, only those of days that are over and not yet reported can be added.</summary>
    private static void CheckReported(JsonView report, District district, DateOnly date, ErrorList errors)
    {
        if (district.Epidemic.Forecast is not { } forecast)
        {
            return;
        }

        CaseSeries series = forecast.Series[0];
        DateOnly last = (series.Cumulative.IsEmpty ? series.NewCases : series.Cumulative)[^1].Date;
        foreach (JsonView entry in report[nameof(Morning.NewCases)].Entries)
        {
            JsonView day = entry[nameof(DailyCount.Date)];
            JsonView count = entry[nameof(DailyCount.Count)];
            if (day.Date <= last || day.Date >= date)
            {
                errors.Add(day.Path, day.Value, $"must lie after the last reported day, {Words(last)}, and before the morning: later cases are forecast");
            }

            if (count.Number is { } cases && cases != Math.Floor(cases))
            {
                errors.Add(count.Path, count.Value, "must be a whole number: reported cases are people");
            }
        }
    }

    private static void NotBefore(JsonView day, DateOnly date, ErrorList errors, string rule)
    {
        if (day.Date < date)
        {
            errors.Add(day.Path, day.Value, $"is before {rule}");
        }
    }

    private static string Words(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
