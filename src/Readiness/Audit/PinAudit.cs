using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks that decisions of the published plan stay within its window, as far as they can.</summary>
internal sealed class PinAudit
{
    private readonly AuditContext context;
    private readonly PinnedDecisions pins;

    private PinAudit(AuditContext context, PinnedDecisions pins)
    {
        this.context = context;
        this.pins = pins;
    }

    /// <summary>Checks the decisions; without a published plan there is nothing to check.</summary>
    public static void Check(AuditContext context)
    {
        if (context.Pins is { Window: not null } pins)
        {
            new PinAudit(context, pins).Check();
        }
    }

    private void Check()
    {
        CheckSites();
        HashSet<Assignment> works = [.. context.Assignments];
        foreach (Assignment work in pins.Possible.Assignments.Where(work => pins.InWindow(work.Day) && !works.Contains(work)))
        {
            Report($"{work.Staff}/{work.Duty}/{work.Line}/{work.Shift}", work.Day, "The assignment could have stayed.");
        }

        Dictionary<(string, string, string, DateOnly), long> sent = context.Shipments
            .GroupBy(shipment => (shipment.Item, shipment.From, shipment.To, shipment.Day)).ToDictionary(same => same.Key, same => same.Sum(shipment => shipment.Quantity));
        foreach (PlannedShipment pin in pins.Possible.Shipments.Where(pin => pins.InWindow(pin.Day)))
        {
            long quantity = sent.GetValueOrDefault((pin.Item, pin.From, pin.To, pin.Day));
            if (quantity != pin.Quantity)
            {
                Report($"{pin.Item}/{pin.From}/{pin.To}", pin.Day, $"{quantity} units are dispatched; the {pin.Quantity} published could have stayed.");
            }
        }

        foreach (PlannedPurchase pin in pins.Possible.Purchases.Where(pin => pins.InWindow(pins.OrderDay(pin))))
        {
            long lots = context.Purchases.Where(purchase => purchase.Offer == pin.Offer).Sum(purchase => purchase.Lots);
            if (lots != pin.Lots)
            {
                Report(pin.Offer, pins.OrderDay(pin), $"{lots} lots are bought; the {pin.Lots} published could have stayed.");
            }
        }
    }

    private void CheckSites()
    {
        foreach (SiteOpening pin in pins.Possible.Sites.Where(pin => pins.Opening(pin.Site) is not null))
        {
            SiteOpening? opening = context.Openings.Find(opening => opening.Site == pin.Site);
            for (DateOnly day = pins.Window!.From; day <= pins.Window.To; day = day.AddDays(1))
            {
                bool open = opening is not null && day >= opening.OpenFrom && day <= opening.OpenTo;
                if (context.District.Horizon.Contains(day) && !MustOpen(pin.Site) && open != (day >= pin.OpenFrom && day <= pin.OpenTo))
                {
                    Report(pin.Site, day, open ? "The site is open; as published it could be closed." : "The site is closed; as published it could be open.");
                    break;
                }
            }

            foreach (Admission admission in pin.Admissions.Where(admission => pins.InWindow(admission.Day)))
            {
                long guests = opening is null || opening.Admissions.IsDefault
                    ? 0
                    : opening.Admissions.Where(same => same?.Zone == admission.Zone && same.Day == admission.Day).Sum(same => same.Guests);
                if (guests < admission.Guests)
                {
                    Report($"{pin.Site}/{admission.Zone}", admission.Day, $"{guests} guests are admitted; the {admission.Guests} published could have been.");
                }
            }
        }
    }

    // Such a site has no choice.
    private bool MustOpen(string site) => context.District.CandidateSites[context.Index.Sites[site]].Status == SiteStatus.MustOpen;

    private void Report(string subject, DateOnly day, string message) =>
        context.Report(AuditRules.PinnedDecisionChanged, subject, context.District.Horizon.DayOf(day), message);
}
