using Readiness.Api.Storage;

namespace Readiness.Api.Tests.Storage;

/// <summary>The store as a file.</summary>
public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_setting_the_store_is_a_file_of_the_user()
    {
        Assert.IsType<SqliteDatabase>(Database.Of(" "));
        Assert.EndsWith(Path.Combine("readiness", "readiness.db"), Database.DefaultPath(), StringComparison.Ordinal);
        Assert.IsType<PostgresDatabase>(Database.Of("Host=example;Database=d"));
        Assert.IsType<PostgresDatabase>(Database.Of("postgresql://user:p%40ss@example/d"));
    }

    private protected override Task<Database> OpenAsync() =>
        Task.FromResult(Database.Of(folder.File(Path.Combine("new", "store.db"))));
}
