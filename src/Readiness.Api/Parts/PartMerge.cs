using System.Text.Json.Nodes;

namespace Readiness.Api.Parts;

/// <summary>
/// Puts entries into an array of the document. Those with the key of an entry that is there take its place, in their order; the others come behind. So the
/// same entries once more leave the document as it is.
/// </summary>
internal static class PartMerge
{
    /// <summary>Merges.</summary>
    /// <param name="there">The array.</param>
    /// <param name="entries">The new entries, each with its row.</param>
    /// <param name="key">Key of an entry.</param>
    /// <param name="keeps">Whether an entry stays of whose key there is none among the new ones.</param>
    /// <returns>The entries, each with its row; no row where an entry stays.</returns>
    public static IReadOnlyList<(int? Row, JsonNode Entry)> Into(
        JsonArray there, IReadOnlyList<(int Row, JsonObject Entry)> entries, Func<JsonObject, string> key, Func<JsonObject, bool> keeps)
    {
        Dictionary<string, Queue<int>> places = [];
        for (int place = 0; place < entries.Count; place++)
        {
            string own = key(entries[place].Entry);
            (places.TryGetValue(own, out Queue<int>? queue) ? queue : places[own] = []).Enqueue(place);
        }

        List<(int? Row, JsonNode Entry)> merged = [];
        foreach (JsonObject old in there.OfType<JsonObject>())
        {
            if (!places.TryGetValue(key(old), out Queue<int>? queue))
            {
                if (keeps(old))
                {
                    merged.Add((null, old));
                }
            }
            else if (queue.TryDequeue(out int place))
            {
                merged.Add(entries[place]);
            }
        }

        merged.AddRange(places.Values.SelectMany(queue => queue).Order().Select(place => ((int?)entries[place].Row, (JsonNode)entries[place].Entry)));
        return merged;
    }
}
