package org.liptako.node.registry;

/**
 * Two States' words on a copy that cannot both be so.
 *
 * @param lastWord the one of the State with the last word on it
 * @param other another State's
 */
public record CopyDisagreement(ReplicaStatement lastWord, ReplicaStatement other) {}
