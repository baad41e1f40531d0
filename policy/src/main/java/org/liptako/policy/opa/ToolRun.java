package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A program that was run to its end, and what it said. */
record ToolRun(int exitCode, List<String> lines) {

    static ToolRun of(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream output = process.getInputStream()) {
                List<String> lines =
                        new String(output.readAllBytes(), UTF_8).lines().toList();
                return new ToolRun(process.waitFor(), lines);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            return new ToolRun(-1, List.of(String.valueOf(failure.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ToolRun(-1, List.of("interrupted"));
        }
    }

    String lastLine() {
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }
}
