package org.liptako.node.config;

/**
 * What this site promises of its service.
 *
 * @param promisedPpm the share of a year in which it serves, in millionths
 */
public record OperationsConfig(int promisedPpm) {
    /** 99.982 %, the promise of the centre at Bamako: 95 minutes a year. */
    public static final int USUAL_PPM = 999_820;

    public static final OperationsConfig USUAL = new OperationsConfig(USUAL_PPM);
}
