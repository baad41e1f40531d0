package org.liptako.policy.scenario;

import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.liptako.policy.vocabulary.Bilingual;

/** Results as the XML that build servers read: a suite for each file, a case for each scenario. */
public final class JUnitReport {

    private JUnitReport() {}

    /** Writes the results in UTF-8; the stream is not closed. */
    public static void write(List<ScenarioResult> results, OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        var byFile = results.stream()
                .collect(Collectors.groupingBy(result -> result.scenario().file(), TreeMap::new, Collectors.toList()));
        for (var suite : byFile.entrySet()) {
            write(suite.getKey(), suite.getValue(), xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void write(String file, List<ScenarioResult> results, XMLStreamWriter xml)
            throws XMLStreamException {
        long failures = results.stream().filter(result -> !result.passed()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (ScenarioResult result : results) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", file);
            xml.writeAttribute("name", result.scenario().name());
            if (!result.passed()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", joined(result));
                xml.writeCharacters(result.scenario().where());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String joined(ScenarioResult result) {
        return result.mismatches().stream().map(Bilingual::fr).collect(Collectors.joining(" ; "));
    }
}
