using System.Globalization;

namespace Readiness.Audit;

/// <summary>Checks that transfers bring a facility no more than it has room for.</summary>
internal sealed class StorageAudit
{
    private readonly AuditContext context;
    private readonly bool[] receives;

    public StorageAudit(AuditContext context, IEnumerable<AuditedTransfer> transfers)
    {
        this.context = context;
        receives = new bool[context.Index.PlaceIds.Length * context.Days];
        foreach (AuditedTransfer transfer in transfers)
        {
            if (transfer.Day + transfer.LeadDays < context.Days)
            {
                receives[transfer.To * context.Days + transfer.Day + transfer.LeadDays] = true;
            }
        }
    }

    /// <summary>Checks what is left in the evening, by place and item.</summary>
    public void Close(int day, ShelfStock[] shelves)
    {
        int items = context.District.Items.Length;
        for (int facility = 0; facility < context.District.Facilities.Length; facility++)
        {
            int place = context.Index.Places[context.District.Facilities[facility].Id];
            if (context.District.Facilities[facility].StorageLitres is not { } room || !receives[place * context.Days + day])
            {
                continue;
            }

            double litres = 0;
            for (int item = 0; item < items; item++)
            {
                litres += (double)shelves[place * items + item].Usable(day + 1) / context.District.Items[item].PackSize * context.District.Items[item].LitresPerPack;
            }

            if (litres > room + 1e-6)
            {
                context.Report(
                    AuditRules.StorageExceeded,
                    context.Index.PlaceIds[place],
                    day,
                    string.Create(CultureInfo.InvariantCulture, $"{litres:F1} litres are left in the evening; there is room for {room:F1}."));
            }
        }
    }
}
