using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>Reads the text format of Curtois and Qu strictly: whatever is not as the format has it is an error of its line.</summary>
/// <remarks>
/// Sections may come in any order, each once. The horizon, the shifts, the staff and the cover must be there. Empty lines and what follows a
/// <c>#</c> are ignored.
/// </remarks>
internal sealed class ShiftFile
{
    // Above this a horizon is rather a typing error, and it would fill the memory.
    private const int LongestHorizon = 10_000;
    private const int LongestShift = 1440;

    private const string Horizon = "SECTION_HORIZON";
    private const string Shifts = "SECTION_SHIFTS";
    private const string Staff = "SECTION_STAFF";
    private const string DaysOff = "SECTION_DAYS_OFF";
    private const string OnRequests = "SECTION_SHIFT_ON_REQUESTS";
    private const string OffRequests = "SECTION_SHIFT_OFF_REQUESTS";
    private const string Cover = "SECTION_COVER";

    private static readonly string[] Known = [Horizon, Shifts, Staff, DaysOff, OnRequests, OffRequests, Cover];
    private static readonly string[] Required = [Horizon, Shifts, Staff, Cover];

    private readonly Dictionary<string, List<ShiftLine>> sections = [];
    private readonly List<InstanceError> errors = [];
    private readonly Dictionary<string, int> types = [];
    private readonly Dictionary<string, int> people = [];
    private int days = LongestHorizon;

    private ShiftFile()
    {
    }

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="InstanceFormatException">The text is not well formed; every error is listed.</exception>
    public static ShiftInstance Read(string text)
    {
        var file = new ShiftFile();
        file.Split(text);
        file.ReadHorizon();
        ImmutableArray<ShiftType> types = file.ReadTypes();
        ImmutableArray<ShiftWorker> staff = file.ReadStaff();
        var instance = new ShiftInstance(
            file.days,
            types,
            file.ReadDaysOff(staff),
            [.. file.ReadRequests(OnRequests, true), .. file.ReadRequests(OffRequests, false)],
            file.ReadCover());
        return file.errors.Count == 0 ? instance : throw new InstanceFormatException([.. file.errors.OrderBy(static e => e.Line)]);
    }

    private void Split(string text)
    {
        var reader = new StringReader(text);
        List<ShiftLine>? section = null;
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            string content = line.Split('#')[0].Trim();
            if (content.StartsWith("SECTION_", StringComparison.Ordinal))
            {
                section = [];
                if (!Known.Contains(content))
                {
                    errors.Add(new InstanceError(number, $"there is no section {content} in this format"));
                }
                else if (!sections.TryAdd(content, section))
                {
                    errors.Add(new InstanceError(number, $"{content} is there twice"));
                }
            }
            else if (content.Length > 0 && section is null)
            {
                errors.Add(new InstanceError(number, "there is text before the first section"));
                section = [];
            }
            else if (content.Length > 0)
            {
                section!.Add(new ShiftLine(number, content, errors));
            }
        }

        foreach (string name in Required.Where(name => Lines(name).Count == 0))
        {
            errors.Add(new InstanceError(0, $"{name} is missing or empty"));
        }
    }

    private List<ShiftLine> Lines(string section) => sections.GetValueOrDefault(section) ?? [];

    private void ReadHorizon()
    {
        foreach (ShiftLine line in Lines(Horizon))
        {
            if (line != Lines(Horizon)[0])
            {
                line.Report($"{Horizon} has one line, the number of days");
            }
            else if (line.Has(1))
            {
                // One that cannot be used does not make an error of every day in the file.
                int read = line.Whole(0, "the number of days", 1, LongestHorizon);
                days = line.IsSound ? read : LongestHorizon;
            }
        }
    }

    private ImmutableArray<ShiftType> ReadTypes()
    {
        List<ShiftLine> lines = [.. Lines(Shifts).Where(static l => l.Has(3))];
        string[] ids = [.. lines.Select(l => l.NewId(0, "shift", types))];
        return
        [
            .. lines.Select((l, i) => new ShiftType(
                ids[i],
                l.Whole(1, "the length in minutes", 1, LongestShift),
                [.. l.Parts(2).Select(id => l.Position(id, "shift", types)).Distinct()])),
        ];
    }

    private ImmutableArray<ShiftWorker> ReadStaff()
    {
        var staff = ImmutableArray.CreateBuilder<ShiftWorker>();
        foreach (ShiftLine line in Lines(Staff).Where(static l => l.Has(8)))
        {
            var worker = new ShiftWorker(
                line.NewId(0, "person", people),
                ReadMostShifts(line),
                line.Whole(2, "the most minutes"),
                line.Whole(3, "the least minutes"),
                line.Whole(4, "the most consecutive shifts", 1),
                line.Whole(5, "the least consecutive shifts"),
                line.Whole(6, "the least consecutive days off"),
                line.Whole(7, "the most weekends"),
                []);
            if (worker.LeastMinutes > worker.MostMinutes)
            {
                line.Report("the least minutes are more than the most");
            }

            if (worker.ShortestRun > worker.LongestRun)
            {
                line.Report("the least consecutive shifts are more than the most");
            }

            staff.Add(worker);
        }

        return staff.ToImmutable();
    }

    private ImmutableArray<int> ReadMostShifts(ShiftLine line)
    {
        int[] most = new int[types.Count];
        Array.Fill(most, -1);
        foreach (string part in line.Parts(1))
        {
            string[] sides = part.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2)
            {
                line.Report($"'{part}' is not a shift with its maximum");
            }
            else if (!types.TryGetValue(sides[0], out int type))
            {
                line.Report($"there is no shift '{sides[0]}'");
            }
            else if (most[type] >= 0)
            {
                line.Report($"there are two maxima of shift {sides[0]}");
            }
            else
            {
                most[type] = line.Whole(sides[1], $"the maximum of shift {sides[0]}");
            }
        }

        foreach ((string id, int type) in types)
        {
            if (most[type] < 0)
            {
                line.Report($"there is no maximum of shift {id}");
            }
        }

        return [.. most];
    }

    private ImmutableArray<ShiftWorker> ReadDaysOff(ImmutableArray<ShiftWorker> staff)
    {
        var off = new SortedSet<int>[staff.Length];
        foreach (ShiftLine line in Lines(DaysOff))
        {
            int worker = line.Position(line.Text(0), "person", people);
            var ofWorker = new SortedSet<int>();
            for (int field = 1; field < line.Count; field++)
            {
                if (!ofWorker.Add(line.Whole(field, "a day off", 0, days - 1)) && line.IsSound)
                {
                    line.Report($"day {line.Text(field)} is there twice");
                }
            }

            if (line.Count == 1)
            {
                line.Report("there is no day");
            }

            if (worker < staff.Length)
            {
                off[worker] = [.. off[worker] ?? [], .. ofWorker];
            }
        }

        return [.. staff.Select((worker, i) => worker with { DaysOff = [.. off[i] ?? []] })];
    }

    private IEnumerable<ShiftWish> ReadRequests(string section, bool on) =>
        Lines(section).Where(static l => l.Has(4)).Select(l => new ShiftWish(
            l.Position(l.Text(0), "person", people),
            l.Whole(1, "the day", 0, days - 1),
            l.Position(l.Text(2), "shift", types),
            l.Whole(3, "the weight"),
            on));

    private ImmutableArray<ShiftDemand> ReadCover()
    {
        var cover = ImmutableArray.CreateBuilder<ShiftDemand>();
        var seen = new HashSet<(int Day, int Type)>();
        foreach (ShiftLine line in Lines(Cover).Where(static l => l.Has(5)))
        {
            var demand = new ShiftDemand(
                line.Whole(0, "the day", 0, days - 1),
                line.Position(line.Text(1), "shift", types),
                line.Whole(2, "the requirement"),
                line.Whole(3, "the weight for under"),
                line.Whole(4, "the weight for over"));
            if (line.IsSound && !seen.Add((demand.Day, demand.Type)))
            {
                line.Report($"there are two requirements of shift {line.Text(1)} on day {line.Text(0)}");
            }

            cover.Add(demand);
        }

        return cover.ToImmutable();
    }
}
