package org.liptako.node.cli.rules;

import com.google.protobuf.ByteString;
import java.util.function.Consumer;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.RuleFilePart;

/** Rule files on their way to a node: each in one part, or in several that follow each other. */
final class RuleFileParts {
    private static final int PART = 1 << 20;

    private RuleFileParts() {}

    static void send(Iterable<SourceFile> files, Consumer<RuleFilePart> line) {
        for (SourceFile file : files) {
            int from = 0;
            do {
                int length = Math.min(PART, file.bytes().length - from);
                line.accept(RuleFilePart.newBuilder()
                        .setPath(file.path())
                        .setContent(ByteString.copyFrom(file.bytes(), from, length))
                        .build());
                from += length;
            } while (from < file.bytes().length);
        }
    }
}
