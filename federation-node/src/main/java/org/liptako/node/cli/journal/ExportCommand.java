package org.liptako.node.cli.journal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.GetConsistencyProofRequest;
import org.liptako.journal.v1.GetTileRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.node.wire.Count;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.LogPaths;
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
                        "Journal exporté dans " + directory + " : "
                                + Count.fr(written, "fichier écrit", "fichiers écrits") + ".",
                        "Journal exported to " + directory + ": " + Count.en(written, "file") + " written.");
        return ExitCode.DONE;
    }

    private long export(NodeConnection connection) {
        byte[] note = connection
                .service(JournalServiceGrpc::newBlockingStub)
                .getCheckpoint(GetCheckpointRequest.getDefaultInstance())
                .getCheckpoint()
                .toByteArray();
        LogDirectory files = new LogDirectory(directory);
        Checkpoint offered = checkpoint(note);
        files.kept().ifPresent(kept -> refuseContradiction(connection, kept, offered));
        long written = 0;
        for (TilePath path : (Iterable<TilePath>) LogPaths.of(offered.size())::iterator) {
            if (!files.has(path)) {
                files.write(path.path(), fetch(connection, path));
                written++;
            }
        }
        files.write("checkpoint", note);
        return written + 1;
    }

    /** What was exported before is evidence where the journal is no longer what it was: it is not overwritten. */
    private void refuseContradiction(NodeConnection connection, Checkpoint kept, Checkpoint offered) {
        if (!kept.origin().equals(offered.origin())) {
            throw CommandFailure.refused(
                    directory + " contient l'export d'un autre journal, " + kept.origin()
                            + " : il reste tel quel, exportez " + offered.origin() + " dans un autre dossier.",
                    directory + " has the export of another journal, " + kept.origin() + ": it stays as it is, export "
                            + offered.origin() + " to another directory.");
        }
        String since = directory.resolve("checkpoint").toString();
        if (kept.size() > offered.size()) {
            throw CommandFailure.refused(
                    "L'export gardé a " + Count.fr(kept.size(), "entrée") + ", le journal du nœud n'en a plus que "
                            + offered.size() + " : l'export reste tel quel, auditez le journal avec --since " + since
                            + ".",
                    "The kept export has " + Count.en(kept.size(), "entry", "entries")
                            + ", the node's journal has only " + offered.size()
                            + ": the export stays as it is, audit the journal with --since " + since + ".");
        }
        if (!rootAt(connection, kept.size(), offered).equals(kept.root())) {
            throw CommandFailure.refused(
                    "L'export gardé, de " + Count.fr(kept.size(), "entrée")
                            + ", n'est pas le début du journal du nœud, de "
                            + Count.fr(offered.size(), "entrée") + " : l'export reste tel quel, auditez le"
                            + " journal avec --since " + since + ".",
                    "The kept export, of " + Count.en(kept.size(), "entry", "entries")
                            + ", is not the beginning of the node's journal, of "
                            + Count.en(offered.size(), "entry", "entries")
                            + ": the export stays as it is, audit the journal with"
                            + " --since " + since + ".");
        }
    }

    private static Digest rootAt(NodeConnection connection, long size, Checkpoint offered) {
        return size == offered.size()
                ? offered.root()
                : Digest.of(connection
                        .service(JournalServiceGrpc::newBlockingStub)
                        .getConsistencyProof(GetConsistencyProofRequest.newBuilder()
                                .setOldSize(size)
                                .build())
                        .getOldRoot()
                        .toByteArray());
    }

    private static byte[] fetch(NodeConnection connection, TilePath path) {
        return connection
                .service(JournalServiceGrpc::newBlockingStub)
                .getTile(GetTileRequest.newBuilder().setPath(path.path()).build())
                .getContent()
                .toByteArray();
    }

    private static Checkpoint checkpoint(byte[] note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (MalformedLogException e) {
            throw CommandFailure.refused(
                    "Le point de contrôle que donne le nœud n'en est pas un : " + e.french(),
                    "The checkpoint that the node gives is none: " + e.english());
        }
    }
}
