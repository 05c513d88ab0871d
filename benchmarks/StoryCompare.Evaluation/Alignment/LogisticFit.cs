namespace StoryCompare.Evaluation.Alignment;

/// <summary>A training example.</summary>
/// <param name="Features">Feature vector.</param>
/// <param name="Positive">Label.</param>
/// <param name="Weight">Importance.</param>
/// <param name="Topic">Group for cross-validation.</param>
internal sealed record Example(float[] Features, bool Positive, double Weight, string Topic);

/// <summary>Logistic regression with an L2 penalty on standardised features, by Newton's method. Deterministic: same examples, same coefficients.</summary>
internal static class LogisticFit
{
    private const int Steps = 30;

    /// <summary>Coefficients for raw features; the bias stands last.</summary>
    /// <param name="examples">Examples.</param>
    /// <param name="used">Indices of the features used; the others get 0.</param>
    /// <param name="penalty">L2 penalty against one unit of total weight per example.</param>
    public static double[] Fit(IReadOnlyList<Example> examples, int[] used, double penalty)
    {
        (double[] mean, double[] deviation) = Moments(examples, used);
        int n = used.Length + 1;
        double[] beta = new double[n];
        double[] x = new double[n];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = new double[n];
            double[,] hessian = new double[n, n];
            foreach (Example e in examples)
            {
                double z = 0;
                for (int k = 0; k < n; k++)
                {
                    x[k] = k == n - 1 ? 1 : (e.Features[used[k]] - mean[k]) / deviation[k];
                    z += beta[k] * x[k];
                }

                double p = 1 / (1 + Math.Exp(-z));
                double error = e.Weight * ((e.Positive ? 1 : 0) - p);
                double curve = e.Weight * Math.Max(1e-9, p * (1 - p));
                for (int k = 0; k < n; k++)
                {
                    gradient[k] += error * x[k];
                    for (int l = 0; l <= k; l++)
                    {
                        hessian[k, l] += curve * x[k] * x[l];
                    }
                }
            }

            for (int k = 0; k < n; k++)
            {
                double p = k == n - 1 ? 1e-6 : penalty;
                gradient[k] -= p * beta[k];
                hessian[k, k] += p;
            }

            double moved = 0;
            double[] delta = Solve(hessian, gradient);
            for (int k = 0; k < n; k++)
            {
                beta[k] += delta[k];
                moved = Math.Max(moved, Math.Abs(delta[k]));
            }

            if (moved < 1e-9)
            {
                break;
            }
        }

        return Raw(beta, used, mean, deviation, examples[0].Features.Length);
    }

    /// <summary>Probability under coefficients of <see cref="Fit"/>.</summary>
    public static double Score(double[] coefficients, float[] features) => 1 / (1 + Math.Exp(-Logit(coefficients, features)));

    /// <summary>Log odds under coefficients of <see cref="Fit"/>.</summary>
    public static double Logit(double[] coefficients, float[] features)
    {
        double z = coefficients[^1];
        for (int k = 0; k < features.Length; k++)
        {
            z += coefficients[k] * features[k];
        }

        return z;
    }

    private static double[] Raw(double[] beta, int[] used, double[] mean, double[] deviation, int length)
    {
        double[] raw = new double[length + 1];
        raw[^1] = beta[^1];
        for (int k = 0; k < used.Length; k++)
        {
            raw[used[k]] = beta[k] / deviation[k];
            raw[^1] -= beta[k] * mean[k] / deviation[k];
        }

        return raw;
    }

    private static (double[] Mean, double[] Deviation) Moments(IReadOnlyList<Example> examples, int[] used)
    {
        double[] mean = new double[used.Length];
        double[] deviation = new double[used.Length];
        double total = examples.Sum(static e => e.Weight);
        for (int k = 0; k < used.Length; k++)
        {
            mean[k] = examples.Sum(e => e.Weight * e.Features[used[k]]) / total;
            deviation[k] = Math.Sqrt(examples.Sum(e => e.Weight * Math.Pow(e.Features[used[k]] - mean[k], 2)) / total) + 1e-9;
        }

        return (mean, deviation);
    }

    // Cholesky: the matrix is symmetric and positive definite; only its lower half is filled.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[,] l = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[i, k] * l[j, k];
                }

                l[i, j] = i == j ? Math.Sqrt(Math.Max(1e-12, sum)) : sum / l[j, j];
            }
        }

        double[] y = new double[n];
        for (int i = 0; i < n; i++)
        {
            y[i] = right[i];
            for (int k = 0; k < i; k++)
            {
                y[i] -= l[i, k] * y[k];
            }

            y[i] /= l[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
            {
                y[i] -= l[k, i] * y[k];
            }

            y[i] /= l[i, i];
        }

        return y;
    }
}
