using System.CommandLine;
using Demarche.Core.Reading.Fetching;

namespace Demarche.Cli.Options;

/// <summary><c>--allow-private</c> and <c>--pause</c>: how commands that fetch go about it.</summary>
internal sealed class FetchingOptions
{
    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Allow addresses of this machine and its networks, which no page may lead to otherwise.",
    };

    private readonly Option<double> _pause = new("--pause")
    {
        Description = "Seconds between two requests to one host; a longer Crawl-delay in its robots.txt is kept.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => new FetchOptions().Pause.TotalSeconds,
    };

    /// <summary>Adds both options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _pause.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 3600))
            {
                result.AddError("--pause wants seconds from 0 to 3600.");
            }
        });
        command.Options.Add(_allowPrivate);
        command.Options.Add(_pause);
    }

    /// <summary>What was asked for.</summary>
    public FetchOptions Read(ParseResult parsed) => new()
    {
        AllowsPrivate = parsed.GetValue(_allowPrivate),
        Pause = TimeSpan.FromSeconds(parsed.GetValue(_pause)),
    };
}
