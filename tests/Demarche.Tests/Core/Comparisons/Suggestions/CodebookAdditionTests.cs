using Demarche.Core.Comparisons.Suggestions;
using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Suggestions;

public class CodebookAdditionTests
{
    private const string Head = "dispute: strait\nparties:\n  - id: norland\n    name: Norland\nissues:\n  - id: levy\n    label: Night levy\n";

    [Theory]
    [InlineData("    terms: [levy, night levy] # as in the act\n", "    terms: [levy, night levy, 'toll, at night', 'pilot''s fee'] # as in the act\n")]
    [InlineData("    terms:\n      - levy\n      - 'night levy' # act\n    note: x\n", "    terms:\n      - levy\n      - 'night levy' # act\n      - 'toll, at night'\n      - 'pilot''s fee'\n    note: x\n")]
    [InlineData("    terms: [levy,\n            night levy]\n", "    terms: [levy,\n            night levy, 'toll, at night', 'pilot''s fee']\n")]
    [InlineData("    terms: levy\n", "    terms: [levy, 'toll, at night', 'pilot''s fee']\n")]
    public void Phrases_are_added_and_every_other_character_stays(string before, string after)
    {
        string? text = CodebookAddition.AddTerms(Head + before, "levy", ["toll, at night", "pilot's fee", "LEVY"]);

        Assert.Equal(Head + after, text);
        Assert.Equal(["toll, at night", "pilot's fee"], CodebookReader.Read(text!).Codebook!.Issues[0].Terms.TakeLast(2));
    }

    [Fact]
    public void An_unknown_issue_or_a_broken_codebook_is_left_alone()
    {
        Assert.Null(CodebookAddition.AddTerms(Head + "    terms: [levy]\n", "toll", ["x"]));
        Assert.Null(CodebookAddition.AddTerms("issues: [", "levy", ["x"]));
    }
}
