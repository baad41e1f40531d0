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
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/**
 * The names of the files that lie somewhere, before anything is made of them.
 *
 * @param names relative to where they lie, with slashes
 * @param directory where they lie; empty for objects of a bucket, each of which appears whole
 */
public record ArrivedFiles(Set<String> names, Optional<Path> directory) {
    private static final int LONGEST_NAME = 120;

    public ArrivedFiles {
        names = Set.copyOf(names);
    }

    /** @throws Failure NOT_READY if a link is among them, before a version is made that holds one */
    static ArrivedFiles in(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            Set<String> names = all.filter(path -> isFile(directory, path))
                    .map(path -> directory.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new ArrivedFiles(names, Optional.of(directory));
        }
    }

    private static boolean isFile(Path directory, Path path) {
        if (Files.isSymbolicLink(path)) {
            String name = Printable.line(directory.relativize(path).toString(), LONGEST_NAME);
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "« " + name
                            + " » est un lien symbolique, qu'une liste d'empreintes ne prouve pas ; mettez le fichier"
                            + " à sa place.",
                    "\"" + name + "\" is a symbolic link, which a list of digests does not prove; put the file in its"
                            + " place.");
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    static ArrivedFiles of(FileList list) {
        return new ArrivedFiles(
                list.files().stream().map(file -> file.path().value()).collect(Collectors.toSet()), Optional.empty());
    }
}
