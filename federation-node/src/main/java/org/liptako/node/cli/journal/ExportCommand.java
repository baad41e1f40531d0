package org.liptako.node.cli.journal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.GetTileRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.TilePath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code liptako journal export}: writes the journal's files into a directory that any web server can serve, and that any tool for the format reads.
 *
 * <p>What is there already stays; the checkpoint is written last, so that the directory is whole at every moment.
 */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", descriptionKey = "journalDirectory")
    private Path directory;

    @Mixin
    private NodeOptions node;

    ExportCommand() {}

    @Override
    public Integer call() {
        long written = node.call(this::export);
        Screen.of(spec)
                .line(
                        "Journal exporté dans " + directory + " : " + written + " fichiers écrits.",
                        "Journal exported to " + directory + ": " + written + " files written.");
        return ExitCode.DONE;
    }

    private long export(NodeConnection connection) {
        byte[] note = connection
                .service(JournalServiceGrpc::newBlockingStub)
                .getCheckpoint(GetCheckpointRequest.getDefaultInstance())
                .getCheckpoint()
                .toByteArray();
        LogDirectory files = new LogDirectory(directory);
        long written = 0;
        for (TilePath path : LogPaths.of(sizeOf(note))) {
            if (!files.has(path)) {
                files.write(path.path(), fetch(connection, path));
                written++;
            }
        }
        files.write("checkpoint", note);
        return written + 1;
    }

    private static byte[] fetch(NodeConnection connection, TilePath path) {
        return connection
                .service(JournalServiceGrpc::newBlockingStub)
                .getTile(GetTileRequest.newBuilder().setPath(path.path()).build())
                .getContent()
                .toByteArray();
    }

    private static long sizeOf(byte[] note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text()).size();
        } catch (MalformedLogException e) {
            throw CommandFailure.refused(
                    "Le point de contrôle que donne le nœud n'en est pas un : " + e.getMessage(),
                    "The checkpoint that the node gives is none: " + e.getMessage());
        }
    }
}
