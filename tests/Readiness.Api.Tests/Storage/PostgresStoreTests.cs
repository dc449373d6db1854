using Readiness.Api.Storage;

namespace Readiness.Api.Tests.Storage;

/// <summary>The store on a server.</summary>
public sealed class PostgresStoreTests(PostgresCluster cluster) : StoreContract
{
    private protected override async Task<Database> OpenAsync() => Database.Of(await cluster.CreateDatabaseAsync());
}
