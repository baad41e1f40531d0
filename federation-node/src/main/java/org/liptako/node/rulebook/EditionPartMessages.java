package org.liptako.node.rulebook;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.EditionPart;
import org.liptako.rulebook.v1.RuleFilePart;

/** Puts editions together out of the parts in which they travel, within limits. Not thread-safe: the parts of one stream come one after the other. */
final class EditionPartMessages {
    private static final long MOST_BYTES = 64L << 20;

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private org.liptako.rulebook.v1.@Nullable SignedEdition begun;
    private @Nullable String last;
    private long bytes;

    /**
     * Takes the next part.
     *
     * @return the edition before, where this part begins another
     */
    Optional<SignedEdition> take(EditionPart part) {
        return switch (part.getPartCase()) {
            case EDITION -> {
                Optional<SignedEdition> whole = end();
                begun = part.getEdition();
                yield whole;
            }
            case FILE -> {
                add(part.getFile());
                yield Optional.empty();
            }
            case PART_NOT_SET -> throw malformed();
        };
    }

    /** The edition that was under way; after it another may begin. */
    Optional<SignedEdition> end() {
        var edition = begun;
        if (edition == null) {
            return Optional.empty();
        }
        List<SourceFile> whole = files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue().toByteArray()))
                .toList();
        files.clear();
        begun = null;
        last = null;
        bytes = 0;
        return Optional.of(new SignedEdition(
                edition.getContent().toByteArray(), edition.getSignatures().toByteArray(), whole));
    }

    private void add(RuleFilePart part) {
        bytes += part.getContent().size();
        boolean goesOn = part.getPath().equals(last);
        if (begun == null || (!goesOn && files.containsKey(part.getPath()))) {
            throw malformed();
        }
        if (bytes > MOST_BYTES || files.size() > RuleEdition.MOST_FILES) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Une édition tient en 64 Mio et 10 000 fichiers ; scindez ou allégez les règles.",
                    "An edition takes at most 64 MiB and 10,000 files; make the rules fewer or shorter.");
        }
        files.computeIfAbsent(part.getPath(), path -> new ByteArrayOutputStream())
                .writeBytes(part.getContent().toByteArray());
        last = part.getPath();
    }

    private static Failure malformed() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Une édition voyage d'abord par son document, puis fichier par fichier.",
                "An edition travels as its document first, then file by file.");
    }
}
