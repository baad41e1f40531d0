package org.liptako.policy.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.policy.rules.SourceFile;

/**
 * An edition as it lies on disk: {@code edition.json}, which officers sign, {@code signatures.p7s} once they have, the rule files under {@code regles/}, and
 * what was attached under {@code annexes/}.
 */
public record EditionDirectory(Path root) {
    private static final String DOCUMENT = "edition.json";
    private static final String SIGNATURES = "signatures.p7s";
    private static final String RULES = "regles";
    private static final String ANNEXES = "annexes";
    private static final long MOST_BYTES = 64L << 20;

    /** What is signed. */
    public Path document() {
        return root.resolve(DOCUMENT);
    }

    /** Where the signatures go. */
    public Path signatures() {
        return root.resolve(SIGNATURES);
    }

    /** Writes all but the signatures into a directory that is made if it is not there. */
    public void write(byte[] document, List<SourceFile> rules, List<SourceFile> annexes) throws IOException {
        Files.createDirectories(root);
        write(RULES, rules);
        write(ANNEXES, annexes);
        Files.write(document(), document);
    }

    /** The document, byte for byte. */
    public byte[] readDocument() throws IOException {
        return read(document(), EditionCodec.MAX_BYTES);
    }

    /** The signatures; empty before the first. */
    public Optional<byte[]> readSignatures() throws IOException {
        return Files.exists(signatures()) ? Optional.of(read(signatures(), MOST_BYTES)) : Optional.empty();
    }

    /** Every file beside the rules' own, whether the document lists it or not. */
    public List<SourceFile> readRules() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        Path folder = root.resolve(RULES);
        try (Stream<Path> walk = Files.walk(folder)) {
            long bytes = 0;
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                bytes += Files.size(path);
                if (bytes > MOST_BYTES || files.size() == RuleEdition.MOST_FILES) {
                    throw new IOException(folder + " holds more than an edition may.");
                }
                String name = folder.relativize(path).toString();
                files.add(new SourceFile(
                        name.replace(path.getFileSystem().getSeparator(), "/"), Files.readAllBytes(path)));
            }
        }
        return files;
    }

    private void write(String folder, List<SourceFile> files) throws IOException {
        for (SourceFile file : files) {
            Path path = root.resolve(folder).resolve(file.path());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.bytes());
        }
    }

    private static byte[] read(Path file, long most) throws IOException {
        if (Files.size(file) > most) {
            throw new IOException(file + " is larger than such a file may be.");
        }
        return Files.readAllBytes(file);
    }
}
