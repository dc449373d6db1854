using System.Net.Sockets;
using System.Text;

namespace Readiness.Api.Tests.Security;

/// <summary>Requests as an attacker writes them, which no client library would send.</summary>
internal static class RawHttp
{
    /// <summary>Sends text as it is and returns the whole answer.</summary>
    public static async Task<string> SendAsync(Uri server, string requestLine, params string[] headers)
    {
        using TcpClient client = new();
        await client.ConnectAsync(server.Host, server.Port, JsonHttp.Token);
        await using NetworkStream stream = client.GetStream();
        string text = string.Join("\r\n", [requestLine, $"Host: {server.Authority}", "Connection: close", .. headers, "", ""]);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), JsonHttp.Token);
        using StreamReader reader = new(stream, Encoding.Latin1);
        try
        {
            return await reader.ReadToEndAsync(JsonHttp.Token);
        }
        catch (IOException)
        {
            // The server may close before it has read everything.
            return "";
        }
    }

    /// <summary>The status of an answer; 0 if there is none.</summary>
    public static int Status(string answer) => answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
}
