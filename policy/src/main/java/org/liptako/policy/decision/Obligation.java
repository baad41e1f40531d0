package org.liptako.policy.decision;

/** A duty that comes with a permit, and the rule that lays it down. */
public record Obligation(String rule, String code) {}
