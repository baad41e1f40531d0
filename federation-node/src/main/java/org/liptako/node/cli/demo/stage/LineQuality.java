package org.liptako.node.cli.demo.stage;

import java.time.Duration;

/**
 * What a line does to the bytes that it carries.
 *
 * @param bytesPerSecond as many as pass in all; 0 = as many as come
 * @param delay each way
 * @param bytesBetweenStalls a connection stalls after about so many of its bytes; 0 = never
 * @param stall how long: what a connection shows of a lost packet
 */
public record LineQuality(long bytesPerSecond, Duration delay, long bytesBetweenStalls, Duration stall) {
    /** A line of this machine, as it is. */
    public static final LineQuality CLEAR = limitedTo(0);

    /** Limited in its rate only. */
    static LineQuality limitedTo(long bytesPerSecond) {
        return new LineQuality(bytesPerSecond, Duration.ZERO, 0, Duration.ZERO);
    }
}
