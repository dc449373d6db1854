using System.Globalization;
using Microsoft.Extensions.Primitives;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Assessment;
using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>The parameters of an assessment, with everything that is wrong with them.</summary>
internal sealed class AssessmentQuery
{
    /// <summary>Id of the facility or candidate site to narrow the answer to.</summary>
    public const string PlaceName = "place";

    /// <summary>Where people spend their quarantine.</summary>
    public const string HousingName = "housing";

    /// <summary>Days over which the mean daily consumption is taken.</summary>
    public const string WindowName = "windowDays";

    /// <summary>Days of supply from which on the light is green.</summary>
    public const string GreenName = "greenDays";

    /// <summary>Days of supply from which on the light is amber.</summary>
    public const string AmberName = "amberDays";

    private static readonly string[] Known = [PlaceName, HousingName, WindowName, GreenName, AmberName];

    private readonly List<FieldError> errors = [];
    private readonly IQueryCollection query;

    private AssessmentQuery(IQueryCollection query, District district)
    {
        this.query = query;
        foreach (string name in query.Keys.Where(name => !Known.Contains(name)))
        {
            Refuse(name, $"This parameter is not known; known are {string.Join(", ", Known)}.");
        }

        Place = Text(PlaceName);
        if (Place is not null && district.Facilities.All(facility => facility.Id != Place) && district.CandidateSites.All(site => site.Id != Place))
        {
            Refuse(PlaceName, "Must be the id of a facility or candidate site of the baseline.");
        }

        var standard = new InventoryOptions();
        LightThresholds supplies = standard.Thresholds.Supplies;
        int window = Integer(WindowName, 1, standard.WindowDays);
        var days = new LightThresholds(Integer(GreenName, 0, (int)supplies.Green), Integer(AmberName, 0, (int)supplies.Amber));
        if (days.Green < days.Amber && !Refused(GreenName) && !Refused(AmberName))
        {
            string given = Text(GreenName) is null ? AmberName : GreenName;
            Refuse(given, $"The light cannot be green from {days.Green} days on and amber from {days.Amber}.");
        }

        Options = standard with
        {
            WindowDays = window,
            Housing = Housing(),
            Thresholds = standard.Thresholds with { Supplies = days },
        };
    }

    /// <summary>Everything that is wrong; the options count only if it is empty.</summary>
    public IReadOnlyCollection<FieldError> Errors => errors;

    /// <summary>The place, or null for all.</summary>
    public string? Place { get; }

    /// <summary>What to assume.</summary>
    public InventoryOptions Options { get; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="district">The baseline.</param>
    public static AssessmentQuery Read(IQueryCollection query, District district) => new(query, district);

    private HousingAssumption Housing() => Text(HousingName) switch
    {
        null or "atHome" => HousingAssumption.AtHome,
        "atSites" => HousingAssumption.AtSites,
        _ => UnknownHousing(),
    };

    private HousingAssumption UnknownHousing()
    {
        Refuse(HousingName, "Must be atHome or atSites.");
        return default;
    }

    private int Integer(string name, int least, int standard)
    {
        const int Most = 366;
        if (Text(name) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= Most)
        {
            return number;
        }

        Refuse(name, $"Must be a whole number from {least} to {Most}.");
        return standard;
    }

    /// <summary>The value of a parameter; null if it is not given, the first if it is given more than once, which is noted.</summary>
    private string? Text(string name)
    {
        StringValues values = query[name];
        if (values.Count > 1 && !Refused(name))
        {
            Refuse(name, "Must be given once.");
        }

        return values.Count == 0 ? null : values[0];
    }

    private bool Refused(string name) => errors.Any(error => error.Pointer == Pointer(name));

    private void Refuse(string name, string message) => errors.Add(new FieldError(
        Pointer(name), JsonValues.Shown(JsonValues.AsString(query[name].ToString())), message));

    private static string Pointer(string name) => JsonFields.PointerTo("", name);
}
