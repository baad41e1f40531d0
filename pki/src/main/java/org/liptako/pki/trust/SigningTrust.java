package org.liptako.pki.trust;

import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainJudge;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Purpose;
import org.liptako.pki.validation.Validation;

/**
 * Believes a signature whose chain is good by today's trust state, or was good by that of the time at which it was made.
 *
 * <p>So what a root or a State CA vouched for stays good after it was replaced. What a thief of its key can date back is bounded: the State CA is one that the
 * trust state of then names, no revocation speaks against it that has come since, and nothing signed after the next trust state was drawn up falls under the
 * one before. Immutable and thread-safe.
 *
 * @param today judges by today's trust state
 */
public record SigningTrust(Zone zone, ChainJudge today, PastTrust past) implements ChainJudge {
    @Override
    public Validation validate(CandidateChain chain, Expectation expectation) {
        Validation now = today.validate(chain, expectation);
        if (now instanceof Validation.Accepted || expectation.purpose() != Purpose.SIGNING) {
            return now;
        }
        return past.at(expectation.at(), zone)
                .map(then -> then.validate(chain, expectation))
                .filter(Validation.Accepted.class::isInstance)
                .orElse(now);
    }
}
