using System.Text.Json;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Problems;
using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>How large a district this service takes, whichever way it comes in.</summary>
/// <param name="settings">Say how large.</param>
internal sealed class DistrictLimits(IOptions<ServiceSettings> settings)
{
    /// <summary>What of a district is more than the service takes.</summary>
    /// <param name="district">A valid district.</param>
    public IReadOnlyList<FieldError> Faults(District district)
    {
        LimitSettings limits = settings.Value.Limits;
        List<FieldError> faults = [];
        AddIfMore("/staff", district.Staff.Length, limits.People, "people");
        AddIfMore("/horizon/days", district.Horizon.Days, limits.Days, "days");
        return faults;

        void AddIfMore(string pointer, int there, int most, string what)
        {
            if (there > most)
            {
                faults.Add(new FieldError(pointer, JsonSerializer.SerializeToElement(there), $"This service plans districts of at most {most} {what}."));
            }
        }
    }
}
