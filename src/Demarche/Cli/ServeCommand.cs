using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Demarche.Cli.Options;
using Demarche.Web;
using Demarche.Web.Access;
using Microsoft.AspNetCore.Builder;

namespace Demarche.Cli;

/// <summary><c>demarche serve</c>: the ledger in the browser.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "The port to listen on; 0 takes any free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => ServeSettings.DefaultPort,
        };
        var host = new Option<string>("--host")
        {
            Description = "The address to listen on. Anything but this machine alone (127.0.0.1, ::1) wants a password or a key.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
        };
        var hostName = new Option<string[]>("--host-name") { Description = "A further name the page may be asked for by: that of a proxy before it.", HelpName = "NAME" };
        var setPassword = new Option<bool>("--set-password") { Description = "Ask for a password on the terminal first; from then on the page asks for it." };
        var newKey = new Option<string?>("--new-key") { Description = "Make a key for programs, print it once, and end.", HelpName = "NAME" };
        var open = new Option<bool>("--open") { Description = "Open the page in the browser." };
        var ledger = new LedgerOption();
        var command = new Command(
            "serve",
            """
            Show the ledger in the browser: who wants what, what moved, and the sentence behind every line. Only this machine can see it
            unless --host says otherwise. Nothing is sent anywhere; the page loads nothing from elsewhere.

            Example: demarche serve --open
            Example: demarche serve --host 0.0.0.0 --set-password
            """)
        {
            port,
            host,
            hostName,
            setPassword,
            newKey,
            open,
        };
        ledger.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            string folder = ledger.Folder(parsed);
            if (parsed.GetValue(newKey) is { } name)
            {
                Console.WriteLine(AccessFile.AddKey(folder, name));
                return ExitCodes.Ok;
            }

            if (parsed.GetValue(setPassword))
            {
                AccessFile.SetPassword(folder, PasswordPrompt.Ask());
            }

            ServeSettings settings = new()
            {
                Folder = folder,
                Address = AddressOf(parsed.GetRequiredValue(host)),
                Port = parsed.GetRequiredValue(port),
                HostNames = parsed.GetValue(hostName) ?? [],
            };
            Require(settings);
            return await RunAsync(settings, parsed.GetValue(open), cancellation);
        });
        return command;
    }

    private static IPAddress AddressOf(string host) =>
        host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(host, out IPAddress? address) ? address
        : throw new UserException($"--host wants an address such as 127.0.0.1 or 0.0.0.0, not '{host}'. A name to be asked by is given with --host-name");

    private static void Require(ServeSettings settings)
    {
        if (!IPAddress.IsLoopback(settings.Address) && AccessFile.Read(settings.Folder) is null)
        {
            throw new UserException(
                $"on {settings.Address} others can reach the ledger, and it has no password. Set one: demarche serve --host {settings.Address} --set-password");
        }
    }

    private static async Task<int> RunAsync(ServeSettings settings, bool isOpened, CancellationToken cancellation)
    {
        await using WebApplication app = WebServer.Build(settings);
        await app.StartAsync(cancellation);
        Uri address = WebServer.AddressOf(app);
        Console.WriteLine($"Serving {settings.Folder}\n        {address}\nStop with Ctrl+C.");
        if (!IPAddress.IsLoopback(settings.Address))
        {
            Console.WriteLine("Others can reach it, and the way there is not encrypted: put a proxy with TLS before it where you do not trust the network.");
        }

        if (isOpened)
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }

        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return ExitCodes.Ok;
    }
}
