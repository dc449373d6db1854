using System.Data.Common;
using System.Globalization;
using Dapper;
using Readiness.Api.Storage;
using Readiness.Plans;

namespace Readiness.Api.Publishing;

/// <summary>Keeps the published plans of baselines in their order.</summary>
/// <param name="database">The database.</param>
internal sealed class PublishedPlanStore(Database database)
{
    private const string Columns = """
        baseline AS Baseline, number AS Number, scenario AS Scenario, name AS Name, baseline_version AS BaselineVersion, published AS Published, start AS Start
        """;

    private const string Day = "yyyy-MM-dd";

    /// <summary>Adds a publication where the one before is still the last and the baseline still has the version. Whoever comes second finds another last one.</summary>
    private const string Insert = """
        INSERT INTO published_plans (baseline, number, scenario, name, baseline_version, published, start, document)
        SELECT @Baseline, @Number, @Scenario, @Name, @BaselineVersion, @published, @start, @document
        WHERE COALESCE((SELECT MAX(number) FROM published_plans WHERE baseline = @Baseline), 0) = @Number - 1
            AND EXISTS (SELECT 1 FROM baselines WHERE id = @Baseline AND version = @BaselineVersion AND state = 'current')
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Adds a publication.</summary>
    /// <param name="publication">The publication, whose number is one more than that of the last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is in force; not if another was published, or the baseline replaced, in the meantime.</returns>
    public async Task<bool> AddAsync(StoredPublication publication, CancellationToken cancellationToken)
    {
        PublishedSummary summary = publication.Summary;
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new
            {
                summary.Baseline,
                summary.Number,
                summary.Scenario,
                Name = StoredJson.Write(summary.Name),
                summary.BaselineVersion,
                published = Database.Text(summary.Published),
                start = summary.Start.ToString(Day, CultureInfo.InvariantCulture),
                document = StoredJson.Write(publication.Decisions),
            },
            cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>The publication that is in force, if there is one.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoredPublication?> FindCurrentAsync(string baseline, CancellationToken cancellationToken) =>
        FindAsync(baseline, "number = (SELECT MAX(number) FROM published_plans WHERE baseline = @baseline)", null, cancellationToken);

    /// <summary>A publication, if it is there.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoredPublication?> FindAsync(string baseline, long number, CancellationToken cancellationToken) =>
        FindAsync(baseline, "number = @number", number, cancellationToken);

    /// <summary>All publications of a baseline, the last first.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PublishedSummary>> ListAsync(string baseline, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<Row> rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM published_plans WHERE baseline = @baseline ORDER BY number DESC", new { baseline }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToSummary())];
    }

    private async Task<StoredPublication?> FindAsync(string baseline, string condition, long? number, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        Row? row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns}, document AS Document FROM published_plans WHERE baseline = @baseline AND {condition}",
            new { baseline = baseline.Replace("\0", "\ufffd", StringComparison.Ordinal), number },
            cancellationToken: cancellationToken));
        return row is null ? null : new StoredPublication(row.ToSummary(), StoredJson.Read<PlanDecisions>(row.Document)!);
    }

    private sealed class Row
    {
        public string Baseline { get; init; } = "";

        public long Number { get; init; }

        public string Scenario { get; init; } = "";

        public string Name { get; init; } = "";

        public long BaselineVersion { get; init; }

        public string Published { get; init; } = "";

        public string Start { get; init; } = "";

        public string? Document { get; init; }

        public PublishedSummary ToSummary() => new(
            Baseline, Number, Scenario, StoredJson.Read<string>(Name)!, BaselineVersion, Database.Time(Published), DateOnly.ParseExact(Start, Day, CultureInfo.InvariantCulture));
    }
}
