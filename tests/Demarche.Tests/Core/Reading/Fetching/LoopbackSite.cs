using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Demarche.Tests.Core.Reading.Fetching;

/// <summary>A real web server on this machine whose answers a test writes.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerRequest, Answer?> _answers;
    private readonly List<string> _asked = [];

    public LoopbackSite(Func<HttpListenerRequest, Answer?> answers, string host = "127.0.0.1")
    {
        _answers = answers;
        Address = $"http://{host}:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Paths that were asked for, in order.</summary>
    public string[] Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public void Dispose() => _listener.Close();

    /// <summary>A port nobody listens on.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                lock (_asked)
                {
                    _asked.Add(context.Request.RawUrl!);
                }

                _ = Task.Run(() => Respond(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private void Respond(HttpListenerContext context)
    {
        try
        {
            Answer answer = _answers(context.Request) ?? new Answer("", Status: 404);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.Type;
            foreach ((string name, string value) in answer.Headers ?? [])
            {
                context.Response.AddHeader(name, value);
            }

            byte[] body = answer.Bytes ?? Encoding.UTF8.GetBytes(answer.Body);
            context.Response.ContentLength64 = body.Length;
            context.Response.Close(body, willBlock: true);
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // As above.
        }
    }

    internal sealed record Answer(string Body, string Type = "text/html; charset=utf-8", int Status = 200)
    {
        public byte[]? Bytes { get; init; }

        public (string Name, string Value)[]? Headers { get; init; }
    }
}
