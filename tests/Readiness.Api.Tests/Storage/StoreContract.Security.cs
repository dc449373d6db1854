using Readiness.Api.Security.Access;
using Readiness.Api.Security.Audit;
using Readiness.Api.Security.Keys;

namespace Readiness.Api.Tests.Storage;

/// <summary>What every store keeps of keys and of who did what.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_key_is_valid_until_it_expires_or_is_revoked()
    {
        StoreBench bench = await NewAsync();
        (ApiKey key, KeyText text) = await bench.Keys.AddAsync("名 \0 é", AccessRole.Planner, 2, "key:x", JsonHttp.Token);
        Assert.Equal(key, await bench.Keys.FindAsync(key.Id, JsonHttp.Token));
        Assert.Equal(key, await bench.Keys.LogInAsync(text, JsonHttp.Token));
        DateTimeOffset first = bench.Time.Now;
        Assert.Equal(first, (await bench.Keys.FindAsync(key.Id, JsonHttp.Token))!.LastUsed);

        // Not every use is written, and one that is written is not lost.
        bench.Time.Now += TimeSpan.FromSeconds(59);
        await bench.Keys.LogInAsync(text, JsonHttp.Token);
        Assert.Equal(first, (await bench.Keys.FindAsync(key.Id, JsonHttp.Token))!.LastUsed);
        bench.Time.Now += TimeSpan.FromSeconds(1);
        await bench.Keys.LogInAsync(text, JsonHttp.Token);
        Assert.Equal(bench.Time.Now, (await bench.Keys.FindAsync(key.Id, JsonHttp.Token))!.LastUsed);

        Assert.Null(await bench.Keys.LogInAsync(text with { Secret = KeyText.Generate().Secret }, JsonHttp.Token));
        Assert.Null(await bench.Keys.LogInAsync(text with { Id = "0123456789abcdef" }, JsonHttp.Token));
        bench.Time.Now = key.Created.AddDays(2).AddTicks(-1);
        Assert.NotNull(await bench.Keys.LogInAsync(text, JsonHttp.Token));
        bench.Time.Now += TimeSpan.FromTicks(1);
        Assert.Null(await bench.Keys.LogInAsync(text, JsonHttp.Token));

        (ApiKey lasting, KeyText secret) = await bench.Keys.AddAsync("lasting", AccessRole.Viewer, null, "command", JsonHttp.Token);
        bench.Time.Now += TimeSpan.FromDays(10_000);
        Assert.NotNull(await bench.Keys.LogInAsync(secret, JsonHttp.Token));
        Assert.True(await bench.Keys.RevokeAsync(lasting.Id, JsonHttp.Token));
        DateTimeOffset revoked = bench.Time.Now;
        bench.Time.Now += TimeSpan.FromDays(1);
        Assert.True(await bench.Keys.RevokeAsync(lasting.Id, JsonHttp.Token));
        Assert.Equal(revoked, (await bench.Keys.FindAsync(lasting.Id, JsonHttp.Token))!.Revoked);
        Assert.Null(await bench.Keys.LogInAsync(secret, JsonHttp.Token));
        Assert.False(await bench.Keys.RevokeAsync("nowhere", JsonHttp.Token));
        Assert.Equal(new[] { key.Id, lasting.Id }.Order(StringComparer.Ordinal), (await bench.Keys.ListAsync(null, 9, JsonHttp.Token)).Select(k => k.Id));
    }

    [Fact]
    public async Task The_audit_log_keeps_its_order_and_a_status_that_is_there()
    {
        StoreBench bench = await NewAsync();
        AuditStore audit = new(bench.Database);
        List<AuditEntry> entries = [];
        for (int i = 0; i < 7; i++)
        {
            bench.Time.Now += TimeSpan.FromMilliseconds(1);
            AuditEntry entry = new(
                Guid.CreateVersion7(bench.Time.Now).ToString("N"), bench.Time.Now, i % 2 == 0 ? "key:a" : "jwt:b é", "n", "planner", "POST", "/v1/x", i == 3 ? "t" : null, i == 0 ? null : 200, "::1");
            entries.Add(entry);
            await audit.AddAsync(entry);
        }

        Assert.Equal(entries.AsEnumerable().Reverse(), await audit.ListAsync(new AuditQuery(99), JsonHttp.Token));
        Assert.Equal(entries.Skip(3).Take(2).Reverse(), await audit.ListAsync(new AuditQuery(2, After: entries[5].Id), JsonHttp.Token));
        Assert.Equal([entries[5], entries[3]], await audit.ListAsync(new AuditQuery(9, Caller: "jwt:b é", From: entries[2].Time, To: entries[6].Time), JsonHttp.Token));
        Assert.Equal([entries[3]], await audit.ListAsync(new AuditQuery(9, Method: "POST", Target: "t", Status: 200), JsonHttp.Token));
        Assert.Empty(await audit.ListAsync(new AuditQuery(9, Target: "\0", Caller: "\0"), JsonHttp.Token));

        await audit.CompleteAsync(entries[0].Id, 404, "made");
        await audit.CompleteAsync(entries[0].Id, 201, "other");
        await audit.CompleteAsync(entries[3].Id, 500, "other");
        IReadOnlyList<AuditEntry> after = await audit.ListAsync(new AuditQuery(99), JsonHttp.Token);
        Assert.Equal(entries[0] with { Status = 404, Target = "made" }, after[^1]);
        Assert.Equal(entries[3], after[3]);

        bench.Time.Now += TimeSpan.FromDays(365);
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.Single(await audit.ListAsync(new AuditQuery(99), JsonHttp.Token));
        bench.Settings.AuditRetentionDays = 0;
        bench.Time.Now += TimeSpan.FromDays(365);
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.Single(await audit.ListAsync(new AuditQuery(99), JsonHttp.Token));
    }
}
