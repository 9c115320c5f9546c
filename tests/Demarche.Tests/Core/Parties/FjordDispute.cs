using Demarche.Core.Parties;

namespace Demarche.Tests.Core.Parties;

/// <summary>An invented quarrel over fishing rights between real states, a union of states, a company and its crews, with an office that changed hands.</summary>
internal static class FjordDispute
{
    public static Codebook Codebook { get; } = new()
    {
        Dispute = "fjord",
        Issues = [new Issue { Id = "quota", Label = "The quota is cut", Terms = ["cut the quota"] }],
        Parties =
        [
            new Party
            {
                Id = "norway",
                Name = "Norway",
                Names = ["Norway", "Oslo", "the Storting", "Norwegian Fisheries Ministry", "Norwegian Cabinet of Ministers"],
                People =
                [
                    new Actor { Name = "Ida Lund", Role = "Prime Minister until 30 June 2031", Names = ["Lund"], Until = new DateOnly(2031, 6, 30) },
                    new Actor { Name = "Pal Moe", Role = "Prime Minister from 1 July 2031", Names = ["Moe"], From = new DateOnly(2031, 7, 1) },
                    new Actor { Name = "Tor Vang", Role = "government spokesman", Names = ["Vang"] },
                ],
            },
            new Party
            {
                Id = "opposition",
                Name = "Norwegian opposition",
                Names = ["Coast Party", "Fjord Party"],
                People =
                [
                    new Actor { Name = "Pal Moe", Role = "leader of the Coast Party", Names = ["Moe"], Until = new DateOnly(2031, 6, 30) },
                    new Actor { Name = "Siv Aas", Role = "leader of the Fjord Party", Names = ["Aas"] },
                ],
            },
            new Party
            {
                Id = "iceland",
                Name = "Iceland",
                Names = ["Iceland", "Reykjavik"],
                Bodies = [new Actor { Name = "Icelandic fisheries ministry", Names = ["Ministry of Fisheries"] }],
                People = [new Actor { Name = "Eva Dahl", Role = "President", Names = ["Dahl"] }],
            },
            new Party
            {
                Id = "union",
                Name = "Northern Union",
                Names = ["Northern Union", "NU", "Denmark", "Sweden"],
                People =
                [
                    new Actor { Name = "Max Krog", Role = "trade commissioner", Names = ["Krog"] },
                    new Actor { Name = "Lis Holt", Role = "chair of the herring committee", Names = ["Holt"] },
                ],
            },
            new Party
            {
                Id = "company",
                Name = "Havbris",
                Names = ["Havbris", "Havbris management"],
                People = [new Actor { Name = "Nina Rask", Role = "chief executive", Names = ["Rask"] }],
            },
            new Party
            {
                Id = "crews",
                Name = "Deckhands' Union",
                Names = ["Deckhands' Union", "deckhands"],
                People =
                [
                    new Actor { Name = "Ola Rask", Role = "chair of the Deckhands' Union", Names = ["Rask"] },
                    new Actor { Name = "He Lin", Role = "spokesman", Names = ["He"] },
                ],
            },
        ],
    };
}
