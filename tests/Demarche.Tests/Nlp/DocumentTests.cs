using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Nlp;

public sealed class DocumentTests
{
    [Fact]
    public void Empty_text_has_no_tokens() => Assert.Equal(0, new Analyzer().Analyze("").TokenCount);
}
