package org.liptako.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.liptako.node.config.NodeConfig;

/**
 * Where a running node answers, as {@code node.json} in its directory tells it.
 *
 * @param grpc the port of gRPC
 * @param console the port of the web pages in clear
 * @param https the port of the same over TLS
 */
public record NodeCard(long pid, int grpc, int console, int https, String state, String site) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static NodeCard of(NodeConfig node, int grpc, int console, int https) {
        return new NodeCard(
                ProcessHandle.current().pid(),
                grpc,
                console,
                https,
                node.state().name(),
                node.site().value());
    }

    /** Atomically: whoever reads the file reads the whole of it. */
    void write(Path directory) {
        try {
            Path written = Files.write(directory.resolve("node.json.new"), JSON.writeValueAsBytes(this));
            Files.move(written, directory.resolve("node.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("node.json cannot be written in " + directory, e);
        }
    }
}
