package org.liptako.node.rulebook;

import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.policy.rules.Jurisdiction.AES;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;

/** An edition of Mali's rules is published, under a clock that is set by hand. */
abstract class EditionTrial {
    final HandSetClock clock = new HandSetClock(Instant.now());
    final TrialRulebook mali = new TrialRulebook(State.ML, clock);
    final List<SourceFile> rules = samples(ML, "");
    final RuleEdition first = enactment(ML, null, clock.instant(), clock.instant(), rules);

    @AfterEach
    void close() {
        mali.close();
    }

    HeldEdition publishAes(Instant from) throws Exception {
        List<SourceFile> common = samples(AES, "");
        return publish(enactment(AES, null, clock.instant(), from, common), common);
    }

    HeldEdition publish(RuleEdition edition, List<SourceFile> files) throws Exception {
        return mali.desk.publish(signed(edition, files)).held();
    }
}
