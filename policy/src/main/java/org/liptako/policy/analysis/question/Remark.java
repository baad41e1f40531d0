package org.liptako.policy.analysis.question;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * One thing that an analysis found out.
 *
 * @param rules the rules concerned, the one that the remark is about first
 * @param sentence what was found, for a legal officer
 * @param example a document that shows it, cut down to the facts that it takes; null where the remark is that there is none
 */
public record Remark(
        Kind kind,
        List<String> rules,
        Bilingual sentence,
        @Nullable Facts example) {

    /** What was found. */
    public enum Kind {
        /** A rule that no document makes fire. */
        NEVER_FIRES,
        /** A requirement that nothing can fail. */
        ALWAYS_MET,
        /** A permission that a ban always covers. */
        SHADOWED_PERMISSION,
        /** What the law asks for and bans. */
        OBLIGED_AND_BANNED,
        /** What the law asks for and nothing permits. */
        OBLIGED_WITHOUT_PERMISSION,
        /** A derogation that lifts one ban while another still stands. */
        LIFTED_IN_VAIN,
        /** A derogation that never meets a ban that it lifts. */
        IDLE_DEROGATION,
        /** A permission that names no place. */
        PERMISSION_WITHOUT_PLACE,
        /** Two States that never both permit an operation. */
        NEVER_AGREE,
        /** What nobody permits, anywhere. */
        GAP,
        /** A date on which a verdict changes. */
        FLIP
    }

    public Remark {
        requireNonNull(kind, "kind is null");
        requireNonNull(sentence, "sentence is null");
        rules = List.copyOf(rules);
    }
}
