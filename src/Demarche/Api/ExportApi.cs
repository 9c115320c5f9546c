using Demarche.Core.Exchange.Exports;
using Demarche.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api;

/// <summary>The whole ledger in the formats of other programs.</summary>
internal static class ExportApi
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder api) => api.MapGet("/exports/{format}", Export)
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The whole ledger in a format of other programs, as `demarche export` writes it.</summary>
    /// <param name="source">The ledger.</param>
    /// <param name="format">csv, jsonl, corrections, graphml, gexf, webannotation, brat, dna, bibtex or csl-json.</param>
    /// <param name="text">false leaves out the articles' words, so that the coding can be shared without them.</param>
    internal static IResult Export(LedgerSource source, string format, [FromQuery] bool? text) =>
        ExportFormat.Find(format) is { } found
            ? new Download(found, new ExportSource(source.Ledger, source.Codebook, text ?? true))
            : Results.Problem(
                $"There is no format '{format}'. There are: {string.Join(", ", ExportFormat.All.Select(known => known.Name))}.", statusCode: StatusCodes.Status404NotFound);

    private sealed class Download(ExportFormat format, ExportSource source) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = format.IsBinary || format.MediaType.Contains("json", StringComparison.Ordinal)
                ? format.MediaType
                : format.MediaType + "; charset=utf-8";
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{format.Name}{format.Extension}\"";
            // The writers are made for files and write as they go; they get a thread of their own.
            httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            return Task.Run(() => format.Write(source, httpContext.Response.Body), httpContext.RequestAborted);
        }
    }
}
