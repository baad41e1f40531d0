package org.liptako.node.rulebook.reading;

import java.util.List;

/** A line of a text that was compared with another. */
public record Line(List<Run> runs) {
    public Line {
        runs = List.copyOf(runs);
    }
}
