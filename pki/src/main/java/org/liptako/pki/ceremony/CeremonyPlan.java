package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.KeySource;
import org.liptako.pki.name.Zone;

/**
 * What a declaration says is to be made, by whom, with which keys.
 *
 * @param directory where relative paths begin: the declaration's own
 * @param declaration the digest of the declaration's bytes
 * @param witnesses who is present, by name, at least two
 * @param keys where each named key is kept
 * @param acts in the order of the ceremony
 * @param transcript the file that the transcript is written to
 */
public record CeremonyPlan(
        String title,
        String place,
        Zone zone,
        Path directory,
        Digest declaration,
        List<String> witnesses,
        Map<String, KeySource> keys,
        List<Act> acts,
        Path transcript) {
    public CeremonyPlan {
        witnesses = List.copyOf(witnesses);
        keys = Map.copyOf(keys);
        acts = List.copyOf(acts);
    }

    KeySource key(String name) {
        KeySource source = keys.get(name);
        if (source == null) {
            throw new CeremonyException(
                    "La clé " + name + " n'est pas déclarée sous keys : déclarez-la.",
                    "The key " + name + " is not declared under keys: declare it.");
        }
        return source;
    }

    /** A path as it is told: from the declaration's directory. */
    String told(Path file) {
        return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    }
}
