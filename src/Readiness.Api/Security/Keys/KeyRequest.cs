using System.ComponentModel.DataAnnotations;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Keys;

/// <summary>A key to be made.</summary>
/// <param name="Name">Who or what is to use it; not blank, at most 100 characters.</param>
/// <param name="Role">What it allows.</param>
/// <param name="Days">How many days it lasts, 1 to 3650; none for ever.</param>
public sealed record KeyRequest(
    [property: StringLength(ApiKey.LongestName, MinimumLength = 1)] string Name,
    AccessRole Role,
    [property: Range(1, ApiKey.MostDays)] int? Days = null);
