namespace Readiness.Quarantine.Capacitated;

/// <summary>Whom a site serves and how much, in no order.</summary>
internal sealed class SiteLoad
{
    /// <summary>Number of customers.</summary>
    public int Count { get; private set; }

    /// <summary>The customers, in the first <see cref="Count"/> places.</summary>
    public int[] Customer { get; private set; } = new int[8];

    /// <summary>Units of each.</summary>
    public double[] Amount { get; private set; } = new double[8];

    /// <summary>Units of all.</summary>
    public double Total { get; private set; }

    public double AmountOf(int customer) => Amount[Array.IndexOf(Customer, customer, 0, Count)];

    public void Add(int customer, double amount)
    {
        Total += amount;
        int place = Array.IndexOf(Customer, customer, 0, Count);
        if (place >= 0)
        {
            Amount[place] += amount;
            return;
        }

        if (Count == Customer.Length)
        {
            int size = Count * 2;
            int[] customers = Customer;
            double[] amounts = Amount;
            Array.Resize(ref customers, size);
            Array.Resize(ref amounts, size);
            (Customer, Amount) = (customers, amounts);
        }

        Customer[Count] = customer;
        Amount[Count++] = amount;
    }

    /// <summary>Takes an amount away, and with it what is no more than rounding has left.</summary>
    /// <returns>Whether the customer is gone.</returns>
    public bool Remove(int customer, double amount, double rounding)
    {
        Total -= amount;
        int place = Array.IndexOf(Customer, customer, 0, Count);
        Amount[place] -= amount;
        if (Amount[place] > rounding)
        {
            return false;
        }

        Total -= Amount[place];
        Count--;
        Customer[place] = Customer[Count];
        Amount[place] = Amount[Count];
        return true;
    }

    public void Clear()
    {
        Count = 0;
        Total = 0;
    }

    public void CopyFrom(SiteLoad other)
    {
        while (Customer.Length < other.Count)
        {
            Customer = new int[Customer.Length * 2];
            Amount = new double[Customer.Length];
        }

        Array.Copy(other.Customer, Customer, other.Count);
        Array.Copy(other.Amount, Amount, other.Count);
        Count = other.Count;
        Total = other.Total;
    }
}
