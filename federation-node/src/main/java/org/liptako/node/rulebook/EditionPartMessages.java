package org.liptako.node.rulebook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.rulebook.v1.EditionPart;

/** Puts editions together out of the parts in which they travel, within limits. Not thread-safe: the parts of one stream come one after the other. */
final class EditionPartMessages {
    private org.liptako.rulebook.v1.@Nullable SignedEdition begun;
    private RuleFilePartMessages files = new RuleFilePartMessages();

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
                if (begun == null) {
                    throw malformed();
                }
                files.take(part.getFile());
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
        SignedEdition whole = new SignedEdition(
                edition.getContent().toByteArray(), edition.getSignatures().toByteArray(), files.files());
        begun = null;
        files = new RuleFilePartMessages();
        return Optional.of(whole);
    }

    private static Failure malformed() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Une édition voyage d'abord par son document, puis fichier par fichier.",
                "An edition travels as its document first, then file by file.");
    }
}
