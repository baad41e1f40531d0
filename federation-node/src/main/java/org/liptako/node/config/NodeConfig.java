package org.liptako.node.config;

import java.nio.file.Path;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/**
 * Which node this is.
 *
 * @param number which node of its site, from 1
 * @param zone the zone of the federation's names
 * @param demonstration whether rules without legal value may be in force here
 * @param dataDir where the node keeps what is its own: database, locks, {@code node.json}
 */
public record NodeConfig(State state, SiteId site, int number, Zone zone, boolean demonstration, Path dataDir) {}
