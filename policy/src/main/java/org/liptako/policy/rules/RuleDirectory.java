package org.liptako.policy.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.yaml.Place;

/** Takes the files of a rules directory from disk; links are followed, loops of them are errors. */
public record RuleDirectory(Path root, Findings findings) {

    private static final int MIB = 1024 * 1024;
    private static final int MOST_FILE_MIB = 16;
    private static final int MOST_MIB = 256;
    private static final int MOST_FILES = 10_000;

    /** Every file, by path; of the kinds that are not wanted, no bytes are read. Rules are read with their vocabulary. */
    public List<SourceFile> files(FileKind wanted) {
        List<SourceFile> files = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            findings.in(".").error(Place.START, DirectoryMistake.NO_DIRECTORY);
            return files;
        }
        long total = 0;
        for (Path path : paths()) {
            String name = nameOf(path);
            byte[] bytes = isWanted(FileKind.of(name), wanted) ? read(path, name) : new byte[0];
            total += bytes.length;
            if (total > (long) MOST_MIB * MIB) {
                findings.in(name).error(Place.START, DirectoryMistake.DIRECTORY_TOO_LARGE, MOST_MIB);
                break;
            }
            files.add(new SourceFile(name, bytes));
        }
        return files;
    }

    private static boolean isWanted(FileKind kind, FileKind wanted) {
        return kind == wanted || (kind == FileKind.VOCABULARY && wanted == FileKind.RULES);
    }

    private List<Path> paths() {
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> paths = walk.filter(path -> !Files.isDirectory(path))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (paths.size() > MOST_FILES) {
                findings.in(".").error(Place.START, DirectoryMistake.TOO_MANY_FILES, MOST_FILES);
            }
            return paths;
        } catch (IOException | UncheckedIOException e) {
            findings.in(".").error(Place.START, DirectoryMistake.UNREADABLE, culprit(e));
            return List.of();
        }
    }

    private byte[] read(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            findings.in(name).error(Place.START, DirectoryMistake.UNREADABLE, name);
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_FILE_MIB * MIB + 1);
            if (bytes.length <= MOST_FILE_MIB * MIB) {
                return bytes;
            }
            findings.in(name).error(Place.START, DirectoryMistake.FILE_TOO_LARGE, MOST_FILE_MIB);
        } catch (IOException e) {
            findings.in(name).error(Place.START, DirectoryMistake.UNREADABLE, name);
        }
        return new byte[0];
    }

    private String nameOf(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static String culprit(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        return cause instanceof FileSystemException named && named.getFile() != null ? named.getFile() : ".";
    }
}
