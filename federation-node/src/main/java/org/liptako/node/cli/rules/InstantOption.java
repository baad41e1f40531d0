package org.liptako.node.cli.rules;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.vocabulary.Vocabulary;

/** An instant on the command line, written as in a facts document: what one takes, the other takes. */
final class InstantOption {

    private InstantOption() {}

    static Instant read(String option, String written) {
        try {
            var quoted = new String(JsonStringEncoder.getInstance().quoteAsString(written));
            return new FactsReader(Vocabulary.standard())
                    .read("{\"at\": \"" + quoted + "\"}")
                    .at();
        } catch (FactsException malformed) {
            var wording = malformed.wording();
            throw CommandFailure.badInput(option + " : " + wording.fr(), option + ": " + wording.en());
        }
    }
}
