using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class MailTests
{
    private const string Page = "<html><head><title>Toll</title></head><body><article><p>The caf=C3=A9 owners of Ilvane =\r\nmet the harbor council on the ferry toll and were not content.</p></article></body></html>";

    [Fact]
    public void A_page_saved_as_mail_gives_its_page_and_address()
    {
        string mail = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/toll\r\nSubject: Toll\r\nDate: Thu, 1 Jul 2032 10:00:00 -0000\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----B\"\r\n\r\n\r\n------B\r\nContent-Type: text/html; charset=utf-8\r\n"
            + $"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://courier.example/toll\r\n\r\n{Page}\r\n------B\r\nContent-Type: image/png\r\n"
            + "Content-Transfer-Encoding: base64\r\nContent-Location: https://courier.example/a.png\r\n\r\niVBORw0KGgo=\r\n------B--\r\n";
        Article article = Assert.Single(Inputs.Read("page.mhtml", mail)).Article;
        Assert.Equal(("https://courier.example/toll", "Toll", null), (article.Url, article.Title, article.Published));
        Assert.StartsWith("The café owners of Ilvane met", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newsletter_has_subject_and_day_and_a_forwarded_one_not_the_day_of_forwarding()
    {
        string Mail(string subject) => $"From: a@courier.example\nTo: b@desk.example\nDate: Tue, 06 May 2031 08:00:00 +0200\nSubject: {subject}\n"
            + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(Encoding.Latin1.GetBytes("The café owners met the council.\n")) + "\n";

        Article own = Assert.Single(Inputs.Read("a.eml", Mail("=?utf-8?B?VG9sbCDigJM=?= =?utf-8?Q?_raised?="))).Article;
        Assert.Equal(("Toll – raised", new DateOnly(2031, 5, 6), "The café owners met the council.\n"), (own.Title, own.Published!.Value, own.Text));
        Article forwarded = Assert.Single(Inputs.Read("b.eml", Mail("Fwd: FW: Toll"))).Article;
        Assert.Equal(("Toll", null), (forwarded.Title, forwarded.Published));
    }

    [Fact]
    public void Attached_files_and_mails_are_read_too()
    {
        string inner = "Subject: Inner\nFrom: c@d.example\nDate: Mon, 5 May 2031 08:00:00 +0000\nMIME-Version: 1.0\n\nThe inner message speaks of the toll.\n";
        string mail = "Subject: Outer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n"
            + "--y\nContent-Type: text/plain\n\nplain twin\n--y\nContent-Type: text/html\n\n<p>The rich twin of the message is the one that is read here, all of it.</p>\n--y--\n"
            + $"--x\nContent-Type: message/rfc822\n\n{inner}\n--x\nContent-Type: application/octet-stream; name=\"note.txt\"\n"
            + "Content-Disposition: attachment; filename=\"../../note.txt\"\n\nAn attached note on the toll.\n--x\nContent-Type: application/pdf; name=a.pdf\n\nno\n--x--\n";
        ReadResult[] read = Inputs.Read("a.eml", mail);
        Assert.Equal([null, null, null], read.Select(each => each.Problem));
        Assert.Equal(["Outer", "Inner", null], read.Select(each => each.Article.Title));
        Assert.StartsWith("The rich twin", read[0].Article.Text, StringComparison.Ordinal);
        Assert.Equal(("note", "An attached note on the toll."), (read[2].Article.Id, read[2].Article.Text.Trim()));
    }

    [Fact]
    public void Mails_in_mails_end_somewhere()
    {
        string mail = "Subject: x\nMIME-Version: 1.0\n\nThe end.\n";
        for (int i = 0; i < 200; i++)
        {
            mail = $"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\nContent-Type: message/rfc822\n\n{mail}\n--b{i}--\n";
        }

        Assert.Contains("neither a page nor a text", Assert.Single(Inputs.Read("deep.eml", mail)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\nno boundary follows")]
    [InlineData("Content-Type: multipart/mixed\n\n")]
    [InlineData("Content-Transfer-Encoding: base64\n\n%%%%")]
    public void Broken_mails_are_named(string rest) =>
        Assert.NotNull(Assert.Single(Inputs.Read("a.eml", "Subject: x\nMIME-Version: 1.0\n" + rest)).Problem);
}
