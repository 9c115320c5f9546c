using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Demarche.Api;

/// <summary>
/// Looks at the query of an API request before it is answered: a field nobody knows, a day that is none or a number out of range is named,
/// since a filter that is silently passed over would give another answer than was asked for.
/// </summary>
internal static class ApiChecks
{
    /// <summary>The filter for one endpoint, which knows the endpoint's fields.</summary>
    public static EndpointFilterDelegate Of(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        Dictionary<string, ParameterInfo> fields = endpoint.MethodInfo.GetParameters()
            .Where(parameter => parameter.GetCustomAttribute<FromQueryAttribute>() is not null)
            .ToDictionary(parameter => parameter.GetCustomAttribute<FromQueryAttribute>()!.Name ?? parameter.Name!, StringComparer.Ordinal);
        bool isPaged = endpoint.MethodInfo.GetParameters().Any(parameter => parameter.ParameterType == typeof(ApiPage));
        return async context =>
        {
            string? problem = context.HttpContext.Request.Query.Select(field => ProblemOf(field.Key, field.Value.ToString(), fields, isPaged)).FirstOrDefault(found => found is not null);
            if (problem is not null)
            {
                return Problem(problem);
            }

            try
            {
                return await next(context);
            }
            catch (UserException refusal)
            {
                return Problem(refusal.Message);
            }
        };
    }

    private static IResult Problem(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private static string? ProblemOf(string name, string value, Dictionary<string, ParameterInfo> fields, bool isPaged)
    {
        if (isPaged && name is ("offset" or "limit"))
        {
            RangeAttribute bounds = typeof(ApiPage).GetProperty(name == "offset" ? nameof(ApiPage.Offset) : nameof(ApiPage.Limit))!.GetCustomAttribute<RangeAttribute>()!;
            return RangeProblem(name, value, bounds);
        }

        if (!fields.TryGetValue(name, out ParameterInfo? field))
        {
            IEnumerable<string> known = fields.Keys.Concat(isPaged ? ["limit", "offset"] : []).Order(StringComparer.Ordinal);
            return $"There is no field '{name}' here. Known are: {string.Join(", ", known)}.";
        }

        Type type = Nullable.GetUnderlyingType(field.ParameterType) ?? field.ParameterType;
        return type == typeof(DateOnly) && !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? $"{name} wants a day like 2031-03-17, not '{value}'."
            : type == typeof(bool) && !bool.TryParse(value, out _) ? $"{name} wants true or false, not '{value}'."
            : field.GetCustomAttribute<RangeAttribute>() is { } range ? RangeProblem(name, value, range)
            : null;
    }

    private static string? RangeProblem(string name, string value, RangeAttribute range) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number >= Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture) && number <= Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture)
            ? null
            : $"{name} wants a number from {range.Minimum} to {range.Maximum}, not '{value}'.";
}
