using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Districts that have been read and validated lately. A version never changes, so that nothing in here is ever outdated.</summary>
internal sealed class DistrictCache
{
    private const int Capacity = 16;

    private readonly Lock gate = new();
    private readonly LinkedList<(long Version, District District)> latest = new();

    /// <summary>A district, if it is here.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Its version.</param>
    public District? Find(string id, long version)
    {
        lock (gate)
        {
            for (LinkedListNode<(long Version, District District)>? node = latest.First; node is not null; node = node.Next)
            {
                if (node.Value.Version == version && node.Value.District.Id == id)
                {
                    latest.Remove(node);
                    latest.AddFirst(node);
                    return node.Value.District;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps a district; the one that was not asked for longest goes.</summary>
    /// <param name="district">The district.</param>
    /// <param name="version">Its version.</param>
    public void Keep(District district, long version)
    {
        lock (gate)
        {
            latest.AddFirst((version, district));
            if (latest.Count > Capacity)
            {
                latest.RemoveLast();
            }
        }
    }
}
