using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>What is believed before a forecast lies in the range of its quantity; the course to plan for has what it needs.</summary>
internal sealed class ForecastBeliefRule : DistrictRule
{
    private const double LeastMedian = 1e-6;

    // Medians have the deviation of a logarithm, which more than 3 would make meaningless; that of a mean spans at most its range.
    private static readonly (string Name, double Least, double Most, double Deviation)[] Ranges =
    [
        (nameof(ForecastPriors.Reproduction), LeastMedian, 20, 3),
        (nameof(ForecastPriors.ReproductionAfter), LeastMedian, 20, 3),
        (nameof(ForecastPriors.Transition), LeastMedian, 365, 3),
        (nameof(ForecastPriors.GenerationTime), 1, 40, 39),
        (nameof(ForecastPriors.ImportGrowth), -1, 1, 2),
        (nameof(ForecastPriors.ImportDecay), LeastMedian, 365, 3),
        (nameof(ForecastPriors.ReportDelay), 1, 40, 39),
        (nameof(ForecastPriors.SurveillanceRamp), LeastMedian, 365, 3),
        (nameof(ForecastPriors.Dispersion), LeastMedian, 1e6, 3),
    ];

    public override void Check(JsonView district, ErrorList errors)
    {
        JsonView forecast = district[nameof(District.Epidemic)][nameof(Epidemic.Forecast)];
        if (!forecast.IsGiven)
        {
            return;
        }

        foreach ((string name, double least, double most, double deviation) in Ranges)
        {
            CheckBelief(forecast[nameof(ForecastSettings.Priors)][name], least, most, deviation, errors);
        }

        foreach (JsonView intervention in forecast[nameof(ForecastSettings.Interventions)].Entries)
        {
            CheckBelief(intervention[nameof(ForecastIntervention.Reproduction)], LeastMedian, 20, 3, errors);
            CheckBelief(intervention[nameof(ForecastIntervention.Transition)], LeastMedian, 365, 3, errors);
        }

        CheckTarget(forecast, errors);
    }

    private static void CheckBelief(JsonView belief, double least, double most, double deviation, ErrorList errors)
    {
        CheckNumber(belief[nameof(Belief.Centre)], least, most, errors);

        // Outside 0 to 100 the shape has said so already.
        if (belief[nameof(Belief.Deviation)].Number is >= 0 and <= 100)
        {
            CheckNumber(belief[nameof(Belief.Deviation)], 0, deviation, errors);
        }
    }

    private static void CheckNumber(JsonView number, double least, double most, ErrorList errors)
    {
        if (number.Number is { } value && !(value >= least && value <= most))
        {
            errors.Add(number.Path, number.Value, $"must be from {ErrorText.Number(least)} to {ErrorText.Number(most)}");
        }
    }

    private static void CheckTarget(JsonView forecast, ErrorList errors)
    {
        JsonView target = forecast[nameof(ForecastSettings.PlanFor)];
        JsonView level = target[nameof(PlanTarget.Level)];
        JsonView count = target[nameof(PlanTarget.Count)];
        string? kind = target[nameof(PlanTarget.Kind)].Text;
        CheckPresence(level, kind == "quantile", kind, "quantile", errors);
        CheckPresence(count, kind == "trajectories", kind, "trajectories", errors);
        if (kind == "trajectories" && count.Integer > forecast[nameof(ForecastSettings.Trajectories)].Integer)
        {
            errors.Add(count.Path, count.Value, $"is more than the {forecast[nameof(ForecastSettings.Trajectories)].Integer} trajectories that are drawn");
        }
    }

    private static void CheckPresence(JsonView property, bool wanted, string? kind, string owner, ErrorList errors)
    {
        if (wanted && !property.IsGiven)
        {
            errors.Add(property.Path, null, $"is required with the kind {owner}");
        }
        else if (!wanted && property.IsGiven && kind is "mean" or "quantile" or "trajectories")
        {
            errors.Add(property.Path, property.Value, $"is for the kind {owner} only");
        }
    }
}
