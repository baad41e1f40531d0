package org.liptako.policy.engine;

import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.vocabulary.Vocabulary;

/** Facts documents for tests, written with single quotes. */
public final class Documents {
    private static final FactsReader READER = new FactsReader(Vocabulary.standard());

    private Documents() {}

    public static Facts facts(String json) {
        try {
            return READER.read(json.replace('\'', '"'));
        } catch (FactsException rejected) {
            throw new AssertionError(rejected.fact() + ": " + rejected.getMessage(), rejected);
        }
    }

    /** A Malian dataset that is to be replicated to Burkina Faso on 1 July 2026; more facts may be added, such as {@code 'copy': {…}}. */
    public static Facts toBurkina(String more) {
        return facts("""
                {'at': '2026-07-01T00:00:00Z', 'operation': 'REPLICATE', 'dataset': {'home': 'ML'}, 'target': {'state': 'BF'}%s}""".formatted(more.isEmpty() ? "" : ", " + more));
    }
}
