package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an act reads, writes, and whose keys it takes: what the dry run, the outline and the transcript go by.
 *
 * @param inputs files that must be there, or be made by an earlier act
 * @param outputs files that must not be there yet
 * @param newKeys names of declared keys that the act makes
 * @param usedKeys names of declared keys that the act signs with
 */
record Touches(List<Path> inputs, List<Path> outputs, List<String> newKeys, List<String> usedKeys) {
    Touches {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        newKeys = List.copyOf(newKeys);
        usedKeys = List.copyOf(usedKeys);
    }

    /** A key is made, and one file about it. */
    static Touches making(String key, Path output) {
        return new Touches(List.of(), List.of(output), List.of(key), List.of());
    }

    /** Authorities or people sign, with certificates that are inputs too. */
    static Touches signing(List<Signer> signers, List<Path> inputs, Path... outputs) {
        List<Path> read = new ArrayList<>(inputs);
        signers.forEach(signer -> read.add(signer.certificate()));
        return new Touches(
                read,
                List.of(outputs),
                List.of(),
                signers.stream().map(Signer::key).toList());
    }

    /** Something is drawn up from files, and nobody's key is taken. */
    static Touches drawing(Stream<Path> inputs, Path output) {
        return new Touches(inputs.toList(), List.of(output), List.of(), List.of());
    }
}
