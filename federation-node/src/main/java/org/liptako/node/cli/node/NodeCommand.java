package org.liptako.node.cli.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.node.Node;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.config.ConfigException;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako node}: runs one node until it is told to end. */
@Command(name = "node")
public final class NodeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(NodeCommand.class);

    @Option(names = "--config", required = true, paramLabel = "FILE", descriptionKey = "config")
    private Path config;

    /** For whoever starts nodes of its own: when it dies, however it dies, the pipe to the node closes. */
    @Option(names = "--while-stdin-open", descriptionKey = "whileStdinOpen")
    private boolean whileStdinOpen;

    NodeCommand() {}

    @Override
    public Integer call() {
        if (whileStdinOpen) {
            Thread.ofPlatform().daemon().name("stdin").start(NodeCommand::endWithStdin);
        }
        try {
            Node.run(config);
            return ExitCode.DONE;
        } catch (ConfigException refused) {
            throw CommandFailure.badInput(
                    refused.sentence().fr(), refused.sentence().en());
        } catch (RuntimeException failed) {
            LOG.error("The node does not start.", failed);
            Sentence why = Reason.below(failed);
            throw CommandFailure.down("le nœud ne démarre pas : " + why.fr(), "the node does not start: " + why.en());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.DOWN;
        }
    }

    private static void endWithStdin() {
        try {
            // What is said does not matter; that it ends does.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            LOG.debug("stdin is broken, which is as good as an end", broken);
        }
        System.exit(ExitCode.DONE);
    }
}
