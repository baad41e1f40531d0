package org.liptako.node.cli.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;

/** Deletes or replaces every hundredth block of a sealed copy, behind its node's back. */
final class SilentDisk {
    private static final int EVERY = 100;

    private SilentDisk() {}

    /** Gives how many are lost; each file is one block. */
    static int lose(Scene scene, Place place, String dataset, String root) {
        var copy = scene.directory()
                .of(place.state())
                .resolve("store/sealed")
                .resolve(dataset)
                .resolve(root)
                .resolve("data");
        try {
            var blocks = files(copy);
            int lost = 0;
            for (int block = EVERY / 2; block < blocks.size(); block += EVERY) {
                lose(blocks.get(block), lost % 2 == 0);
                lost++;
            }
            return lost;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var entries = Files.walk(directory)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void lose(Path block, boolean replaced) throws IOException {
        var others = new byte[Math.toIntExact(Files.size(block))];
        Files.delete(block);
        if (replaced) {
            Files.write(block, others);
        }
    }
}
