using System.Data.Common;
using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Api.Storage;
using Readiness.Api.Tests.Security;

namespace Readiness.Api.Tests.Operations;

/// <summary>What a process says of itself to whoever looks after it.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData("all")]
    [InlineData("api")]
    [InlineData("worker")]
    public async Task Every_role_says_that_it_is_well_without_a_login(string role)
    {
        using ApiServer server = new(null, Logins.ByKey, ("Readiness:Role", role), ("Readiness:Limits:StrangersPerMinute", "1"));
        for (int i = 0; i < 5; i++)
        {
            foreach (string path in (string[])["/health/live", "/health/ready"])
            {
                using HttpResponseMessage response = await server.Client.GetAsync(path, JsonHttp.Token);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(JsonHttp.Token));
            }
        }
    }

    [Fact]
    public async Task A_process_whose_store_is_not_there_or_not_up_to_date_lives_and_is_not_ready()
    {
        using ApiServer server = new();
        await using DbConnection connection = await server.Services.GetRequiredService<Database>().OpenAsync(JsonHttp.Token);
        foreach ((string broken, string mended) in new[]
            {
                ("ALTER TABLE schema_migrations RENAME TO away", "ALTER TABLE away RENAME TO schema_migrations"),
                ("UPDATE schema_migrations SET number = -number", "UPDATE schema_migrations SET number = -number"),
            })
        {
            await connection.ExecuteAsync(broken);
            using HttpResponseMessage live = await server.Client.GetAsync("/health/live", JsonHttp.Token);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
            using HttpResponseMessage ready = await server.Client.GetAsync("/health/ready", JsonHttp.Token);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);

            // Strangers may know that it is not ready, and not why.
            Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(JsonHttp.Token));
            await connection.ExecuteAsync(mended);
            using HttpResponseMessage again = await server.Client.GetAsync("/health/ready", JsonHttp.Token);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }
    }
}
