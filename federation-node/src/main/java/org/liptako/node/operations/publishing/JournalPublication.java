package org.liptako.node.operations.publishing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.SignedCheckpoint;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.LogPaths;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.TilePath;

/**
 * Brings what is published of this State's journal up to its last checkpoint: what is new, then the checkpoint that names it, so that the place is whole at every moment and a publication that was
 * killed goes on where it was. What is there is never written over with other bytes; only the checkpoint is, by one that has grown out of it.
 */
final class JournalPublication {
    private static final String CHECKPOINT = "checkpoint";

    private final State own;
    private final JournalTree tree;
    private final Checkpoints checkpoints;
    private final OwnCosignatures cosignatures;
    private final PublishedFiles files;

    JournalPublication(
            State own, JournalTree tree, Checkpoints checkpoints, OwnCosignatures cosignatures, PublishedFiles files) {
        this.own = own;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.files = files;
    }

    /** Where it is published, for people. */
    String place() {
        return files.place();
    }

    /**
     * Publishes what is new.
     *
     * @return how many files were written; 0 where nothing is new, or nothing was signed yet
     * @throws Failure JOURNAL_CONTRADICTS if what is published is another journal, or more of this one: it stays as it is
     */
    long publish() throws IOException {
        Optional<SignedCheckpoint> last = checkpoints.last();
        if (last.isEmpty()) {
            return 0;
        }
        SignedNote note = cosignatures.joined(last.get().note());
        Optional<byte[]> published = files.read(CHECKPOINT);
        if (published.filter(there -> Arrays.equals(there, note.toBytes())).isPresent()) {
            return 0;
        }
        Checkpoint offered = Checkpoint.parse(note.text());
        long from = published.isPresent() ? continued(published.get(), offered) : 0;
        long written = 1;
        for (Iterator<TilePath> paths = LogPaths.between(from, offered.size()).iterator(); paths.hasNext(); ) {
            written += put(paths.next()) ? 1 : 0;
        }
        if (!isStill(published)) {
            // Another process was quicker, and may have published a later one: the next round goes on from there.
            return written - 1;
        }
        files.write(CHECKPOINT, note.toBytes());
        List<String> narrower = LogPaths.filled(from, offered.size()).toList();
        for (String path : narrower) {
            files.removeBelow(path);
        }
        return written;
    }

    private boolean isStill(Optional<byte[]> published) throws IOException {
        return Arrays.equals(files.read(CHECKPOINT).orElse(new byte[0]), published.orElse(new byte[0]));
    }

    /** The size of the published checkpoint, which the offered one has grown out of. */
    private long continued(byte[] published, Checkpoint offered) {
        Checkpoint there = parsed(published);
        boolean continues = there.origin().equals(offered.origin())
                && there.size() <= offered.size()
                && tree.root(own, there.size()).equals(there.root());
        if (!continues) {
            throw Failure.of(
                    ErrorCode.JOURNAL_CONTRADICTS,
                    "Ce qui est publié dans " + place() + " (" + there.origin() + ", "
                            + Count.fr(there.size(), "entrée") + ") n'est pas le début de ce journal ("
                            + offered.origin() + ", "
                            + Count.fr(offered.size(), "entrée")
                            + ") : rien n'y est remplacé. Auditez le journal avec --since, et publiez ailleurs.",
                    "What is published in " + place() + " (" + there.origin() + ", "
                            + Count.en(there.size(), "entry", "entries") + ") is not the beginning of this journal ("
                            + offered.origin() + ", "
                            + Count.en(offered.size(), "entry", "entries")
                            + "): nothing is replaced there. Audit the journal with --since, and publish elsewhere.");
        }
        return there.size();
    }

    private Checkpoint parsed(byte[] published) {
        try {
            return Checkpoint.parse(SignedNote.parse(published).text());
        } catch (MalformedLogException e) {
            throw other(CHECKPOINT);
        }
    }

    /** Whether it was not there yet. */
    private boolean put(TilePath path) throws IOException {
        byte[] content = tree.at(own, path);
        Optional<byte[]> there = files.read(path.path());
        if (there.isPresent()) {
            if (!Arrays.equals(there.get(), content)) {
                throw other(path.path());
            }
            return false;
        }
        files.write(path.path(), content);
        return true;
    }

    private Failure other(String path) {
        return Failure.of(
                ErrorCode.JOURNAL_CONTRADICTS,
                "Le fichier " + path + " publié dans " + place()
                        + " n'est pas celui de ce journal : rien n'y est remplacé. Écartez ce qui s'y trouve, ou publiez ailleurs.",
                "The file " + path + " that is published in " + place()
                        + " is not this journal's: nothing is replaced there. Put aside what is there, or publish elsewhere.");
    }
}
