namespace Demarche.Nlp.Times;

/// <summary>Past, present and future as such: <c>now</c>, <c>recently</c>, <c>the near future</c>.</summary>
internal static class ReferenceMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        TimeWord word = text[start];
        if (word.Kind == TimeKind.Reference)
        {
            return TimeMatch.Date(start + 1, TimeLexicon.References[word.Value]);
        }

        if (text.Is(start, "right") && text.Is(start + 1, "now"))
        {
            return TimeMatch.Date(start + 2, TimeLexicon.References[1]);
        }

        if (text.Is(start, "current", "recent"))
        {
            return TimeMatch.Date(start + 1, TimeLexicon.References[text.Is(start, "current") ? 1 : 0]);
        }

        return word.Kind == TimeKind.The ? AfterThe(text, start + 1) : default;
    }

    private static TimeMatch AfterThe(TimeText text, int at)
    {
        if (text.Is(at, "past") && text[at + 1].Kind is TimeKind.None)
        {
            return TimeMatch.Date(at + 1, TimeLexicon.References[0]);
        }

        int noun = text.Is(at, "near") || text.Is(at, "foreseeable") || text.Is(at, "immediate") || text.Is(at, "distant") ? at + 1 : at;
        if (text.Is(noun, "future"))
        {
            return TimeMatch.Date(noun + 1, TimeLexicon.References[2]);
        }

        return text.Is(at, "moment") && text.Is(at - 2, "at") ? TimeMatch.Date(at + 1, TimeLexicon.References[1]) : default;
    }
}
