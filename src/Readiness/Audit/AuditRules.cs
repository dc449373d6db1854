namespace Readiness.Audit;

/// <summary>Names of the hard rules that <see cref="PlanAuditor"/> checks, as they stand in <see cref="RuleViolation.Rule"/>.</summary>
public static class AuditRules
{
    // Any decision.

    /// <summary>An entry of the decisions is null.</summary>
    public const string MissingEntry = "missingEntry";

    /// <summary>An amount is less than 1 or more than 1e12. The entry is left out of everything else.</summary>
    public const string InvalidAmount = "invalidAmount";

    /// <summary>A date lies outside the horizon. The entry is left out of everything else.</summary>
    public const string OutsideHorizon = "outsideHorizon";

    // Sites.

    /// <summary>There is no such candidate site.</summary>
    public const string UnknownSite = "unknownSite";

    /// <summary>A site is opened more than once; only the first entry counts.</summary>
    public const string DuplicateSite = "duplicateSite";

    /// <summary>A site that must stay closed is open.</summary>
    public const string ClosedSiteOpen = "closedSiteOpen";

    /// <summary>A site that must be open is not open from its first possible day to the end of the horizon.</summary>
    public const string MustOpenSiteClosed = "mustOpenSiteClosed";

    /// <summary>A site opens before its set-up days, counted from the first day, have passed.</summary>
    public const string OpenedBeforeSetUp = "openedBeforeSetUp";

    /// <summary>The open days do not lie within the horizon, or end before they begin.</summary>
    public const string OpenOutsideHorizon = "openOutsideHorizon";

    /// <summary>There is no such zone.</summary>
    public const string UnknownZone = "unknownZone";

    /// <summary>Guests, or people who are there since before the horizon, stay (up to the end of the horizon) on a day on which the site is not open.</summary>
    public const string AdmissionOutsideOpenDays = "admissionOutsideOpenDays";

    /// <summary>More guests are present than the site has rooms.</summary>
    public const string RoomsExceeded = "roomsExceeded";

    /// <summary>More people of a zone and day are admitted, over all sites, than became contacts.</summary>
    public const string AdmissionsExceedContacts = "admissionsExceedContacts";

    /// <summary>The site is farther from the zone's centre than the policy allows.</summary>
    public const string AdmissionBeyondDistance = "admissionBeyondDistance";

    /// <summary>A site has more than one admission of the same zone and day; only the first counts.</summary>
    public const string DuplicateAdmission = "duplicateAdmission";

    /// <summary>
    /// On an open day, fewer than the policy's share of the site's heads, over all its shifts and lines together, are filled.
    /// Sites that must be open are exempt, and days on which people stay who were there before the horizon.
    /// </summary>
    public const string SiteUnderstaffed = "siteUnderstaffed";

    // Staff.

    /// <summary>There is no such person, duty, line or shift type. The entry is left out of everything else.</summary>
    public const string UnknownAssignment = "unknownAssignment";

    /// <summary>A person has more than one assignment on a day.</summary>
    public const string DoubleAssignment = "doubleAssignment";

    /// <summary>The person is absent on the day.</summary>
    public const string Absent = "absent";

    /// <summary>The person lacks the line's skill.</summary>
    public const string Skill = "skill";

    /// <summary>The person does not belong to the line's organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>The duty does not run, or the site is not open, on the day.</summary>
    public const string DutyNotRunning = "dutyNotRunning";

    /// <summary>The duty does not run in that shift.</summary>
    public const string ShiftNotOfDuty = "shiftNotOfDuty";

    /// <summary>The person's contract does not allow that shift type.</summary>
    public const string ShiftNotInContract = "shiftNotInContract";

    /// <summary>Less rest between the end of a shift and the start of the next than the contract asks for.</summary>
    public const string MinimumRest = "minimumRest";

    /// <summary>More minutes of shifts that start within seven consecutive days than the contract allows. Of overlapping windows the first is named, from the horizon's first day if it began earlier.</summary>
    public const string MaximumWeeklyMinutes = "maximumWeeklyMinutes";

    /// <summary>More consecutive days with a shift than the contract allows; the day is the first one too many.</summary>
    public const string MaximumConsecutiveDays = "maximumConsecutiveDays";

    /// <summary>More weekends with a shift than the contract allows; the day is the first one worked of the first weekend too many.</summary>
    public const string MaximumWeekends = "maximumWeekends";

    /// <summary>More shifts of a type than the contract allows; the day is that of the first one too many. The message names the type.</summary>
    public const string MaximumShifts = "maximumShifts";

    /// <summary>A stay in a closed loop is longer than the contract allows; the day is the first one worked too many.</summary>
    public const string ClosedLoop = "closedLoop";

    /// <summary>More minutes in protective clothing in a shift than the contract allows.</summary>
    public const string MaximumProtectiveMinutesPerShift = "maximumProtectiveMinutesPerShift";

    /// <summary>
    /// More minutes in protective clothing in a calendar block of seven days from the first day than the contract allows; the day is the
    /// block's first.
    /// </summary>
    public const string MaximumProtectiveMinutesPerWeek = "maximumProtectiveMinutesPerWeek";

    /// <summary>A person who may not be lent works away from home.</summary>
    public const string NotLendable = "notLendable";

    /// <summary>The place is farther from the person's home facility than the travel limit.</summary>
    public const string TravelLimit = "travelLimit";

    /// <summary>
    /// The people of a facility together work away for more than the lending share of its normal minutes per week, in a
    /// calendar block of seven days from the first day. A last block of fewer days has the full week's limit.
    /// </summary>
    public const string LendingLimit = "lendingLimit";

    /// <summary>More heads are assigned to a line than it asks for on the day and shift.</summary>
    public const string Overstaffed = "overstaffed";

    /// <summary>Heads of a joint duty are assigned beyond its complete teams.</summary>
    public const string IncompleteTeam = "incompleteTeam";

    // A published plan.

    /// <summary>
    /// A decision of the published plan within its window is missing or different, although it could have stayed. What can stay is found by carrying the published plan out in the district: where that
    /// breaks a hard rule, decisions go until it does not, those outside the window first, of these the later and the less urgent, but never issues before them. Heads that a pinned assignment
    /// fills beyond the need are no surplus, and a pinned opening may be understaffed.
    /// </summary>
    public const string PinnedDecisionChanged = "pinnedDecisionChanged";

    // Supplies.

    /// <summary>There is no such item.</summary>
    public const string UnknownItem = "unknownItem";

    /// <summary>There is no lane between the two places. The entry is left out of everything else.</summary>
    public const string UnknownLane = "unknownLane";

    /// <summary>The arrival is not the dispatch plus the lane's lead time. The stock is followed with the right arrival.</summary>
    public const string WrongArrival = "wrongArrival";

    /// <summary>The quantity is not a whole number of packs.</summary>
    public const string NotWholePacks = "notWholePacks";

    /// <summary>Fewer units of an item are dispatched than the lane takes at least.</summary>
    public const string MinimumDispatch = "minimumDispatch";

    /// <summary>A lane carries more litres on a day than its capacity, over all items.</summary>
    public const string LaneCapacity = "laneCapacity";

    /// <summary>An item is dispatched on the same lane and day in more than one entry; only the first counts.</summary>
    public const string DuplicateShipment = "duplicateShipment";

    /// <summary>More is dispatched than is there and still usable on arrival; what is there goes.</summary>
    public const string DispatchBeyondStock = "dispatchBeyondStock";

    /// <summary>The kits of a day's assignments ask for more of an item than is usable at the place.</summary>
    public const string KitMissing = "kitMissing";

    /// <summary>
    /// Less than a reserve is left for later days, although something was dispatched on a lane with a lead time, or same-day dispatches and classes that may not
    /// break it took more than what expires that night. The subject is item and place.
    /// </summary>
    public const string ReserveBroken = "reserveBroken";

    /// <summary>A transfer arrives at a facility in which more than its storage is left for later days.</summary>
    public const string StorageExceeded = "storageExceeded";

    /// <summary>There is no such need: neither a burn rate nor a site with that id and item. The entry is left out of everything else.</summary>
    public const string UnknownNeed = "unknownNeed";

    /// <summary>More is issued and served by recipes than is needed on the day.</summary>
    public const string IssueBeyondNeed = "issueBeyondNeed";

    /// <summary>More is issued than the day's kits leave usable at the place.</summary>
    public const string IssueBeyondStock = "issueBeyondStock";

    /// <summary>A need, item and day has more than one issue; only the first counts.</summary>
    public const string DuplicateIssue = "duplicateIssue";

    /// <summary>There is no such recipe for the item. The entry is left out of everything else.</summary>
    public const string UnknownRecipe = "unknownRecipe";

    /// <summary>A recipe serves a need whose class it is not for.</summary>
    public const string RecipeNotAllowed = "recipeNotAllowed";

    /// <summary>A recipe serves more than its share of the units that the need asks for on the day.</summary>
    public const string RecipeBeyondShare = "recipeBeyondShare";

    /// <summary>A need, recipe and day has more than one entry; only the first counts.</summary>
    public const string DuplicateSubstitution = "duplicateSubstitution";

    /// <summary>The batches of a recipe ask for more of an item than the day's kits, issues and earlier recipes leave usable at the place.</summary>
    public const string RecipeBeyondStock = "recipeBeyondStock";

    /// <summary>
    /// A recipe serves a unit although the place has what serving it with the item itself would take, to spare as for
    /// <see cref="UnmetCauseUnsupported"/>. It is not judged at facilities with limited room, in which what the recipe would leave over might not fit.
    /// </summary>
    public const string RecipeUnneeded = "recipeUnneeded";

    /// <summary>There is no such offer. The entry is left out of everything else.</summary>
    public const string UnknownOffer = "unknownOffer";

    /// <summary>An offer is taken in more than one entry; only the first counts.</summary>
    public const string DuplicatePurchase = "duplicatePurchase";

    /// <summary>More lots are bought than are on offer; those on offer come in.</summary>
    public const string PurchaseBeyondOffer = "purchaseBeyondOffer";

    /// <summary>The prices of what is bought add up to more than the policy's budget. The subject is <c>policy</c>.</summary>
    public const string BudgetExceeded = "budgetExceeded";

    // Unmet needs.

    /// <summary>An unmet need names a kind, duty, line, shift, zone, need or item that does not exist. The entry is left out of everything else.</summary>
    public const string UnmetUnknown = "unmetUnknown";

    /// <summary>A need is not met and not booked as unmet.</summary>
    public const string UnmetNotBooked = "unmetNotBooked";

    /// <summary>The booked amount is not the required less the served amount.</summary>
    public const string UnmetWrongAmount = "unmetWrongAmount";

    /// <summary>A need is booked more than once for the same day and cause; only the first entry counts. Missing heads and units may be split over causes.</summary>
    public const string UnmetBookedTwice = "unmetBookedTwice";

    /// <summary>The booked priority class is not that of the need.</summary>
    public const string UnmetWrongClass = "unmetWrongClass";

    /// <summary>The cause does not belong to the kind: heads lack staff or their kit, guests a room, items anything else.</summary>
    public const string UnmetWrongCause = "unmetWrongCause";

    /// <summary>
    /// The cause is a kit, but the short item is not one of the kit, or the place has enough of it to spare for one more head (for
    /// a joint duty: one more team; any kit of the team may be the short one). To spare is what the day's uses leave and no later use or
    /// transfer needs, with all that expires that night. The cause staff is always accepted, even where the
    /// kit is short too: stock follows the roster, so that its absence where nobody works proves nothing.
    /// Or the cause of missing units is a limit that does not exist for the item anywhere on the way to the place; or more units are said to be kept from a class, by limits, more
    /// urgent or equal needs, than the district has beside what more urgent and equal needs use. The cause stock is always accepted.
    /// </summary>
    public const string UnmetCauseUnsupported = "unmetCauseUnsupported";
}
