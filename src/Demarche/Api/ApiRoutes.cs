using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Demarche.Api;

/// <summary>The ledger for programs: the same data as on the pages, as JSON, under <c>/api</c>. docs/guide/api.md.</summary>
internal static class ApiRoutes
{
    /// <summary>Where the OpenAPI document lies.</summary>
    public const string DocumentPath = "/api/openapi.json";

    private const string Name = "openapi";

    /// <summary>Adds what describing it needs.</summary>
    public static void AddServices(IServiceCollection services)
    {
        // For the document alone: answers are written by Exchange.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) ?? false;
            options.AddDocumentTransformer(Head);
            options.AddOperationTransformer(Errors);
        });
    }

    /// <summary>Maps it; <paramref name="pages"/> heeds the ledger's version.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        RouteGroupBuilder api = pages.MapGroup("/api").AddEndpointFilterFactory(ApiChecks.Of);
        LedgerApi.Map(api.MapGroup("").WithTags("Ledger"));
        ArticleApi.Map(api.MapGroup("").WithTags("Articles"));
        PositionApi.Map(api.MapGroup("").WithTags("Positions"));
        ComparisonApi.Map(api.MapGroup("").WithTags("Comparisons"));
        StoryApi.Map(api.MapGroup("").WithTags("Stories"));
        ExportApi.Map(api.MapGroup("").WithTags("Exports"));
        pages.MapOpenApi("/api/{documentName}.json");
    }

    private static Task Head(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Demarche",
            Version = "1",
            Description = "The record of positions of one ledger. Every line is what a text attributes to somebody, with the characters that prove it; "
                + "offsets are UTF-16 code units, half-open. Answers carry an ETag that changes with the ledger: send it back as If-None-Match.",
        };
        // Where it is served is known to whoever reads it there.
        document.Servers = [];
        return Task.CompletedTask;
    }

    private static Task Errors(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Responses ??= [];
        operation.Responses["304"] = new OpenApiResponse { Description = "The ledger has not changed since the ETag sent as If-None-Match." };
        operation.Responses["400"] = ProblemOf("A field of the address is unknown or not what its name asks for; the detail names it.");
        operation.Responses["401"] = ProblemOf("The ledger asks for a key: Authorization: Bearer KEY.");
        return Task.CompletedTask;
    }

    private static OpenApiResponse ProblemOf(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                        ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        },
    };
}
