package org.liptako.node.registry;

import java.util.Optional;

/**
 * That a copy began to stand otherwise.
 *
 * @param copy as it stands from then on, by the State with the last word on it
 * @param before how that State said until then that it stood; empty where it said nothing
 */
public record CopyChange(ReplicaStatement copy, Optional<String> before) {}
