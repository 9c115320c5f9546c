namespace Demarche.Nlp.Networks;

/// <summary>The loss of choosing among scores.</summary>
public static class CrossEntropy
{
    /// <summary>Turns scores into the gradient of their loss: the probability of each choice, less one for the right one, times <paramref name="weight"/>.</summary>
    /// <param name="scores">The scores of one choice; receives the gradient.</param>
    /// <param name="gold">Index of the right one.</param>
    /// <param name="weight">Weight of this choice in the loss.</param>
    /// <returns>The loss: the negative logarithm of the right one's probability, times the weight.</returns>
    public static double Backward(Span<float> scores, int gold, float weight)
    {
        float goldScore = scores[gold];
        float largest = Softmax(scores, out float logSum);
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] *= weight;
        }

        scores[gold] -= weight;
        return weight * ((double)logSum + largest - goldScore);
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> scores) => Softmax(scores, out _);

    private static float Softmax(Span<float> scores, out float logSum)
    {
        float largest = float.NegativeInfinity;
        foreach (float score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        foreach (ref float score in scores)
        {
            score -= largest;
        }

        Activations.Exp(scores);
        float sum = 0;
        foreach (float score in scores)
        {
            sum += score;
        }

        foreach (ref float score in scores)
        {
            score /= sum;
        }

        logSum = MathF.Log(sum);
        return largest;
    }
}
