using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Problems;
using Readiness.Api.Scenarios;

namespace Readiness.Api.Orders;

/// <summary>The routes of order sheets: pages to print and hand to the places that carry a plan out.</summary>
internal static class OrderEndpoints
{
    /// <summary>The page holds names of others and no script; nothing but its own style sheet counts.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(OrderDocument.Style)))}'";

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapOrders(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/v1/scenarios/{id}/plan/orders").WithTags("Scenarios");
        group.MapGet("/", GetAllAsync).WithName("GetScenarioOrders")
            .WithSummary("Order sheets of all places that a plan asks something of, as one HTML document to print")
            .WithDescription("Each place begins a page. Sheets of single places: `GET /v1/scenarios/{id}/plan/orders/{place}`.")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/{place}", GetAsync).WithName("GetScenarioOrdersOfPlace")
            .WithSummary("The order sheet of a facility or site, as HTML to print")
            .WithDescription("What arrives when and from whom, what to dispatch and to issue, who works when, and which sites are open.")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> GetAllAsync(string id, HttpContext context, ScenarioPlans plans)
    {
        (ScenarioPlan? plan, ProblemHttpResult? refusal) = await plans.WithDistrictAsync(id, context.RequestAborted);
        return plan is null ? refusal! : await PageAsync(context, plan, sheets => sheets.All);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> GetAsync(string id, string place, HttpContext context, ScenarioPlans plans)
    {
        (ScenarioPlan? plan, ProblemHttpResult? refusal) = await plans.WithDistrictAsync(id, context.RequestAborted);
        return plan is null ? refusal!
            : new OrderSheets(plan).Knows(place) ? await PageAsync(context, plan, sheets => [sheets.Of(place)])
            : Problem.NotFound("facility or site", place);
    }

    /// <summary>
    /// Renders the page by itself: the components of web applications would bring keys and cookies for forms, which there are none of.
    /// </summary>
    private static async Task<ContentHttpResult> PageAsync(HttpContext context, ScenarioPlan plan, Func<OrderSheets, IReadOnlyList<OrderSheet>> choose)
    {
        OrderSheets sheets = new(plan);
        ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(OrderDocument.Title)] = $"{OrderSheets.Both(plan.District.Name)}: {plan.Name}",
            [nameof(OrderDocument.Horizon)] = plan.District.Horizon,
            [nameof(OrderDocument.OpenSites)] = sheets.OpenSites,
            [nameof(OrderDocument.Sheets)] = choose(sheets),
        });
        await using HtmlRenderer renderer = new(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        string page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<OrderDocument>(parameters)).ToHtmlString());
        context.Response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }
}
