package org.liptako.node.cli.demo.stage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.node.StartCache;

/**
 * One node as a process of its own, running the same program as this one.
 *
 * <p>The node watches its standard input: when this process dies, by whatever means, the pipe closes and the node stops.
 */
final class NodeProcess {
    private static final Duration START = Duration.ofMinutes(4);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Place place;
    private final Path config;
    private final Path card;
    private final Path log;
    private final NodeJava java;
    private Process process;

    /** Starts the node; {@link #awaitCard} tells when it is up. */
    NodeProcess(Place place, Path config, NodeJava java) {
        this.place = place;
        this.config = config;
        this.java = java;
        this.card = config.resolveSibling("data").resolve("node.json");
        this.log = config.resolveSibling("log");
        this.process = launch();
    }

    /** Starts the node again after {@link #kill}. */
    void startAgain() {
        process = launch();
    }

    /** Waits until the node serves, and gives the ports it was given. */
    NodeCard awaitCard() {
        return Await.until(START, this::cardOfThisProcess)
                .orElseThrow(() -> CommandFailure.down(
                        "le nœud de " + place.site() + " ne démarre pas ; son journal : " + log,
                        "the node of " + place.site() + " does not start; its log: " + log));
    }

    /** Kills the node as a power cut would (kill -9). Its database outlives it: the next start has to cope with that. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops the node, and by force whatever of it is left. */
    void stop() {
        var children = process.descendants().toList();
        process.destroy();
        awaitEnd();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private Process launch() {
        try {
            Files.deleteIfExists(card);
            return new ProcessBuilder(command())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(StartCache.java());
        command.addAll(StartCache.FLAGS);
        command.addAll(java.flags());
        command.addAll(List.of(
                "-cp",
                StartCache.classPath(),
                "org.liptako.node.cli.Liptako",
                "node",
                "--config",
                config.toString(),
                "--while-stdin-open"));
        return command;
    }

    private Optional<NodeCard> cardOfThisProcess() {
        if (!process.isAlive()) {
            throw CommandFailure.down(
                    "le nœud de " + place.site() + " s'est arrêté ; son journal : " + log,
                    "the node of " + place.site() + " has stopped; its log: " + log);
        }
        if (!Files.exists(card)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(card.toFile(), NodeCard.class))
                    .filter(read -> read.pid() == process.pid());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(java.end().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
