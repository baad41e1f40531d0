package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.exchange.manifest.FileList;

/**
 * The names of the files that lie somewhere, before anything is made of them.
 *
 * @param names relative to where they lie, with slashes
 * @param directory where they lie; empty for objects of a bucket, each of which appears whole
 */
public record ArrivedFiles(Set<String> names, Optional<Path> directory) {
    public ArrivedFiles {
        names = Set.copyOf(names);
    }

    static ArrivedFiles in(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            Set<String> names = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> directory.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new ArrivedFiles(names, Optional.of(directory));
        }
    }

    static ArrivedFiles of(FileList list) {
        return new ArrivedFiles(
                list.files().stream().map(file -> file.path().value()).collect(Collectors.toSet()), Optional.empty());
    }
}
