using System.Globalization;
using System.Text.Json;

namespace StoryCompare.Tests.Reporting;

/// <summary>The part of JSON Schema that our schema uses: type, const, enum, required, properties, items, minimum, maximum, $ref. An unknown keyword fails.</summary>
internal sealed class SchemaValidator(JsonElement schema)
{
    private static readonly string[] Known = ["$schema", "$id", "$defs", "title", "description", "type", "const", "enum", "required", "properties", "items", "minimum", "maximum", "$ref"];

    public IReadOnlyList<string> Validate(JsonElement document)
    {
        List<string> errors = [];
        Check(document, schema, "$", errors);
        return errors;
    }

    private void Check(JsonElement value, JsonElement rule, string path, List<string> errors)
    {
        foreach (JsonProperty keyword in rule.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name))
            {
                errors.Add($"{path}: the schema uses '{keyword.Name}', which this validator does not know");
            }
        }

        if (rule.TryGetProperty("$ref", out JsonElement reference))
        {
            Check(value, schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path, errors);
        }

        if (rule.TryGetProperty("type", out JsonElement type) && !Types(type).Any(t => Is(value, t)))
        {
            errors.Add($"{path}: {value.ValueKind} is not {type}");
            return;
        }

        if (rule.TryGetProperty("const", out JsonElement constant) && constant.ToString() != value.ToString())
        {
            errors.Add($"{path}: {value} is not {constant}");
        }

        if (rule.TryGetProperty("enum", out JsonElement values) && !values.EnumerateArray().Any(v => v.ValueKind == value.ValueKind && v.ToString() == value.ToString()))
        {
            errors.Add($"{path}: {value} is none of {values}");
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            if (rule.TryGetProperty("minimum", out JsonElement minimum) && value.GetDouble() < minimum.GetDouble())
            {
                errors.Add($"{path}: {value} is below {minimum}");
            }

            if (rule.TryGetProperty("maximum", out JsonElement maximum) && value.GetDouble() > maximum.GetDouble())
            {
                errors.Add($"{path}: {value} is above {maximum}");
            }
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(value, rule, path, errors);
        }

        if (value.ValueKind == JsonValueKind.Array && rule.TryGetProperty("items", out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(item, items, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"), errors);
            }
        }
    }

    private void CheckObject(JsonElement value, JsonElement rule, string path, List<string> errors)
    {
        if (rule.TryGetProperty("required", out JsonElement required))
        {
            errors.AddRange(required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{path}: '{r}' is missing"));
        }

        if (rule.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                if (properties.TryGetProperty(property.Name, out JsonElement inner))
                {
                    Check(property.Value, inner, $"{path}.{property.Name}", errors);
                }
                else
                {
                    errors.Add($"{path}: '{property.Name}' is not described");
                }
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
