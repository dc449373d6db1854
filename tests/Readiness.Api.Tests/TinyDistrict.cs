using System.Net;
using Readiness.Districts;

namespace Readiness.Api.Tests;

/// <summary>A district that is planned in a moment.</summary>
internal static class TinyDistrict
{
    public static District District { get; } = DistrictGenerator.Generate(GeneratorOptions.Tiny);

    public static string Json { get; } = DistrictDocument.Write(District);

    public static string Id => District.Id;

    /// <summary>Adds it to a service.</summary>
    public static async Task AddToAsync(HttpClient client)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/baselines", Json);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict });
    }

    /// <summary>A scenario on it.</summary>
    public static string Scenario(string name, string changes = "[]", double seconds = 5) => $$"""
        {
          "baseline": "{{Id}}", "name": "{{name}}", "changes": {{changes}},
          "options": { "timeLimitSeconds": {{seconds}}, "seed": 3, "threads": 1 }
        }
        """;
}
