package org.liptako.policy.scenario;

import java.time.Instant;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.yaml.Place;

/** A scenario whose bases are still to be looked up, once all files have been read. */
record Draft(
        String name,
        Place place,
        Findings.OfFile findings,
        Instant at,
        FactSettings settings,
        Expectation expectation) {}
