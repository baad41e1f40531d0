package org.liptako.node.registry.table;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a package as a stream of elements, by local names; a document type is refused, so that nothing is fetched or multiplied. */
final class XmlPart {
    private static final XMLInputFactory FACTORY = factory();

    /** No part that is read is as deep; each element that is open takes memory. */
    private static final int DEEPEST = 100;

    /** Told of each element as it begins; may read on within it. */
    @FunctionalInterface
    interface Elements {
        void begins(String name, XmlPart part) throws XMLStreamException;
    }

    private final XMLStreamReader reader;
    private int depth;

    private XmlPart(XMLStreamReader reader) {
        this.reader = reader;
    }

    static void read(byte[] part, Elements elements) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            XmlPart read = new XmlPart(reader);
            while (reader.hasNext()) {
                int event = read.next();
                if (event == XMLStreamConstants.DTD) {
                    throw XlsxParts.unreadable();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    elements.begins(reader.getLocalName(), read);
                }
            }
        } catch (XMLStreamException broken) {
            throw XlsxParts.unreadable();
        }
    }

    /** An attribute of the element that begins, by its local name; those of a namespace, such as {@code r:id}, too. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** All text of the elements {@code t} within the one that begins, without what {@code rPh} tells of its pronunciation; reads to its end. */
    String runs(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (!ended(element)) {
            if (reader.isStartElement() && reader.getLocalName().equals("rPh")) {
                skip("rPh");
            } else if (reader.isStartElement() && reader.getLocalName().equals("t")) {
                text.append(text());
            }
        }
        return text.toString();
    }

    /** The text of the element that begins, which has no elements in it. */
    String text() throws XMLStreamException {
        String text = reader.getElementText();
        // It has read to the end of the element.
        depth--;
        return text;
    }

    /** Goes on by one; whether the element of that name has ended. */
    boolean ended(String element) throws XMLStreamException {
        return next() == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
    }

    /** The name of the element that begins here; empty anywhere else. */
    String beginning() {
        return reader.isStartElement() ? reader.getLocalName() : "";
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (depth > DEEPEST) {
            throw XlsxParts.unreadable();
        }
        return event;
    }

    private void skip(String element) throws XMLStreamException {
        while (!ended(element)) {
            // Nothing in it is wanted.
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
