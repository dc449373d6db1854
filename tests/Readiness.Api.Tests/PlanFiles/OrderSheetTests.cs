using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Readiness.Districts;

namespace Readiness.Api.Tests.PlanFiles;

/// <summary>Order sheets as they are printed.</summary>
public sealed partial class OrderSheetTests(PlannedServer server) : IClassFixture<PlannedServer>
{
    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task A_sheet_says_what_arrives_what_to_issue_and_who_works()
    {
        string page = await PageAsync($"plan/orders/{server.Hospital}");
        string text = WebUtility.HtmlDecode(Tag().Replace(page, " "));
        Assert.Contains("医院", text, StringComparison.Ordinal);
        Assert.Matches($@"Arrives .*2020-\d\d-\d\d \w+ .*口罩 +40 piece +4 +{Regex.Escape(server.Store.Name.En)}", Blank().Replace(text, " "));
        Assert.Matches(@"25 piece +2 \+ 5 piece +delivery aid", Blank().Replace(text, " "));
        Assert.Matches("60 piece +6 +purchase maker", Blank().Replace(text, " "));
        Assert.Contains(server.District.Staff[0].Id, text, StringComparison.Ordinal);
        Assert.Contains(server.Site.Name.En, text, StringComparison.Ordinal);
        Assert.DoesNotContain("To dispatch", text, StringComparison.Ordinal);
        Duty duty = server.District.Duties[0];
        Assert.Contains(duty.Name.En, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_text_and_the_page_needs_nothing_but_itself()
    {
        using HttpResponseMessage response = await client.GetAsync($"{server.Path}/plan/orders/{server.Hospital}", JsonHttp.Token);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        string page = await response.Content.ReadAsStringAsync(JsonHttp.Token);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=", page);
        string style = StyleText().Match(page).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("size:A4", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_sheets_are_one_document_with_a_part_for_each_place_that_has_something_to_do()
    {
        string page = await PageAsync("plan/orders");
        Assert.Equal(page.Split("<article>").Length, page.Split("<h1>").Length);
        string[] places = [server.Hospital, server.Decisions.Shipments[0].From, server.Site.Id];
        Assert.All(places.Distinct(), place => Assert.Contains($"<p>{place}, ", page, StringComparison.Ordinal));
        Assert.DoesNotContain("asks nothing", page, StringComparison.Ordinal);
        Assert.Contains($"{server.Site.Rooms} rooms", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_without_orders_is_told_so_and_one_that_is_not_there_is_refused()
    {
        Assert.Contains("asks nothing of this place", await PageAsync($"plan/orders/{server.District.CandidateSites[1].Id}"), StringComparison.Ordinal);
        using HttpResponseMessage response = await client.GetAsync($"{server.Path}/plan/orders/moon", JsonHttp.Token);
        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleText();

    private Task<string> PageAsync(string path) => client.GetStringAsync($"{server.Path}/{path}", JsonHttp.Token);
}
