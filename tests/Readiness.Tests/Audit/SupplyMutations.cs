using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;
using static Readiness.Tests.Audit.TinyPlan;

namespace Readiness.Tests.Audit;

internal static class SupplyMutations
{
    public static readonly PlanMutation[] All =
    [
        new(AuditRules.UnknownItem, "rope/store/hospital", null, plan => plan.Plus(Send("rope", "store", "hospital", 3, 4, 10))),
        new(AuditRules.UnknownLane, "mask/station/hospital", null, plan => plan.Plus(Send("mask", "station", "hospital", 3, 4, 10))),
        new(AuditRules.UnknownLane, "mask/store/moon", null, plan => plan.Plus(Send("mask", "store", "moon", 3, 4, 10))),
        new(AuditRules.OutsideHorizon, "mask/store/hospital", 10, plan => plan.Plus(Send("mask", "store", "hospital", 10, 11, 10))),
        new(AuditRules.InvalidAmount, "mask/store/hospital", 3, plan => plan.Plus(Send("mask", "store", "hospital", 3, 4, -10))),
        new(AuditRules.WrongArrival, "mask/store/hospital", 3, plan => plan.Plus(Send("mask", "store", "hospital", 3, 3, 10))),
        new(AuditRules.NotWholePacks, "mask/store/hospital", 3, plan => plan.Plus(Send("mask", "store", "hospital", 3, 4, 11))),

        // Ten litres a day are five packs of two litres.
        new(AuditRules.LaneCapacity, "store/hospital", 3, plan => plan.Plus(Send("mask", "store", "hospital", 3, 4, 60))),
        new(AuditRules.DuplicateShipment, "mask/store/hospital", 0, plan => plan.Plus(Send("mask", "store", "hospital", 0, 1, 10))),
        new(AuditRules.DispatchBeyondStock, "mask/store/hotel", 3, plan => plan.Plus(Send("mask", "store", "hotel", 3, 3, 90))),

        // On day 0 the hospital holds 8 masks until day 1, less 3 used: none of them is usable on arrival on day 2.
        new(AuditRules.DispatchBeyondStock, "mask/hospital/store", 0, plan => plan.Plus(Send("mask", "hospital", "store", 0, 2, 10))),
        new(AuditRules.KitMissing, "hospital/gown", 2, plan => plan.Plus(Turn("n1", "ward", "care", 2))),
        new(AuditRules.KitMissing, "hotel/mask", 1, plan => plan.Deciding(decisions => decisions with { Shipments = [decisions.Shipments[0]] })),

        // The ward (class 1) wears a gown on each of the first days, and masks go from the store to the hospital, where they arrive on day 1.
        new(AuditRules.ReserveBroken, "gown/hospital", 0, plan => plan.With(district => district with { Reserves = [new Reserve("hospital", "gown", 2)] })),
        new(AuditRules.ReserveBroken, "mask/store", 0, plan => plan.With(district => district with { Reserves = [new Reserve("store", "mask", 100, LastClass: 4)] })),
        new(AuditRules.StorageExceeded, "hospital", 1, plan => plan.With(district => district with
        {
            Facilities = district.Facilities.Replace(district.Facilities[0], district.Facilities[0] with { StorageLitres = 0 }),
        })),
        new(AuditRules.UnknownNeed, "patients/gown", null, plan => plan.Plus(new StockIssue("patients", "gown", Date(7), 1))),
        new(AuditRules.UnknownNeed, "feast/mask", null, plan => plan.Plus(new StockIssue("feast", "mask", Date(7), 1))),
        new(AuditRules.IssueBeyondNeed, "hotel/mask", 3, plan => plan.Plus(new StockIssue("hotel", "mask", Date(3), 1))),
        new(AuditRules.IssueBeyondStock, "patients/mask", 7, plan => plan.Plus(new StockIssue("patients", "mask", Date(7), 1))),
        new(AuditRules.DuplicateIssue, "patients/mask", 9, plan => plan.Plus(new StockIssue("patients", "mask", Date(9), 1))),
        new(AuditRules.OutsideHorizon, "patients/mask", 12, plan => plan.Plus(new StockIssue("patients", "mask", Date(12), 1))),
        new(AuditRules.InvalidAmount, "patients/mask", 7, plan => plan.Plus(new StockIssue("patients", "mask", Date(7), 0))),
        new(AuditRules.MinimumDispatch, "mask/store/hospital", 0, plan => plan.WithLane("store", "hospital", lane => lane with { MinimumUnits = 11 })),

        // Two masks are missing on day 7, and no gown is left by then.
        new(AuditRules.UnknownRecipe, "patients/mask/wish", null, plan => plan.Plus(Instead(7, "wish"))),
        new(AuditRules.RecipeNotAllowed, "patients/mask/gown", 7, plan => Allowing(plan, Gown with { Classes = [1, 2, 4] }).Plus(Instead(7, "gown"))),
        new(AuditRules.RecipeBeyondShare, "patients/mask/gown", 7, plan => Allowing(plan, Gown with { MostShare = 0.49 }).Plus(Instead(7, "gown"))),
        new(AuditRules.DuplicateSubstitution, "patients/mask/gown", 7, plan => Allowing(plan, Gown).Plus(Instead(7, "gown")).Plus(Instead(7, "gown"))),
        new(AuditRules.RecipeBeyondStock, "patients/mask/gown", 7, plan => Allowing(plan, Gown).Plus(Instead(7, "gown"))),
        new(AuditRules.RecipeUnneeded, "patients/mask/gown", 7, plan => Allowing(plan, Gown).Plus(Instead(7, "gown")).WithLot(new StockLot("hospital", "mask", 1))),
        new(AuditRules.UnknownOffer, "dream", null, plan => plan.Plus(new PlannedPurchase("dream", 1))),
        new(AuditRules.DuplicatePurchase, "maker", null, plan => Offering(plan, 100).Plus(new PlannedPurchase("maker", 1)).Plus(new PlannedPurchase("maker", 1))),
        new(AuditRules.PurchaseBeyondOffer, "maker", null, plan => Offering(plan, 100).Plus(new PlannedPurchase("maker", 4))),
        new(AuditRules.BudgetExceeded, "policy", null, plan => Offering(plan, 5.99).Plus(new PlannedPurchase("maker", 3))),
    ];

    private static Recipe Gown => new("gown", "mask", [new RecipeItem("gown", 1)], [3]);

    private static SubstitutedIssue Instead(int day, string recipe) => new("patients", "mask", recipe, Date(day), 1);

    private static DraftPlan Allowing(DraftPlan plan, Recipe recipe) => plan.With(district => district with { Recipes = [recipe] });

    private static DraftPlan Offering(DraftPlan plan, double budget) => plan
        .With(district => district with { Offers = [new PurchaseOffer("maker", "mask", "hospital", 3, 2)] })
        .WithPolicy(policy => policy with { PurchaseBudget = budget });
}
