namespace StoryCompare.Evaluation.Clustering;

/// <summary>Logistic regression with an L2 penalty, by Newton's method: exact, deterministic, no learning rate.</summary>
internal static class LogisticTrainer
{
    /// <summary>Coefficients for rows of features (the first is the bias, 1, and is not penalised).</summary>
    /// <param name="rows">Feature rows.</param>
    /// <param name="labels">True for a positive row.</param>
    /// <param name="weights">Weight of each row.</param>
    /// <param name="penalty">L2 penalty in units of total weight.</param>
    /// <param name="offsets">Log odds that each row has beforehand; none by default.</param>
    public static double[] Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<double> weights, double penalty, IReadOnlyList<double>? offsets = null)
    {
        int d = rows[0].Length;
        double[] beta = new double[d];
        double total = weights.Sum();
        int[] at = new int[d];
        for (int iteration = 0; iteration < 25; iteration++)
        {
            double[] gradient = new double[d];
            double[,] hessian = new double[d, d];
            for (int r = 0; r < rows.Count; r++)
            {
                float[] x = rows[r];
                double w = weights[r];
                if (w == 0)
                {
                    continue;
                }

                // Half of a row is zero: a whole set has no "small" measures.
                int filled = 0;
                double z = offsets is null ? 0 : offsets[r];
                for (int i = 0; i < d; i++)
                {
                    if (x[i] != 0)
                    {
                        at[filled++] = i;
                        z += beta[i] * x[i];
                    }
                }

                double p = 1 / (1 + Math.Exp(-z));
                double error = w * ((labels[r] ? 1 : 0) - p);
                double curvature = w * Math.Max(1e-9, p * (1 - p));
                for (int k = 0; k < filled; k++)
                {
                    int i = at[k];
                    gradient[i] += error * x[i];
                    double c = curvature * x[i];
                    for (int l = 0; l <= k; l++)
                    {
                        hessian[i, at[l]] += c * x[at[l]];
                    }
                }
            }

            for (int i = 0; i < d; i++)
            {
                double ridge = i == 0 ? 1e-9 * total : penalty * total;
                gradient[i] -= i == 0 ? 0 : ridge * beta[i];
                hessian[i, i] += ridge;
                for (int j = 0; j < i; j++)
                {
                    hessian[j, i] = hessian[i, j];
                }
            }

            double[] step = Solve(hessian, gradient);
            double largest = 0;
            for (int i = 0; i < d; i++)
            {
                beta[i] += step[i];
                largest = Math.Max(largest, Math.Abs(step[i]));
            }

            if (largest < 1e-7)
            {
                break;
            }
        }

        return beta;
    }

    // Cholesky: the matrix is symmetric and, with the ridge, positive definite.
    private static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        double[,] l = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double s = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    s -= l[i, k] * l[j, k];
                }

                l[i, j] = i == j ? Math.Sqrt(Math.Max(s, 1e-12)) : s / l[j, j];
            }
        }

        double[] y = new double[n];
        for (int i = 0; i < n; i++)
        {
            double s = b[i];
            for (int k = 0; k < i; k++)
            {
                s -= l[i, k] * y[k];
            }

            y[i] = s / l[i, i];
        }

        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double s = y[i];
            for (int k = i + 1; k < n; k++)
            {
                s -= l[k, i] * x[k];
            }

            x[i] = s / l[i, i];
        }

        return x;
    }
}
