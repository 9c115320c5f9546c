using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Access;

/// <summary>What signing in and forms need.</summary>
internal static class AccessServices
{
    /// <summary>Name of the policy that holds back guessing of passwords.</summary>
    public const string LoginPolicy = "login";

    /// <summary>Header a script sends the form token in.</summary>
    public const string TokenHeader = "X-Form-Token";

    /// <summary>How long nobody has to sign in again while the page is used.</summary>
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    // Five guesses a minute from one address: 15 characters outlast that.
    private const int MostLogins = 5;
    private static readonly TimeSpan LoginWindow = TimeSpan.FromMinutes(1);

    /// <summary>Adds it.</summary>
    public static void Add(IServiceCollection services, ServeSettings settings)
    {
        services.AddSingleton(_ => new AccessGate.Door(AccessFile.Read(settings.Folder)));
        // Nothing is written to the user's home: sessions and form tokens end with the program.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Harden(options.Cookie, "demarche-session");
            options.ExpireTimeSpan = SessionLength;
            options.SlidingExpiration = true;
        });
        services.AddAntiforgery(options =>
        {
            Harden(options.Cookie, "demarche-form");
            options.HeaderName = TokenHeader;
            options.FormFieldName = "form_token";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = LoginWindow.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(LoginPolicy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = MostLogins, Window = LoginWindow }));
        });
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        // On loopback there is no TLS; behind a proxy that ends it, X-Forwarded-Proto is not believed, and the cookie stays this machine's.
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
