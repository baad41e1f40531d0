package org.liptako.node.journal.event;

/**
 * How a site has served in a span of time, in whole seconds. All but {@code outages} and {@code longest} are apart from each other and make up {@code seconds}.
 *
 * @param seconds how long the span is
 * @param serving it served
 * @param notReady it was there and not ready for work, unannounced
 * @param silent it was not there, unannounced
 * @param refused it was there and one of the two did not believe the other; that says nothing of its service to others
 * @param planned it did not serve, as was announced before
 * @param unknown nobody measured, or no site at all could be reached from where it was measured
 * @param outages how often it began not to serve, unannounced
 * @param longest how long the longest of these lasted
 */
public record ServiceFigures(
        long seconds,
        long serving,
        long notReady,
        long silent,
        long refused,
        long planned,
        long unknown,
        int outages,
        long longest) {
    /** Nothing at all. */
    public static final ServiceFigures NONE = new ServiceFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** How long it failed to serve. */
    public long unavailable() {
        return notReady + silent;
    }

    /** Of how much of the span something is known. */
    public long known() {
        return seconds - unknown;
    }
}
