package org.liptako.node.journal.event;

import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * A State's checkpoint that another State has cosigned, as a challenge draws from it.
 *
 * @param state whose journal it stands for
 * @param size how many entries
 * @param root of the tree over them
 */
public record SeedCheckpoint(State state, long size, Digest root) {}
