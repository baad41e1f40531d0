package org.liptako.node.console;

/**
 * A site on the map.
 *
 * @param tone {@code good}, {@code open} while copies arrive, {@code bad} where there is something to empty or doubt
 * @param sign the same without colour
 * @param label its city; empty where another of the same city has it
 * @param west whether the label stands to the west, for another site is near to the east
 * @param words what lies there, for those who do not see the map
 */
public record Pin(
        String site, long x, long y, long radius, String tone, String sign, String label, boolean west, String words) {}
