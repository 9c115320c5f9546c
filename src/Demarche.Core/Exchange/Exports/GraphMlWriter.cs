using System.Globalization;
using System.Xml;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Writes the network as GraphML, which most network programs read: igraph, NetworkX, Gephi, yEd.</summary>
internal static class GraphMlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes the network of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        PositionGraph graph = PositionGraph.Of(source);
        using XmlWriter xml = XmlOutput.To(output);
        xml.WriteStartElement("graphml", Namespace);
        foreach (string field in PositionGraph.NodeFields.Prepend("label"))
        {
            WriteKey(xml, "node", field, "string");
        }

        foreach (string field in PositionGraph.EdgeFields)
        {
            WriteKey(xml, "edge", field, field switch { "signed_strength" => "int", "confidence" => "double", _ => "string" });
        }

        WriteKey(xml, "edge", "date", "string");
        WriteKey(xml, "edge", "weight", "int");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (GraphNode node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", XmlOutput.Clean(node.Id));
            WriteData(xml, "node", "label", node.Label);
            WriteFields(xml, "node", PositionGraph.NodeFields, node.Fields);
            xml.WriteEndElement();
        }

        foreach (GraphEdge edge in graph.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", XmlOutput.Clean(edge.From));
            xml.WriteAttributeString("target", XmlOutput.Clean(edge.To));
            WriteFields(xml, "edge", PositionGraph.EdgeFields, edge.Fields);
            WriteData(xml, "edge", "date", EntryWriter.DayText(edge.Day));
            WriteData(xml, "edge", "weight", edge.Weight.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void WriteKey(XmlWriter xml, string of, string field, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{of}-{field}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", field);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteFields(XmlWriter xml, string of, IReadOnlyList<string> names, IReadOnlyDictionary<string, string?> fields)
    {
        foreach (string name in names)
        {
            WriteData(xml, of, name, fields.GetValueOrDefault(name));
        }
    }

    private static void WriteData(XmlWriter xml, string of, string field, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", $"{of}-{field}");
            xml.WriteString(XmlOutput.Clean(value));
            xml.WriteEndElement();
        }
    }
}
