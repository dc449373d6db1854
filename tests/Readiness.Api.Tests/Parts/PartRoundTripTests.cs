using System.Collections.Immutable;
using CsCheck;
using Readiness.Api.Parts;
using Readiness.Api.Problems;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Tests.Parts;

/// <summary>What is written to a file is what is read from it.</summary>
public sealed class PartRoundTripTests
{
    private static readonly District Tiny = TinyDistrict.District;
    private static readonly string[] Places = [.. Tiny.Facilities.Select(facility => facility.Id), .. Tiny.CandidateSites.Select(site => site.Id)];
    private static readonly Gen<string> Ids = Gen.Select(
        Gen.Char["abcXYZ0179"], Gen.Char["abcXYZ0179._-"].Array[0, 8], (first, rest) => first + new string(rest));

    private static readonly Gen<string> Place = AnyOf(Places);
    private static readonly Gen<string> Article = AnyOf([.. Tiny.Items.Select(item => item.Id)]);
    private static readonly Gen<long> Quantity = Gen.OneOf(Gen.Long[0, 50], Gen.Long[0, 1_000_000_000]);
    private static readonly Gen<DateOnly> Day = Gen.Int[0, Tiny.Horizon.Days - 1].Select(Tiny.Horizon.DateOf);

    private static readonly Gen<StockLot[]> Lots = Gen.Select(Place, Article, Quantity, Gen.Bool, Day, (place, item, quantity, expires, day) =>
        new StockLot(place, item, quantity, expires ? day : null)).Array[0, 8];

    private static readonly Gen<ShipmentOutcome> Outcome = Gen.Select(
        Gen.Int[0, 365], Gen.Double[1e-9, 0.3], Gen.Bool, Gen.Double[1e-9, 1], (delay, probability, whole, share) => new ShipmentOutcome(delay, probability, whole ? 1 : share));

    private static readonly Gen<Shipment[]> Shipments = Gen.Select(
        Ids, Article, Place, Quantity, Day, Gen.Int[-1, 40], Outcome.Array[0, 3].Where(Distinct), Shipment).Array[0, 6].Where(list => list.DistinctBy(shipment => shipment.Id).Count() == list.Length);

    private static readonly Gen<StaffMember[]> People = Gen.Select(
        Ids,
        AnyOf([.. Tiny.Facilities.Select(facility => facility.Id)]),
        Gen.Int[1, (1 << Tiny.Skills.Length) - 1],
        AnyOf([.. Tiny.Contracts.Select(contract => contract.Id)]),
        Gen.Bool, Gen.Int[1, 300].Array[0, 3], Person).Array[1, 6].Where(list => list.DistinctBy(person => person.Id).Count() == list.Length);

    private static readonly Gen<(StaffMember[] People, Absence[] Absences)> Staff = People.SelectMany(people => Gen.Select(
        AnyOf([.. people.Select(person => person.Id)]), Day, Gen.Int[0, 20], Gen.Enum<AbsenceKind>(),
        (person, from, days, kind) => new Absence(person, from, from.AddDays(days), kind)).Array[0, 8].Select(absences => (people, absences)));

    private static readonly Gen<District> Districts = Gen.Select(Lots, Shipments, Staff, (lots, shipments, staff) => Tiny with
    {
        StockLots = [.. lots],
        Shipments = [.. shipments],
        Staff = [.. staff.People],
        Absences = [.. staff.Absences],
    });

    [Fact]
    public void A_file_of_a_part_imports_to_the_same_document_whatever_the_format_and_the_mode() => Gen.Select(
        Districts, AnyOf("stock", "staff", "shipments"), Gen.Bool, Gen.Bool).Sample(
        (district, part, workbook, merge) => Assert.Equal(DistrictDocument.Write(district), DistrictDocument.Write(Import(district, district, part, workbook, merge))),
        iter: 150);

    [Fact]
    public void A_file_makes_the_part_of_another_district_what_it_was_in_its_own() => Gen.Select(Districts, Districts, Gen.Bool).Sample(
        (source, target, workbook) =>
        {
            District lots = Import(source, target, "stock", workbook, merge: false);
            Assert.Equal(DistrictDocument.Write(target with { StockLots = source.StockLots }), DistrictDocument.Write(lots));
            District shipments = Import(source, target, "shipments", workbook, merge: false);
            Assert.Equal(DistrictDocument.Write(target with { Shipments = source.Shipments }), DistrictDocument.Write(shipments));
            District staff = Import(source, target, "staff", workbook, merge: false);
            District wanted = target with { Staff = source.Staff, Absences = staff.Absences };
            Assert.Equal(DistrictDocument.Write(wanted), DistrictDocument.Write(staff));
            Assert.Equal(InOrder(source.Absences), InOrder(staff.Absences));
        },
        iter: 60);

    [Fact]
    public void Merging_a_file_leaves_alone_what_it_does_not_name() => Gen.Select(Districts, Districts).Sample(
        (source, target) =>
        {
            District merged = Import(source, target, "stock", workbook: false, merge: true);
            HashSet<(string, string)> named = [.. source.StockLots.Select(lot => (lot.Place, lot.Item))];
            Assert.Equal(
                target.StockLots.Where(lot => !named.Contains((lot.Place, lot.Item))).Concat(source.StockLots).OrderBy(lot => lot.ToString()),
                merged.StockLots.OrderBy(lot => lot.ToString()));
            HashSet<string> people = [.. source.Staff.Select(person => person.Id)];
            District staff = Import(source, target, "staff", workbook: false, merge: true);
            Assert.Equal(InOrder([.. target.Absences.Where(absence => !people.Contains(absence.Staff)), .. source.Absences]), InOrder(staff.Absences));
            Assert.Equal(
                people.Union(target.Staff.Select(person => person.Id)).Order(StringComparer.Ordinal),
                staff.Staff.Select(person => person.Id).Order(StringComparer.Ordinal));
        },
        iter: 60);

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static District Import(District source, District target, string name, bool workbook, bool merge)
    {
        BaselinePart part = BaselinePart.Named(name)!;
        Table table = PartTable.Of(part, source);
        List<TableFault> faults = [];
        IReadOnlyList<TableRow> rows = workbook
            ? WorkbookFile.Read(WorkbookFile.Write(table), name, 1000, faults)
            : CsvFile.Read(CsvFile.Write(table), 1000, faults);
        (District? district, IReadOnlyList<TableError> errors) = PartImport.Read(part, target, rows, merge, faults);
        Assert.Empty(errors);
        return district!;
    }

    private static IEnumerable<string> InOrder(ImmutableArray<Absence> absences) => absences.Select(absence => absence.ToString()).Order(StringComparer.Ordinal);

    private static bool Distinct(ShipmentOutcome[] outcomes) => outcomes.DistinctBy(outcome => (outcome.DelayDays, outcome.Share)).Count() == outcomes.Length;

    private static Shipment Shipment(string id, string item, string to, long quantity, DateOnly arrives, int keeps, ShipmentOutcome[] outcomes) =>
        new(id, item, to, quantity, arrives, keeps < 0 ? null : arrives.AddDays(keeps)) { Arrival = [.. outcomes] };

    private static StaffMember Person(string id, string home, int skills, string contract, bool lendable, int[] before) => new(
        id, home, [.. Tiny.Skills.Where((_, place) => (skills & (1 << place)) != 0).Select(skill => skill.Id)], contract, lendable,
        [.. before.Distinct().Select(days => new WorkedShift(Tiny.Horizon.Start.AddDays(-days), Tiny.ShiftTypes[0].Id))]);
}
