using System.Globalization;
using System.Xml;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Writes the network as GEXF 1.3, which Gephi opens with its timeline: an edge stands at the day of its position.</summary>
internal static class GexfWriter
{
    private const string Namespace = "http://gexf.net/1.3";

    /// <summary>Writes the network of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        PositionGraph graph = PositionGraph.Of(source);
        using XmlWriter xml = XmlOutput.To(output);
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("timeformat", "date");
        xml.WriteAttributeString("timerepresentation", "timestamp");
        WriteAttributes(xml, "node", PositionGraph.NodeFields);
        WriteAttributes(xml, "edge", PositionGraph.EdgeFields);
        xml.WriteStartElement("nodes", Namespace);
        foreach (GraphNode node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", XmlOutput.Clean(node.Id));
            xml.WriteAttributeString("label", XmlOutput.Clean(node.Label));
            WriteValues(xml, PositionGraph.NodeFields, node.Fields);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        foreach (GraphEdge edge in graph.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", XmlOutput.Clean(edge.From));
            xml.WriteAttributeString("target", XmlOutput.Clean(edge.To));
            xml.WriteAttributeString("kind", edge.Fields["kind"]);
            xml.WriteAttributeString("weight", edge.Weight.ToString(CultureInfo.InvariantCulture));
            if (EntryWriter.DayText(edge.Day) is { } day)
            {
                xml.WriteAttributeString("timestamp", day);
            }

            WriteValues(xml, PositionGraph.EdgeFields, edge.Fields);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void WriteAttributes(XmlWriter xml, string of, IReadOnlyList<string> fields)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        foreach (string field in fields)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", field);
            xml.WriteAttributeString("title", field);
            xml.WriteAttributeString("type", field switch { "signed_strength" => "integer", "confidence" => "double", _ => "string" });
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, IReadOnlyList<string> names, IReadOnlyDictionary<string, string?> fields)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (string name in names.Where(name => fields.GetValueOrDefault(name) is not null))
        {
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", name);
            xml.WriteAttributeString("value", XmlOutput.Clean(fields[name]!));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
