package org.liptako.node.cli.client;

import com.google.protobuf.MessageOrBuilder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.JsonLine;
import org.liptako.node.cli.Screen;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Zone;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that puts one question to a node and shows its answer: a line of JSON to a machine, words and tables to a person.
 *
 * @param <A> the answer
 */
public abstract class NodeQuestion<A extends MessageOrBuilder> implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOptions node;

    /** Puts the question. */
    protected abstract A ask(NodeConnection node);

    /** Shows the answer to a person. */
    protected abstract void show(A answer, Screen screen);

    /** Where the command writes. */
    protected final Screen screen() {
        return Screen.of(spec);
    }

    /** The caller's own key and chain, for a command that signs too. */
    protected final Credential caller() {
        return node.caller();
    }

    /** The root that the node is believed by, for a command that checks offline too. */
    protected final Path root() {
        return node.root();
    }

    /** The zone that the node's name lies in. */
    protected final Zone zone() {
        return node.zone();
    }

    /** The exit code that the answer calls for. */
    protected int exitCode(A answer) {
        return ExitCode.DONE;
    }

    @Override
    public final Integer call() {
        var answer = node.call(this::ask);
        var screen = screen();
        if (node.json()) {
            screen.line(JsonLine.of(answer));
        } else {
            show(answer, screen);
        }
        return exitCode(answer);
    }
}
