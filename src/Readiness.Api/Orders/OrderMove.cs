using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>Items that move.</summary>
/// <param name="Day">Day of arrival or dispatch.</param>
/// <param name="Item">The article.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Other">The other end: a place, or where something comes from outside what brings it.</param>
public sealed record OrderMove(DateOnly Day, Item Item, long Quantity, string Other)
{
    /// <summary>The quantity in packs, and what is left over.</summary>
    public string Packs => Quantity % Item.PackSize == 0
        ? $"{Quantity / Item.PackSize}"
        : $"{Quantity / Item.PackSize} + {Quantity % Item.PackSize} {Item.Unit}";
}
