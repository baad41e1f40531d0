package org.liptako.node.rulebook;

import com.google.protobuf.ByteString;
import java.util.stream.Stream;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.EditionPart;
import org.liptako.rulebook.v1.EditionSummary;
import org.liptako.rulebook.v1.RuleFilePart;

/** Editions as they travel. */
final class EditionMessages {
    /** As much as a part may hold. */
    private static final int PART = 1 << 20;

    private EditionMessages() {}

    static EditionSummary summary(HeldEdition held) {
        return EditionSummary.newBuilder()
                .setVersion(held.version())
                .setDigest(held.digest())
                .setInForceFrom(held.edition().inForceFrom().toString())
                .setAct(held.edition().act().name())
                .setVocabulary(held.edition().vocabulary())
                .build();
    }

    /** The parts of an edition, made as they are asked for. */
    static Stream<EditionPart> parts(SignedEdition signed) {
        EditionPart first = EditionPart.newBuilder()
                .setEdition(org.liptako.rulebook.v1.SignedEdition.newBuilder()
                        .setContent(ByteString.copyFrom(signed.content()))
                        .setSignatures(ByteString.copyFrom(signed.signatures())))
                .build();
        return Stream.concat(
                Stream.of(first),
                signed.files().stream()
                        .flatMap(EditionMessages::parts)
                        .map(part -> EditionPart.newBuilder().setFile(part).build()));
    }

    /** A file in one part or several; an empty one in one. */
    private static Stream<RuleFilePart> parts(SourceFile file) {
        int parts = Math.max(1, Math.ceilDiv(file.bytes().length, PART));
        return Stream.iterate(0, part -> part < parts, part -> part + 1).map(part -> {
            int from = part * PART;
            return RuleFilePart.newBuilder()
                    .setPath(file.path())
                    .setContent(ByteString.copyFrom(file.bytes(), from, Math.min(PART, file.bytes().length - from)))
                    .build();
        });
    }
}
