package org.liptako.node.possession.challenge;

/**
 * What a holder is asked.
 *
 * @param samples how many chunks are drawn
 * @param key under which the answer is made; known to nobody before
 */
public record ChallengeQuestion(ChallengeDraw draw, int samples, byte[] key) {}
