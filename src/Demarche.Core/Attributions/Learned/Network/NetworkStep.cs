using Demarche.Nlp;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Networks;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>One worker's share of a training step: forward, loss, backward.</summary>
internal sealed class NetworkStep(NetworkLayers layers, NetworkOptions options)
{
    /// <summary>Adds the gradients of <paramref name="paragraphs"/>; gives the sum of the negative log-likelihoods of cues and parts.</summary>
    /// <param name="paragraphs">The worker's share.</param>
    /// <param name="weights">Weights of a cue sequence and of a part sequence in the loss.</param>
    /// <param name="random">What is hidden and dropped.</param>
    public double Learn(IReadOnlyList<TrainingParagraph> paragraphs, (float Cue, float Part) weights, SplitMix64 random)
    {
        if (paragraphs.Count == 0)
        {
            return 0;
        }

        var dropout = new Dropout(options.Dropout, random);
        var batch = new SequenceBatch();
        batch.Reset([.. paragraphs.Select(p => p.Range.Length)]);
        int[] ids = new int[batch.Rows * layers.Tokens.Fields];
        float[] input = new float[batch.Rows * layers.Inputs];
        ReadTokens(paragraphs, batch, ids, input, random);
        float[] inputMask = Dropped(input, dropout);
        float[] states = layers.Base.Forward(batch, input).ToArray();
        float[] mask = Dropped(states, dropout);
        float[] gradients = new float[states.Length];
        double loss = LearnCues(paragraphs, batch, states, gradients, (weights.Cue, dropout))
            + LearnParts(paragraphs, batch, states, gradients, (weights.Part, dropout));
        Multiply(gradients, mask);
        float[] inputGradients = new float[input.Length];
        layers.Base.Backward(batch, input, gradients, inputGradients);
        Multiply(inputGradients, inputMask);
        for (int row = 0; row < batch.Rows; row++)
        {
            layers.Tokens.Backward(
                ids.AsSpan(row * layers.Tokens.Fields, layers.Tokens.Fields), inputGradients.AsSpan(row * layers.Inputs, layers.Tokens.Outputs));
        }

        return loss;
    }

    private void ReadTokens(IReadOnlyList<TrainingParagraph> paragraphs, SequenceBatch batch, int[] ids, float[] input, SplitMix64 random)
    {
        for (int s = 0; s < paragraphs.Count; s++)
        {
            TrainingParagraph paragraph = paragraphs[s];
            for (int t = 0; t < paragraph.Range.Length; t++)
            {
                int row = batch.Row(s, t);
                int token = paragraph.Range.Start + t;
                Span<int> own = ids.AsSpan(row * layers.Tokens.Fields, layers.Tokens.Fields);
                layers.IdsOf(paragraph.Fields, token).CopyTo(own);

                // The word and its head's, each alone.
                own[0] = random.Next(1000) < options.HiddenWords * 1000 ? 0 : own[0];
                own[1] = random.Next(1000) < options.HiddenWords * 1000 ? 0 : own[1];
                layers.ReadToken(paragraph.Fields, token, own, input.AsSpan(row * layers.Inputs, layers.Inputs));
            }
        }
    }

    private double LearnCues(
        IReadOnlyList<TrainingParagraph> paragraphs, SequenceBatch batch, float[] states, float[] gradients, (float Weight, Dropout Dropout) how)
    {
        float[] upper = layers.Cues.Forward(batch, states).ToArray();
        float[] mask = Dropped(upper, how.Dropout);
        ReadOnlySpan<float> scores = layers.CueScores.Forward(upper, batch.Rows);
        (double loss, float[] scoreGradients) = Chained(layers.CueChain, batch, scores, [.. paragraphs.Select(p => p.CueLabels)], how.Weight);
        float[] upperGradients = new float[upper.Length];
        layers.CueScores.Backward(upper, batch.Rows, scoreGradients, upperGradients);
        Multiply(upperGradients, mask);
        layers.Cues.Backward(batch, states, upperGradients, gradients);
        return loss;
    }

    private double LearnParts(
        IReadOnlyList<TrainingParagraph> paragraphs, SequenceBatch batch, float[] states, float[] gradients, (float Weight, Dropout Dropout) how)
    {
        (int Sequence, TrainingCue Cue)[] cues = [.. paragraphs.SelectMany((p, s) => p.Cues.Select(cue => (s, cue)))];
        if (cues.Length == 0)
        {
            return 0;
        }

        float[] means = MeansOf(cues, batch, states);
        var windows = new SequenceBatch();
        windows.Reset([.. cues.Select(c => c.Cue.Window.Length)]);
        float[] input = new float[windows.Rows * layers.PartInputs];
        ReadWindows(cues, batch, windows, layers.OfToken.Forward(states, batch.Rows), layers.OfCue.Forward(means, cues.Length), input);
        float[] inputMask = Dropped(input, how.Dropout);
        float[] upper = layers.Parts.Forward(windows, input).ToArray();
        float[] mask = Dropped(upper, how.Dropout);
        ReadOnlySpan<float> scores = layers.PartScores.Forward(upper, windows.Rows);
        (double loss, float[] scoreGradients) = Chained(layers.PartChain, windows, scores, [.. cues.Select(c => c.Cue.Labels)], how.Weight);
        float[] upperGradients = new float[upper.Length];
        layers.PartScores.Backward(upper, windows.Rows, scoreGradients, upperGradients);
        Multiply(upperGradients, mask);
        float[] inputGradients = new float[input.Length];
        layers.Parts.Backward(windows, input, upperGradients, inputGradients);
        Multiply(inputGradients, inputMask);
        SpreadWindows(cues, batch, windows, inputGradients, (states, means, gradients));
        return loss;
    }

    private float[] MeansOf((int Sequence, TrainingCue Cue)[] cues, SequenceBatch batch, float[] states)
    {
        int width = layers.Base.Outputs;
        float[] means = new float[cues.Length * width];
        for (int c = 0; c < cues.Length; c++)
        {
            TokenRange range = cues[c].Cue.Range;
            for (int t = range.Start; t < range.End; t++)
            {
                int row = batch.Row(cues[c].Sequence, t) * width;
                for (int i = 0; i < width; i++)
                {
                    means[(c * width) + i] += states[row + i] / range.Length;
                }
            }
        }

        return means;
    }

    private void ReadWindows(
        (int Sequence, TrainingCue Cue)[] cues,
        SequenceBatch batch,
        SequenceBatch windows,
        ReadOnlySpan<float> ofToken,
        ReadOnlySpan<float> ofCue,
        float[] input)
    {
        int width = layers.OfToken.Outputs;
        int fields = layers.Relative.Fields;
        for (int c = 0; c < cues.Length; c++)
        {
            TrainingCue cue = cues[c].Cue;
            for (int t = 0; t < cue.Window.Length; t++)
            {
                Span<float> row = input.AsSpan(windows.Row(c, t) * layers.PartInputs, layers.PartInputs);
                int source = batch.Row(cues[c].Sequence, cue.Window.Start + t) * width;
                for (int i = 0; i < width; i++)
                {
                    row[i] = ofToken[source + i] + ofCue[(c * width) + i];
                }

                layers.Relative.Read(cue.Ids.AsSpan(t * fields, fields), row[width..]);
            }
        }
    }

    private void SpreadWindows(
        (int Sequence, TrainingCue Cue)[] cues,
        SequenceBatch batch,
        SequenceBatch windows,
        float[] inputGradients,
        (float[] States, float[] Means, float[] Gradients) ground)
    {
        int width = layers.OfToken.Outputs;
        int fields = layers.Relative.Fields;
        float[] tokenGradients = new float[batch.Rows * width];
        float[] cueGradients = new float[cues.Length * width];
        for (int c = 0; c < cues.Length; c++)
        {
            TrainingCue cue = cues[c].Cue;
            for (int t = 0; t < cue.Window.Length; t++)
            {
                ReadOnlySpan<float> row = inputGradients.AsSpan(windows.Row(c, t) * layers.PartInputs, layers.PartInputs);
                int target = batch.Row(cues[c].Sequence, cue.Window.Start + t) * width;
                for (int i = 0; i < width; i++)
                {
                    tokenGradients[target + i] += row[i];
                    cueGradients[(c * width) + i] += row[i];
                }

                layers.Relative.Backward(cue.Ids.AsSpan(t * fields, fields), row[width..]);
            }
        }

        layers.OfToken.Backward(ground.States, batch.Rows, tokenGradients, ground.Gradients);
        float[] meanGradients = new float[ground.Means.Length];
        layers.OfCue.Backward(ground.Means, cues.Length, cueGradients, meanGradients);
        int stateWidth = layers.Base.Outputs;
        for (int c = 0; c < cues.Length; c++)
        {
            TokenRange range = cues[c].Cue.Range;
            for (int t = range.Start; t < range.End; t++)
            {
                int row = batch.Row(cues[c].Sequence, t) * stateWidth;
                for (int i = 0; i < stateWidth; i++)
                {
                    ground.Gradients[row + i] += meanGradients[(c * stateWidth) + i] / range.Length;
                }
            }
        }
    }

    private static (double Loss, float[] Gradients) Chained(
        ChainLayer chain, SequenceBatch batch, ReadOnlySpan<float> scores, IReadOnlyList<int[]> gold, float weight)
    {
        int labels = scores.Length / batch.Rows;
        float[] gradients = new float[scores.Length];
        double loss = 0;
        for (int s = 0; s < gold.Count; s++)
        {
            float[] own = NetworkReader.Of(batch, s, scores, labels);
            float[] ownGradients = new float[own.Length];
            loss += chain.Backward(own, gold[s], weight, ownGradients);
            for (int t = 0; t < gold[s].Length; t++)
            {
                ownGradients.AsSpan(t * labels, labels).CopyTo(gradients.AsSpan(batch.Row(s, t) * labels));
            }
        }

        return (loss, gradients);
    }

    private static float[] Dropped(float[] values, Dropout dropout)
    {
        float[] mask = new float[values.Length];
        dropout.Fill(mask);
        Multiply(values, mask);
        return mask;
    }

    private static void Multiply(float[] values, float[] mask)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= mask[i];
        }
    }
}
