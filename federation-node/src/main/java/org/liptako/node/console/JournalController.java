package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.SignedCheckpoint;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.TlogProof;

/** The State's journal as files below {@code /journal} (C2SP tlog-tiles, "APIs"): commitments, hashes, checkpoint; payloads are nowhere here. */
@Controller("/journal")
final class JournalController {
    private static final MediaType NOTE = new MediaType("text/plain; charset=utf-8");
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final Journal journal;
    private final JournalTree tree;
    private final Checkpoints checkpoints;
    private final OwnCosignatures cosignatures;

    JournalController(Journal journal, JournalTree tree, Checkpoints checkpoints, OwnCosignatures cosignatures) {
        this.journal = journal;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    @Get("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> checkpoint() {
        try {
            SignedCheckpoint last = checkpoints.required();
            return file(cosignatures.joined(last.note()).toBytes(), NOTE, "no-cache");
        } catch (Failure failure) {
            return missing(failure.sentence());
        }
    }

    @Get("/tile/{+path}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> tile(@PathVariable String path) {
        try {
            byte[] content = tree.at(journal.state(), TilePath.parse("tile/" + path));
            return file(content, MediaType.APPLICATION_OCTET_STREAM_TYPE, FOR_GOOD);
        } catch (MalformedLogException malformed) {
            return missing(new Sentence(
                    "Il n'y a rien à ce chemin : voyez C2SP tlog-tiles.",
                    "There is nothing at this path: see C2SP tlog-tiles."));
        } catch (Failure failure) {
            return missing(failure.sentence());
        }
    }

    /** Shows offline that an entry is in the journal, as the last checkpoint has it (C2SP tlog-proof). */
    @Get("/proof/{index}")
    @Produces(MediaType.TEXT_PLAIN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> proof(@PathVariable long index) {
        try {
            SignedNote note = cosignatures.joined(checkpoints.required().note());
            long size = Checkpoint.parse(note.text()).size();
            if (index < 0 || index >= size) {
                return missing(new Sentence(
                        "L'entrée " + index + " n'est pas encore dans un point de contrôle : le dernier en a " + size
                                + ". Revenez dans un instant, ou vérifiez le numéro.",
                        "Entry " + index + " is in no checkpoint yet: the last one has " + size
                                + ". Come back in a moment, or check the number."));
            }
            byte[] proof = TlogProof.of(tree.inclusion(journal.state(), index, size), note)
                    .toBytes();
            return file(proof, NOTE, "no-cache");
        } catch (Failure failure) {
            return missing(failure.sentence());
        }
    }

    private static MutableHttpResponse<byte[]> file(byte[] content, MediaType type, String caching) {
        return HttpResponse.ok(content)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static HttpResponse<byte[]> missing(Sentence why) {
        byte[] words = (why.fr() + "\n" + why.en() + "\n").getBytes(StandardCharsets.UTF_8);
        return HttpResponse.notFound(words).contentType(NOTE).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
