namespace Demarche.Nlp.Labeling;

/// <summary>
/// The two computations on a linear chain: best path and marginals. Scores are natural logarithms up to a constant;
/// matrices are rows of <c>labelCount</c> values. Lafferty, McCallum and Pereira 2001; scaling after Rabiner 1989.
/// </summary>
internal static class Chain
{
    /// <summary>Stands for "not allowed": finite, so that sums of it stay finite.</summary>
    public const float Forbidden = -1e6f;

    /// <summary>The best label sequence.</summary>
    /// <param name="emissions">Length × labels.</param>
    /// <param name="transitions">Labels × labels, previous label in rows.</param>
    /// <param name="start">Score of each label as the first one.</param>
    /// <param name="best">Receives one label a token.</param>
    public static void Viterbi(
        ReadOnlySpan<float> emissions, ReadOnlySpan<float> transitions, ReadOnlySpan<float> start, Span<int> best)
    {
        int labels = start.Length;
        int length = best.Length;
        if (length == 0)
        {
            return;
        }

        byte[] back = new byte[length * labels];
        Span<float> score = stackalloc float[labels];
        Span<float> next = stackalloc float[labels];
        for (int label = 0; label < labels; label++)
        {
            score[label] = start[label] + emissions[label];
        }

        for (int t = 1; t < length; t++)
        {
            for (int label = 0; label < labels; label++)
            {
                int argmax = 0;
                float max = float.NegativeInfinity;
                for (int previous = 0; previous < labels; previous++)
                {
                    float value = score[previous] + transitions[(previous * labels) + label];
                    if (value > max)
                    {
                        max = value;
                        argmax = previous;
                    }
                }

                next[label] = max + emissions[(t * labels) + label];
                back[(t * labels) + label] = (byte)argmax;
            }

            next.CopyTo(score);
        }

        best[length - 1] = ArgMax(score);
        for (int t = length - 1; t > 0; t--)
        {
            best[t - 1] = back[(t * labels) + best[t]];
        }
    }

    /// <summary>Probability of each label at each token, and the logarithm of the sum over all paths.</summary>
    /// <param name="emissions">Length × labels; read only.</param>
    /// <param name="transitions">Labels × labels, previous label in rows.</param>
    /// <param name="start">Score of each label as the first one.</param>
    /// <param name="marginals">Receives length × labels probabilities.</param>
    /// <param name="pairs">Receives labels × labels: expected count of each transition, added to what it holds; empty when not wanted.</param>
    /// <returns>Logarithm of the partition sum.</returns>
    public static double Marginals(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> transitions,
        ReadOnlySpan<float> start,
        Span<float> marginals,
        Span<double> pairs)
    {
        int labels = start.Length;
        int length = emissions.Length / labels;
        if (length == 0)
        {
            return 0;
        }

        // Probabilities scaled token by token: exp of (score - the token's largest score), then normalized to sum 1.
        float[] local = new float[length * labels];
        Span<float> moves = stackalloc float[labels * labels];
        for (int i = 0; i < moves.Length; i++)
        {
            moves[i] = MathF.Exp(transitions[i]);
        }

        double logSum = Forward(emissions, moves, start, marginals, local);
        Backward(moves, marginals, local, labels, pairs);
        return logSum;
    }

    private static double Forward(
        ReadOnlySpan<float> emissions, ReadOnlySpan<float> moves, ReadOnlySpan<float> start, Span<float> alpha, Span<float> local)
    {
        int labels = start.Length;
        int length = emissions.Length / labels;
        double logSum = 0;
        for (int t = 0; t < length; t++)
        {
            ReadOnlySpan<float> scores = emissions.Slice(t * labels, labels);
            Span<float> here = alpha.Slice(t * labels, labels);
            float max = scores[ArgMax(scores)];
            float sum = 0;
            for (int label = 0; label < labels; label++)
            {
                float weight = MathF.Exp(scores[label] - max);
                local[(t * labels) + label] = weight;
                float before = 0;
                if (t == 0)
                {
                    before = MathF.Exp(start[label]);
                }
                else
                {
                    for (int previous = 0; previous < labels; previous++)
                    {
                        before += alpha[((t - 1) * labels) + previous] * moves[(previous * labels) + label];
                    }
                }

                here[label] = before * weight;
                sum += here[label];
            }

            float scale = 1 / MathF.Max(sum, float.Epsilon);
            for (int label = 0; label < labels; label++)
            {
                here[label] *= scale;
            }

            logSum += max + Math.Log(Math.Max(sum, float.Epsilon));
        }

        return logSum;
    }

    // Turns alpha, in place, into marginals; adds transition probabilities to pairs when they are wanted.
    private static void Backward(
        ReadOnlySpan<float> moves, Span<float> alpha, ReadOnlySpan<float> local, int labels, Span<double> pairs)
    {
        int length = alpha.Length / labels;
        Span<float> beta = stackalloc float[labels];
        Span<float> weighted = stackalloc float[labels];
        Span<float> earlier = stackalloc float[labels];
        beta.Fill(1);
        for (int t = length - 1; t > 0; t--)
        {
            Span<float> before = alpha.Slice((t - 1) * labels, labels);
            for (int label = 0; label < labels; label++)
            {
                weighted[label] = local[(t * labels) + label] * beta[label];
            }

            float total = 0;
            for (int previous = 0; previous < labels; previous++)
            {
                float sum = 0;
                for (int label = 0; label < labels; label++)
                {
                    sum += moves[(previous * labels) + label] * weighted[label];
                }

                earlier[previous] = sum;
                total += before[previous] * sum;
            }

            AddPairs(pairs, moves, before, weighted, total);
            Normalize(alpha.Slice(t * labels, labels), beta);
            float scale = 1 / MathF.Max(total, float.Epsilon);
            for (int label = 0; label < labels; label++)
            {
                beta[label] = earlier[label] * scale;
            }
        }

        Normalize(alpha[..labels], beta);
    }

    private static void AddPairs(
        Span<double> pairs, ReadOnlySpan<float> moves, ReadOnlySpan<float> before, ReadOnlySpan<float> weighted, float total)
    {
        if (pairs.IsEmpty || total <= 0)
        {
            return;
        }

        int labels = before.Length;
        for (int previous = 0; previous < labels; previous++)
        {
            for (int label = 0; label < labels; label++)
            {
                int i = (previous * labels) + label;
                pairs[i] += before[previous] * moves[i] * weighted[label] / total;
            }
        }
    }

    private static void Normalize(Span<float> alpha, ReadOnlySpan<float> beta)
    {
        float sum = 0;
        for (int label = 0; label < alpha.Length; label++)
        {
            alpha[label] *= beta[label];
            sum += alpha[label];
        }

        float scale = 1 / MathF.Max(sum, float.Epsilon);
        for (int label = 0; label < alpha.Length; label++)
        {
            alpha[label] *= scale;
        }
    }

    private static int ArgMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
            {
                best = i;
            }
        }

        return best;
    }
}
