package org.liptako.node.cli.demo.story;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;

/** Changes one byte of what Mali has published, where the demonstration was told to break that. */
final class CorruptedDisk {
    private static final long POSITION = 5 << 20;

    private CorruptedDisk() {}

    static void before(Scene scene) {
        if (scene.fault() != Fault.CORRUPTED_CHUNK) {
            return;
        }
        var file = scene.directory()
                .publish(Place.BAMAKO.state())
                .resolve(PermittedCopy.DATASET)
                .resolve("registre.bin");
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(POSITION);
            int was = bytes.read();
            bytes.seek(POSITION);
            bytes.write(was ^ 1);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
