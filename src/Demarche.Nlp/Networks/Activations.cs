using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Networks;

/// <summary>Exponentials and what is made of them, in our own steps: the same bits on every machine, at any width of registers.</summary>
public static class Activations
{
    // Beyond these e^x leaves the range of a float; results there are the last ones inside.
    private const float Largest = 88;
    private const float Smallest = -87;

    // Slope left of zero; a unit that is off can still learn.
    private const float Leak = 0.1f;

    /// <summary>x becomes 1 / (1 + e^-x).</summary>
    public static void Sigmoid(Span<float> values) => Map<SigmoidStep>(values);

    /// <summary>x becomes its hyperbolic tangent.</summary>
    public static void Tanh(Span<float> values) => Map<TanhStep>(values);

    /// <summary>x becomes e^x, to a few units in the seventh digit.</summary>
    public static void Exp(Span<float> values) => Map<ExpStep>(values);

    /// <summary>x becomes x above zero and a tenth of it below.</summary>
    public static void LeakyRectify(Span<float> values) => Map<LeakStep>(values);

    /// <summary>Turns the gradient behind <see cref="LeakyRectify"/> into the one before it.</summary>
    /// <param name="outputs">What came out of it.</param>
    /// <param name="gradients">Gradient with respect to the outputs; receives the one with respect to the inputs.</param>
    public static void LeakyRectifyBackward(ReadOnlySpan<float> outputs, Span<float> gradients)
    {
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] *= outputs[i] > 0 ? 1 : Leak;
        }
    }

    private interface IStep
    {
        static abstract Vector256<float> Of(Vector256<float> x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<TStep>(Span<float> values)
        where TStep : IStep
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= values.Length - 8; i += 8)
        {
            TStep.Of(Vector256.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
        }

        if (i < values.Length)
        {
            Span<float> rest = stackalloc float[8];
            values[i..].CopyTo(rest);
            TStep.Of(Vector256.Create<float>(rest)).CopyTo(rest);
            rest[..(values.Length - i)].CopyTo(values[i..]);
        }
    }

    // e^x = 2^n e^r with n whole and |r| <= ln(2)/2; the polynomial is the one of Cephes (Moshier 1989, expf).
    private readonly struct ExpStep : IStep
    {
        public static Vector256<float> Of(Vector256<float> x)
        {
            x = Vector256.Min(Vector256.Max(x, Vector256.Create(Smallest)), Vector256.Create(Largest));
            Vector256<float> n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504088896341f), Vector256.Create(0.5f)));
            Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
            r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
            Vector256<float> p = Vector256.Create(1.9875691500e-4f);
            p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.3981999507e-3f));
            p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(8.3334519073e-3f));
            p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(4.1665795894e-2f));
            p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.6666665459e-1f));
            p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(5.0000001201e-1f));
            p = Vector256.FusedMultiplyAdd(p, r * r, r + Vector256<float>.One);
            Vector256<int> power = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23);
            return p * power.AsSingle();
        }
    }

    private readonly struct SigmoidStep : IStep
    {
        public static Vector256<float> Of(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + ExpStep.Of(-x));
    }

    private readonly struct TanhStep : IStep
    {
        public static Vector256<float> Of(Vector256<float> x) => Vector256<float>.One - (Vector256.Create(2f) / (Vector256<float>.One + ExpStep.Of(x + x)));
    }

    private readonly struct LeakStep : IStep
    {
        public static Vector256<float> Of(Vector256<float> x) => Vector256.Max(x, x * Vector256.Create(Leak));
    }
}
