package org.liptako.node.cli.rules;

import java.time.Instant;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;

/** An instant on the command line, written as in a facts document: what one takes, the other takes. */
final class InstantOption {

    private InstantOption() {}

    static Instant read(String option, String written) {
        try {
            return FactsReader.instant(written);
        } catch (FactsException malformed) {
            var wording = malformed.wording();
            throw CommandFailure.badInput(option + " : " + wording.fr(), option + ": " + wording.en());
        }
    }
}
