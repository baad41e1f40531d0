package org.liptako.node.rulebook;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.RuleFilePart;

/** Puts rule files together out of the parts in which they travel, within limits. Not thread-safe: the parts of one stream come one after the other. */
public final class RuleFilePartMessages {
    private static final long MOST_BYTES = 64L << 20;

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private @Nullable String last;
    private long bytes;

    /**
     * Takes the next part.
     *
     * @throws Failure INVALID_REQUEST for a file that goes on after another has begun, TOO_MUCH beyond the limits
     */
    public void take(RuleFilePart part) {
        bytes += part.getContent().size();
        if (!part.getPath().equals(last) && files.containsKey(part.getPath())) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Les fichiers de règles voyagent l'un après l'autre.",
                    "Rule files travel one after the other.");
        }
        if (bytes > MOST_BYTES || files.size() > RuleEdition.MOST_FILES) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Des règles tiennent en 64 Mio et 10 000 fichiers ; scindez-les ou allégez-les.",
                    "Rules take at most 64 MiB and 10,000 files; make them fewer or shorter.");
        }
        files.computeIfAbsent(part.getPath(), path -> new ByteArrayOutputStream())
                .writeBytes(part.getContent().toByteArray());
        last = part.getPath();
    }

    /** The files so far. */
    public List<SourceFile> files() {
        return files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue().toByteArray()))
                .toList();
    }
}
