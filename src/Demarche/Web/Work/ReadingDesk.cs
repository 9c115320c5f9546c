using Demarche.Core;
using Demarche.Core.Parties;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Web.Work;

/// <summary>What reads articles for the pages: the trained models, loaded when something is read for the first time. Safe to share.</summary>
internal sealed class ReadingDesk(ServeSettings settings)
{
    private readonly Lazy<ReadingModels?> _models = new(settings.Models);

    /// <summary>How many articles are read at once: one processor is left to the readers of pages.</summary>
    public int Threads { get; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Names that outlets go by, from the ledger's folder.</summary>
    public OutletRegistry Outlets => OutletsFile.ReadFrom(settings.Folder);

    /// <summary>The pipeline of a codebook.</summary>
    public ArticlePipeline Pipeline(Codebook? codebook) => new(codebook, _models.Value);
}
