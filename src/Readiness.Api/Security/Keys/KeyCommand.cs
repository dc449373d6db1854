using System.CommandLine;
using System.Globalization;
using Readiness.Api.Hosting;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Audit;
using Readiness.Api.Storage;

namespace Readiness.Api.Security.Keys;

/// <summary>
/// The command <c>keys</c> of the program: makes, lists and revokes keys in the store that the settings name. Whoever may write the store needs no login.
/// </summary>
internal static class KeyCommand
{
    private const string Word = "keys";

    /// <summary>Whether the command line asks for it.</summary>
    /// <param name="args">Arguments of the command line.</param>
    public static bool IsMeant(string[] args) => args is [Word, ..];

    /// <summary>Runs it.</summary>
    /// <param name="args">Arguments of the command line.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        Option<string?> database = new("--database") { Description = "The store, if it is not the one of the settings.", Recursive = true };
        Command keys = new(Word, "Makes, lists and revokes API keys.") { Create(database), List(database), Revoke(database) };
        keys.Options.Add(database);
        RootCommand root = new("Readiness") { keys };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Create(Option<string?> database)
    {
        Option<string> name = new("--name") { Description = "Who or what is to use it.", Required = true };
        name.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()) || result.GetValueOrDefault<string>()!.Length > ApiKey.LongestName)
            {
                result.AddError($"--name must not be blank, and have at most {ApiKey.LongestName} characters.");
            }
        });
        Option<string> role = new("--role") { Description = "What it allows.", Required = true };
        role.AcceptOnlyFromAmong([.. RoleWords.All]);
        Option<int?> days = new("--days") { Description = $"How many days it lasts, 1 to {ApiKey.MostDays}; without, for ever." };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > ApiKey.MostDays)
            {
                result.AddError($"--days must be 1 to {ApiKey.MostDays}.");
            }
        });
        Command command = new("create", "Makes a key and writes it to standard output, this once.") { name, role, days };
        command.SetAction((parsed, cancellationToken) => UseAsync(parsed.GetValue(database), async (keys, audit) =>
        {
            (ApiKey key, KeyText text) = await keys.AddAsync(
                parsed.GetValue(name)!, RoleWords.Parse(parsed.GetValue(role))!.Value, parsed.GetValue(days), "command", cancellationToken);
            await audit.CommandAsync("keys create", key.Id);
            await Console.Error.WriteLineAsync($"The key {key.Id} ({RoleWords.Word(key.Role)}). It is shown this once:");
            await Console.Out.WriteLineAsync(text.Reveal());
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command List(Option<string?> database)
    {
        Command command = new("list", "Lists the keys, without their secrets.");
        command.SetAction((parsed, cancellationToken) => UseAsync(parsed.GetValue(database), async (keys, _) =>
        {
            await Console.Out.WriteLineAsync("id\trole\tcreated\texpires\trevoked\tlast used\tname");
            foreach (ApiKey key in await keys.ListAsync(null, int.MaxValue, cancellationToken))
            {
                await Console.Out.WriteLineAsync(string.Join(
                    '\t', key.Id, RoleWords.Word(key.Role), Day(key.Created), Day(key.Expires), Day(key.Revoked), Day(key.LastUsed), key.Name));
            }

            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command Revoke(Option<string?> database)
    {
        Argument<string> id = new("id") { Description = "Id of the key." };
        Command command = new("revoke", "Revokes a key.") { id };
        command.SetAction((parsed, cancellationToken) => UseAsync(parsed.GetValue(database), async (keys, audit) =>
        {
            string key = parsed.GetValue(id)!;
            if (!await keys.RevokeAsync(key, cancellationToken))
            {
                await Console.Error.WriteLineAsync($"There is no key {key}.");
                return 1;
            }

            await audit.CommandAsync("keys revoke", key);
            return 0;
        }, cancellationToken));
        return command;
    }

    private static string Day(DateTimeOffset? time) => time?.ToString("u", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Opens the store of the settings, whose schema is brought up to date first.</summary>
    private static async Task<int> UseAsync(string? database, Func<ApiKeyStore, AuditTrail, Task<int>> work, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        string? fault = SettingsFault.Read(builder.Configuration, out ServiceSettings settings);
        string store = database ?? settings.Database;
        if ((fault ?? StorageServices.Fault(store)) is { } wrong)
        {
            return SettingsFault.Report(wrong);
        }

        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Database.Of(store));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ApiKeyStore>();
        builder.Services.AddSingleton<AuditStore>();
        builder.Services.AddSingleton<AuditTrail>();
        using IHost host = builder.Build();
        await Schema.UpdateAsync(host.Services.GetRequiredService<Database>(), cancellationToken);
        return await work(host.Services.GetRequiredService<ApiKeyStore>(), host.Services.GetRequiredService<AuditTrail>());
    }
}
