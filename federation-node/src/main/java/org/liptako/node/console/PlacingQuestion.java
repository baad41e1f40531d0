package org.liptako.node.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.placement.AskedTerms;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * What a form or an address says of a placement, as it was written; empty is <em>not said</em>.
 *
 * @param terms what is said beside, by term
 */
record PlacingQuestion(String dataset, String operation, String target, Map<PlacingTerm, String> terms) {
    /** What the request is called, so that it is the same when sent twice. */
    static final String REQUEST = "id";

    static final String DATASET = "dataset";
    static final String OPERATION = "operation";
    static final String TARGET = "target";

    PlacingQuestion {
        terms = Map.copyOf(terms);
    }

    /** @param said gives the value of a field; empty if it has none */
    static PlacingQuestion of(UnaryOperator<String> said) {
        Map<PlacingTerm, String> terms = new LinkedHashMap<>();
        for (PlacingTerm term : PlacingTerm.values()) {
            terms.put(term, said.apply(term.field()));
        }
        return new PlacingQuestion(said.apply(DATASET).strip(), said.apply(OPERATION), said.apply(TARGET), terms);
    }

    String said(PlacingTerm term) {
        return terms.getOrDefault(term, "");
    }

    boolean isEmpty() {
        return Stream.of(dataset, operation, target).allMatch(String::isEmpty);
    }

    /**
     * The same, understood.
     *
     * @throws Failure INVALID_REQUEST if something is lacking, or no word of the vocabulary
     */
    AskedTerms asked(Vocabulary vocabulary) {
        if (Stream.of(dataset, operation, target).anyMatch(String::isEmpty)) {
            throw refused("placing.incomplete");
        }
        DatasetId known = GrantMessages.dataset(dataset);
        return new AskedTerms(
                known,
                word("operation", operation, vocabulary),
                site(),
                orNull(PlacingTerm.PURPOSE, vocabulary),
                orNull(PlacingTerm.RECIPIENT, vocabulary),
                flag(PlacingTerm.ENCRYPTED),
                flag(PlacingTerm.RETURN_CLAUSE));
    }

    private SiteId site() {
        try {
            return new SiteId(target);
        } catch (IllegalArgumentException madeUp) {
            throw refused("placing.bad.site");
        }
    }

    private @Nullable String orNull(PlacingTerm term, Vocabulary vocabulary) {
        return said(term).isEmpty() ? null : word(term.fact(), said(term), vocabulary);
    }

    private static String word(String fact, String code, Vocabulary vocabulary) {
        if (vocabulary.theFact(fact).wordByCode(code).isEmpty()) {
            throw refused("placing.bad.word");
        }
        return code;
    }

    private @Nullable Boolean flag(PlacingTerm term) {
        return switch (said(term)) {
            case "" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw refused("placing.bad.word");
        };
    }

    private static Failure refused(String key) {
        return new Failure(ErrorCode.INVALID_REQUEST, Words.sentence(key));
    }
}
