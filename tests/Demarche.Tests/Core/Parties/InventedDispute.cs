using Demarche.Core.Parties;

namespace Demarche.Tests.Core.Parties;

/// <summary>A dispute about a river dam between two states that do not exist, a union and a country with two governments in turn.</summary>
internal static class InventedDispute
{
    public static Codebook Codebook { get; } = new()
    {
        Dispute = "dam",
        Issues = [new Issue { Id = "dam-stops", Label = "The dam is not filled", Terms = ["halt the filling"] }],
        Parties =
        [
            new Party
            {
                Id = "valdoria",
                Name = "Valdoria",
                Names = ["Valdoria", "Republic of Valdoria", "Halden", "the Rose Palace", "Valdorian officials", "VDR"],
                Bodies = [new Actor { Name = "Valdorian water authority", Names = ["Water Authority"] }],
                People =
                [
                    new Actor { Name = "Anna Berg", Role = "Foreign Minister", Names = ["Berg"] },
                    new Actor { Name = "Sergei Halvik", Role = "President", Names = ["Halvik"] },
                    new Actor { Name = "He Lun", Role = "Deputy Foreign Minister", Names = ["He"] },
                    new Actor { Name = "Karl Ost", Role = "government spokesman", Names = ["Ost"] },
                ],
            },
            new Party
            {
                Id = "iceland-old",
                Name = "Cabinet of the coalition (until 31 May 2021)",
                Names = ["Icelandic cabinet", "the coalition"],
                Until = new DateOnly(2021, 5, 31),
                People =
                [
                    new Actor { Name = "Jon Vik", Role = "Prime Minister", Names = ["Vik"], Until = new DateOnly(2021, 5, 31) },
                ],
            },
            new Party
            {
                Id = "iceland",
                Name = "Iceland (government since 1 June 2021)",
                Names = ["Iceland"],
                From = new DateOnly(2021, 6, 1),
                People =
                [
                    new Actor { Name = "Jon Vik", Role = "Finance Minister", Names = ["Vik"], From = new DateOnly(2021, 6, 1) },
                    new Actor { Name = "Eva Dahl", Role = "Prime Minister", Names = ["Dahl"], From = new DateOnly(2021, 6, 1) },
                ],
            },
            new Party
            {
                Id = "union",
                Name = "Northern Union and its members",
                Names = ["Northern Union", "NU", "Norway", "Denmark", "Northern leaders"],
                People =
                [
                    new Actor { Name = "Ida Lund", Role = "Prime Minister of Norway", Names = ["Lund"] },
                    new Actor { Name = "Max von der Aue", Role = "Prime Minister of Denmark", Names = [] },
                ],
            },
            new Party { Id = "jordan", Name = "Jordan", Names = ["Jordan"] },
            new Party { Id = "us", Name = "United States", Names = ["United States", "US", "U.S."] },
        ],
    };
}
