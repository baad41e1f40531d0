package org.liptako.node.cli.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.liptako.node.cli.CommandFailure;

/** The report of a demonstration: what each step did, and all that an outside client needs to call the nodes. */
record DemoReport(
        List<PlayedStep> steps, List<ReportedNode> nodes, Map<String, Map<String, Pem>> clients, String root) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A step as it was played. */
    record PlayedStep(String name, String expected, String actual, boolean ok, long millis) {}

    /** A running node. */
    record ReportedNode(String state, String site, String grpc, String serverName, String console) {}

    /** A person's files. */
    record Pem(String cert, String key) {}

    void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--report " + file + " : ce fichier ne peut pas être écrit ; donnez un autre chemin.",
                    "--report " + file + ": this file cannot be written; give another path.");
        }
    }
}
