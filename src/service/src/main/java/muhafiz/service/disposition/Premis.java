package muhafiz.service.disposition;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What is known of the preservation of the files in a package, as PREMIS 3.0 XML: objects with their fixity, the event of handing over, the
 * archive as its agent, and the rule under which each was kept. One thread.
 */
final class Premis {
    private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String AGENT = "muhafiz";

    private final XMLStreamWriter xml;

    private Premis(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * A file in the package.
     *
     * @param path in the bag
     * @param sha256 of its bytes, in lower-case hex
     * @param rule of retention under which it was kept
     */
    record Kept(String id, String path, String sha256, long size, String mediaType, String rule) {}

    /**
     * The handing over.
     *
     * @param id of the disposition or export
     */
    record Event(String id, Instant at) {}

    static void write(OutputStream out, Event event, List<Kept> files) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new Premis(xml).write(event, files);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the description of a package cannot be written", e);
        }
    }

    private void write(Event event, List<Kept> files) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("premis");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", XSI);
        xml.writeAttribute("version", "3.0");
        for (Kept file : files) {
            object(event, file);
        }
        handingOver(event, files);
        agent();
        for (Kept file : files) {
            rights(file);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void object(Event event, Kept file) throws XMLStreamException {
        xml.writeStartElement("object");
        xml.writeAttribute("xsi", XSI, "type", "file");
        identifier("objectIdentifier", file.id());
        xml.writeStartElement("objectCharacteristics");
        xml.writeStartElement("fixity");
        text("messageDigestAlgorithm", "SHA-256");
        text("messageDigest", file.sha256());
        xml.writeEndElement();
        text("size", Long.toString(file.size()));
        xml.writeStartElement("format");
        xml.writeStartElement("formatDesignation");
        text("formatName", file.mediaType());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        text("originalName", file.path());
        identifier("linkingEventIdentifier", event.id());
        xml.writeEndElement();
    }

    private void handingOver(Event event, List<Kept> files) throws XMLStreamException {
        xml.writeStartElement("event");
        identifier("eventIdentifier", event.id());
        text("eventType", "transfer");
        text("eventDateTime", event.at().toString());
        identifier("linkingAgentIdentifier", AGENT);
        for (Kept file : files) {
            identifier("linkingObjectIdentifier", file.id());
        }
        xml.writeEndElement();
    }

    private void agent() throws XMLStreamException {
        xml.writeStartElement("agent");
        identifier("agentIdentifier", AGENT);
        text("agentName", "Muhafiz");
        text("agentType", "software");
        xml.writeEndElement();
    }

    private void rights(Kept file) throws XMLStreamException {
        xml.writeStartElement("rights");
        xml.writeStartElement("rightsStatement");
        identifier("rightsStatementIdentifier", file.rule() + "/" + file.id());
        text("rightsBasis", "other");
        xml.writeStartElement("otherRightsInformation");
        text("otherRightsBasis", "retention rule " + file.rule());
        xml.writeEndElement();
        identifier("linkingObjectIdentifier", file.id());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void identifier(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        text(name + "Type", "local");
        text(name + "Value", value);
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
