package org.liptako.node.cli.receipt;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.evidence.Digest;

/**
 * The file of a receipt, as it was checked.
 *
 * @param name the file's own name, without its directory
 * @param digest SHA-256 of its bytes
 * @param at by the clock of the machine that checked it
 * @param roots SHA-256 of each root certificate (DER) that was believed
 */
record CheckedFile(String name, Digest digest, Instant at, List<Digest> roots) {
    CheckedFile {
        roots = List.copyOf(roots);
    }
}
