package org.liptako.node.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The samples that the product ships: places, datasets and rules, all invented and without legal value. */
public final class SampleFiles {
    private static final List<String> RULES = List.of("aes.yaml", "bf.yaml", "ml.yaml", "ne.yaml");

    private SampleFiles() {}

    /** Writes the sample rules into a directory. */
    public static void writeRules(Path directory) {
        try {
            Files.createDirectories(directory);
            for (var name : RULES) {
                try (var rules = open("rules/" + name)) {
                    Files.copy(rules, directory.resolve(name));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The catalogue of places. */
    public static String sites() {
        return text("sites.yaml");
    }

    /** The catalogue of datasets. */
    public static String datasets() {
        return text("datasets.yaml");
    }

    private static String text(String name) {
        try (var sample = open(name)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        var sample = SampleFiles.class.getResourceAsStream("/samples/" + name);
        if (sample == null) {
            throw new IllegalStateException("the sample " + name + " is not in the product");
        }
        return sample;
    }
}
