namespace Readiness.Quarantine;

/// <summary>
/// Re-checks a <see cref="LocationCertificate"/> by plain sorting, without any code of the search. What it does: with the given prices every open site takes the
/// customers that bring most per unit until it is full; the sites that open must hold all demand. What results is a lower bound on every plan (Lagrangian duality). Cuts with
/// prices are derived anew and change the costs.
/// </summary>
public static class LocationCertificateCheck
{
    private const double Tolerance = 1e-7;
    private const int PriceSteps = 100;
    private const double LargestPrice = 1e12;

    /// <summary>Whether the certificate proves its value.</summary>
    /// <param name="problem">The problem; of one day, without resources.</param>
    /// <param name="certificate">The certificate.</param>
    /// <returns>What does not hold; empty if all does.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The problem is not valid, or has several days, resources or indivisible demand.</exception>
    public static IReadOnlyList<string> Check(LocationProblem problem, LocationCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        LocationValidation.Validate(problem);
        if (problem.Days > 1 || !problem.Resources.IsEmpty || problem.SingleSource)
        {
            throw new ArgumentException("Certificates are about problems of one day without resources whose demand may be split.", nameof(problem));
        }

        var faults = new List<string>();
        var checker = new Checker(problem, certificate, faults);
        if (certificate.Parts.IsEmpty)
        {
            faults.Add("there is no part");
            return faults;
        }

        // A half has a higher number than the whole it is of, so that there is no circle.
        var open = new Stack<(int Part, bool?[] Fixed)>([(0, checker.Given())]);
        while (open.Count > 0)
        {
            (int number, bool?[] settled) = open.Pop();
            CertificatePart part = certificate.Parts[number];
            checker.Apply(number, part, settled);
            if (part.Site < 0)
            {
                continue;
            }

            bool isSound = part.Site < problem.Sites.Length && settled[part.Site] is null
                && part.Open > number && part.Closed > number && part.Open < certificate.Parts.Length && part.Closed < certificate.Parts.Length;
            if (!isSound)
            {
                faults.Add($"part {number} is not parted in two");
                continue;
            }

            open.Push((part.Open, With(settled, part.Site, true)));
            open.Push((part.Closed, With(settled, part.Site, false)));
        }

        return faults;
    }

    private static bool?[] With(bool?[] settled, int site, bool isOpen)
    {
        bool?[] copy = [.. settled];
        copy[site] = isOpen;
        return copy;
    }

    private sealed class Checker
    {
        private readonly LocationProblem problem;
        private readonly LocationCertificate certificate;
        private readonly List<string> faults;
        private readonly int sites;
        private readonly double total;
        private readonly CutCharges cuts;

        public Checker(LocationProblem problem, LocationCertificate certificate, List<string> faults)
        {
            this.problem = problem;
            this.certificate = certificate;
            this.faults = faults;
            sites = problem.Sites.Length;

            // What no site may serve needs no room.
            total = Enumerable.Range(0, problem.Customers.Length).Sum(Units);
            cuts = new CutCharges(certificate.Cuts, [.. Enumerable.Range(0, sites).Select(Capacity)], [.. Enumerable.Range(0, problem.Customers.Length).Select(Units)]);
            faults.AddRange(cuts.Faults);
        }

        public bool?[] Given() =>
        [
            .. problem.Sites.Select(site => site.Opening switch
            {
                OpeningRule.MustOpen when site.EarliestDay == 0 => true,
                OpeningRule.Forbidden => false,
                _ => site.EarliestDay > 0 || site.Clearance < problem.LeastClearance ? false : (bool?)null,
            }),
        ];

        public void Apply(int number, CertificatePart part, bool?[] settled)
        {
            bool isEmpty = !Infer(settled);
            for (int k = 0; k < part.Steps.Length && !isEmpty; k++)
            {
                CertificateStep step = part.Steps[k];
                foreach ((int site, bool isOpen) in step.Opened.Select(site => (site, true)).Concat(step.Closed.Select(site => (site, false))))
                {
                    if (site < 0 || site >= sites || (settled[site] is null && !Reaches(Bound(step, With(settled, site, !isOpen)))))
                    {
                        faults.Add($"part {number}, step {k}: nothing shows that site {site} is {(isOpen ? "open" : "closed")}");
                    }
                }

                foreach (int site in step.Opened.Where(site => site >= 0 && site < sites))
                {
                    settled[site] ??= true;
                }

                foreach (int site in step.Closed.Where(site => site >= 0 && site < sites))
                {
                    settled[site] ??= false;
                }

                isEmpty = !Infer(settled);
            }

            if (part.Site < 0 && !isEmpty && (part.Steps.IsEmpty || !Reaches(Bound(part.Steps[^1], settled))))
            {
                faults.Add($"part {number}: its prices do not reach the value");
            }
        }

        private bool Reaches(double bound) => bound >= certificate.Value - (Tolerance * Math.Max(1, Math.Abs(certificate.Value)));

        // What the rules about sites leave no choice about; false if they cannot be kept.
        private bool Infer(bool?[] settled)
        {
            for (int j = 0; j < sites; j++)
            {
                for (int other = 0; other < sites && problem.LeastSeparation > 0 && settled[j] == true; other++)
                {
                    if (other != j && problem.SiteDistances[(j * sites) + other] < problem.LeastSeparation)
                    {
                        if (settled[other] == true)
                        {
                            return false;
                        }

                        settled[other] = false;
                    }
                }
            }

            foreach (SiteClassLimit limit in problem.ClassLimits)
            {
                int[] members = [.. Enumerable.Range(0, sites).Where(j => problem.Sites[j].Class == limit.Class)];
                int open = members.Count(j => settled[j] == true);
                int possible = members.Count(j => settled[j] != false);
                if (open > limit.Most || possible < limit.Least)
                {
                    return false;
                }

                foreach (int j in members.Where(j => settled[j] is null && (open == limit.Most || possible == limit.Least)))
                {
                    settled[j] = open != limit.Most;
                }
            }

            return true;
        }

        private double Bound(CertificateStep step, bool?[] settled)
        {
            (double bound, double[] opening, Dictionary<(int Site, int Customer), double> pairs) = cuts.Charges(step);
            for (int i = 0; i < problem.Customers.Length; i++)
            {
                bound += Units(i) * step.Prices[i];
            }

            // What is not served costs nothing, up to what may stay unserved.
            bound += Load(step, -1, certificate.Unserved, pairs);
            double[] values = [.. Enumerable.Range(0, sites).Select(j => settled[j] == false ? 0 : opening[j] + Value(step, j, pairs))];
            return bound + Choose(values, settled);
        }

        private double Value(CertificateStep step, int site, Dictionary<(int Site, int Customer), double> pairs) =>
            problem.Sites[site].OpeningCost + problem.Sites[site].CostPerOpenDay + Load(step, site, Capacity(site), pairs);

        private double Capacity(int site) => problem.WholeUnits ? Math.Floor(problem.Sites[site].Capacity + 1e-9) : problem.Sites[site].Capacity;

        private double Units(int customer)
        {
            double units = problem.Customers[customer].Demand[0];
            units = problem.WholeUnits ? Math.Floor(units + 1e-9) : units;
            return Enumerable.Range(0, sites).Any(site => MayServe(customer, site, problem.MaxDistance)) ? units : 0;
        }

        private bool MayServe(int customer, int site, double radius) =>
            !double.IsPositiveInfinity(problem.AssignmentCosts[(customer * sites) + site])
            && problem.Sites[site].Opening != OpeningRule.Forbidden && problem.Sites[site].EarliestDay == 0 && problem.Sites[site].Clearance >= problem.LeastClearance
            && (problem.Customers[customer].Classes.IsEmpty || problem.Customers[customer].Classes.Contains(problem.Sites[site].Class ?? ""))
            && (problem.Distances.IsEmpty || problem.Distances[(customer * sites) + site] <= radius);

        // The most that a site's customers bring, as a negative number; site -1 serves anyone for nothing.
        private double Load(CertificateStep step, int site, double room, Dictionary<(int Site, int Customer), double> pairs)
        {
            IEnumerable<(double Gain, double Units)> customers = Enumerable.Range(0, problem.Customers.Length)
                .Where(i => site < 0 || MayServe(i, site, certificate.Radius))
                .Select(i => ((site < 0 ? 0 : problem.AssignmentCosts[(i * sites) + site]) + pairs.GetValueOrDefault((site, i)) - step.Prices[i], Units(i)))
                .Where(c => c.Item1 < 0)
                .OrderBy(c => c.Item1);
            double value = 0;
            foreach ((double gain, double units) in customers)
            {
                double taken = Math.Min(units, room);
                value += gain * taken;
                room -= taken;
            }

            return value;
        }

        // The least value of a choice of sites that holds the demand; more exactly, a lower bound on it.
        private double Choose(double[] values, bool?[] settled)
        {
            double fixedValue = Enumerable.Range(0, sites).Where(j => settled[j] == true).Sum(j => values[j]);
            double wanted = total - certificate.Unserved - Enumerable.Range(0, sites).Where(j => settled[j] == true).Sum(Capacity);
            int[] free = [.. Enumerable.Range(0, sites).Where(j => settled[j] is null)];
            int open = settled.Count(s => s == true);
            int least = Math.Max(0, problem.LeastSites - open);
            int most = Math.Min(free.Length, Math.Min(problem.MostSites, certificate.MostSites) - open);
            double largest = free.Select(Capacity).DefaultIfEmpty(0).Max();
            if (wanted > Tolerance * Math.Max(1, total))
            {
                // So many at least, were all as large as the largest.
                least = largest > 0 ? Math.Max(least, (int)Math.Ceiling((wanted / largest) - 1e-6)) : int.MaxValue;
            }

            if (least > most || free.Sum(Capacity) < wanted * (1 - Tolerance))
            {
                return double.PositiveInfinity;
            }

            double At(double price) => fixedValue + (price * Math.Max(0, wanted)) + Cheapest([.. free.Select(j => values[j] - (price * Capacity(j)))], least, most);
            double low = 0;
            double high = free.Select(j => Math.Abs(values[j]) / Capacity(j)).DefaultIfEmpty(0).Max() + 1;
            while (wanted > 0 && high < LargestPrice && At(high * 2) > At(high))
            {
                high *= 2;
            }

            high *= 2;
            for (int step = 0; step < PriceSteps && wanted > 0; step++)
            {
                double left = low + ((high - low) / 3);
                double right = high - ((high - low) / 3);
                (low, high) = At(left) < At(right) ? (left, high) : (low, right);
            }

            return Math.Max(At(0), At((low + high) / 2));
        }

        private static double Cheapest(double[] values, int least, int most)
        {
            Array.Sort(values);
            return values.Take(most).Where((value, k) => k < least || value < 0).Sum();
        }
    }
}
