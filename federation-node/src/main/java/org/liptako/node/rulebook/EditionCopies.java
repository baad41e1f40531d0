package org.liptako.node.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liptako.policy.edition.EditionDirectory;
import org.liptako.policy.edition.HeldEdition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy on disk of every edition taken, to be read and verified without the node. The node itself reads the database. */
final class EditionCopies {
    private static final Logger LOG = LoggerFactory.getLogger(EditionCopies.class);

    private final Path directory;

    EditionCopies(Path directory) {
        this.directory = directory;
    }

    /** Best effort: the edition stands whether its copy can be written or not. */
    void write(HeldEdition held, SignedEdition signed) {
        Path place = directory.resolve(held.edition().jurisdiction().name()).resolve("%06d".formatted(held.version()));
        try {
            EditionDirectory copy = new EditionDirectory(place);
            copy.write(signed.content(), signed.files(), List.of());
            Files.write(copy.signatures(), signed.signatures());
        } catch (IOException e) {
            LOG.warn("The copy of an edition cannot be written to {}.", place, e);
        }
    }
}
