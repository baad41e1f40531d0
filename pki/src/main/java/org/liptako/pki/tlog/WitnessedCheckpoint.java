package org.liptako.pki.tlog;

import java.util.List;

/**
 * A checkpoint that its log has signed, and the witnesses that cosigned it.
 *
 * @param cosignatures one a witness, verified; none when no witness was asked or answered
 */
public record WitnessedCheckpoint(Checkpoint checkpoint, List<Cosignature> cosignatures) {
    public WitnessedCheckpoint {
        cosignatures = List.copyOf(cosignatures);
    }
}
