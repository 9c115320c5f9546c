using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class BulkTextTests
{
    [Fact]
    public void The_older_download_of_Nexis_is_parted()
    {
        ReadResult[] read = Inputs.Read("download.txt", """


                                       1 of 2 DOCUMENTS


                                      The Ilvane Courier

                                     May 6, 2031 Tuesday
                                      Late Edition - Final

            Council raises the toll

            BYLINE: By Ann Lee and Bo Ek

            SECTION: News; Pg. 3

            LENGTH: 22 words

            DATELINE: ILVANE

            The council raised the ferry
            toll on Monday.

              Pilots said: no more talks.

            LOAD-DATE: May 7, 2031

            LANGUAGE: ENGLISH

                    Copyright 2031 The Ilvane Courier

                                       2 of 2 DOCUMENTS

                                      Harbor Herald

                                     May 7, 2031 Wednesday

            Ferries rest

            LENGTH: 5 words

            The ferries rest.

            LOAD-DATE: May 8, 2031
            """.Replace("            ", "", StringComparison.Ordinal));

        Assert.Equal([null, null], read.Select(each => each.Problem));
        Article first = read[0].Article;
        Assert.Equal(
            ("Council raises the toll", "The Ilvane Courier", "Ann Lee and Bo Ek", new DateOnly(2031, 5, 6), DateBasis.Given),
            (first.Title, first.Outlet, first.Byline, first.Published!.Value, first.PublishedBasis));
        Assert.Equal("The council raised the ferry toll on Monday.\nPilots said: no more talks.", first.Text);
        Assert.Equal(("Ferries rest", "Harbor Herald", "The ferries rest."), (read[1].Article.Title, read[1].Article.Outlet, read[1].Article.Text));
        Assert.NotEqual(first.Id, read[1].Article.Id);
    }

    [Fact]
    public void The_newer_download_of_Nexis_is_parted_and_ids_do_not_depend_on_the_file()
    {
        const string one = "Toll is raised\n\nIlvane Courier\n\nMay 6, 2031 Tuesday\n\nCopyright 2031 Courier All Rights Reserved\n\nSection: NEWS\nLength: 9 words\n"
            + "Byline: Ann Lee\n\nBody\n\nThe toll is raised.\n\nNobody asked.\n\nLoad-Date: May 7, 2031\n\nEnd of Document\n\n";
        string two = one.Replace("Toll is raised", "Ferries rest", StringComparison.Ordinal);
        ReadResult[] read = Inputs.Read("a.txt", one + two);
        Assert.Equal(["Toll is raised", "Ferries rest"], read.Select(each => each.Article.Title));
        Assert.Equal("The toll is raised.\nNobody asked.", read[0].Article.Text);
        Assert.Equal(("Ilvane Courier", "Ann Lee", new DateOnly(2031, 5, 6)), (read[0].Article.Outlet, read[0].Article.Byline, read[0].Article.Published));
        Assert.Equal(read[1].Article.Id, Inputs.Read("b.txt", two).Single().Article.Id);
    }

    [Fact]
    public void Downloads_of_Factiva_and_ProQuest_are_parted()
    {
        Article factiva = Assert.Single(Inputs.Read(
            "f.txt", "Toll is raised\n\nBy Ann Lee\n512 words\n6 May 2031\n14:05\nThe Ilvane Courier\nILVC\n3\nEnglish\nCopyright 2031 Courier\n\nThe toll is raised.\n\nDocument ILVC000020310506e756000abc\n")).Article;
        Assert.Equal(("Toll is raised", "The Ilvane Courier", new DateOnly(2031, 5, 6), "The toll is raised."), (factiva.Title, factiva.Outlet, factiva.Published, factiva.Text));

        string rule = new('_', 60);
        Article proquest = Inputs.Read(
            "p.txt", $"{rule}\n\nToll is raised\n\nAuthor: Lee, Ann\n\nFull text: The toll is raised.\n\nIt stays.\n\nTitle: Toll is raised\n\nPublication title: Ilvane Courier\n\nPublication date: May 6, 2031\n{rule}\n").Single().Article;
        Assert.Equal(("Toll is raised", "Ilvane Courier", "The toll is raised.\nIt stays."), (proquest.Title, proquest.Outlet, proquest.Text));
    }

    [Fact]
    public void A_text_that_only_speaks_of_documents_is_one_text() =>
        Assert.Equal(RawKind.Text, Assert.Single(Inputs.Raw("a.txt", "He read 3 of 50 documents.\nDocument after document.\n"u8.ToArray())).Kind);
}
