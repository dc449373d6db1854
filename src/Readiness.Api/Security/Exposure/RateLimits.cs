using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Readiness.Api.Hosting;
using Readiness.Api.Problems;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Exposure;

/// <summary>How often a caller may ask, counted by this process.</summary>
internal static class RateLimits
{
    /// <summary>How many seconds' worth of requests may come at once.</summary>
    private const int Burst = 5;

    /// <summary>Sets up the limits: reads and changes of each caller apart, and strangers by their address.</summary>
    /// <param name="options">The options of the framework.</param>
    /// <param name="limits">How many.</param>
    public static void Configure(RateLimiterOptions options, LimitSettings limits)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = RefuseAsync;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Caller.Of(context) switch
        {
            null => Bucket($"address {Network(context.Connection.RemoteIpAddress)}", limits.StrangersPerMinute, limits.StrangersPerMinute, TimeSpan.FromMinutes(1)),
            { } caller when RequiredRole.IsRead(context.Request.Method) =>
                Bucket($"read {caller.Id}", Burst * limits.ReadsPerSecond, limits.ReadsPerSecond, TimeSpan.FromSeconds(1)),
            { } caller => Bucket($"write {caller.Id}", Burst * limits.WritesPerSecond, limits.WritesPerSecond, TimeSpan.FromSeconds(1)),
        });
    }

    /// <summary>What one household or firm has of addresses: one of version 4, or the 2^64 of version 6 that share their first half.</summary>
    /// <param name="address">The address of a client.</param>
    internal static string Network(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "none";
    }

    private static RateLimitPartition<string> Bucket(string name, int most, int refill, TimeSpan period) => RateLimitPartition.GetTokenBucketLimiter(
        name,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = refill, ReplenishmentPeriod = period, QueueLimit = 0 });

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellationToken)
    {
        double seconds = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        refused.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problem.TooMany().ExecuteAsync(refused.HttpContext);
    }
}
