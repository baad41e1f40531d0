package org.liptako.node.console;

import java.util.List;

/**
 * The places of which the rules say the same.
 *
 * @param id of its heading
 * @param tone the class of the verdict: {@code good}, {@code bad} or {@code open}
 */
public record HostPart(String id, String heading, String tone, List<HostRow> places) {
    public HostPart {
        places = List.copyOf(places);
    }
}
