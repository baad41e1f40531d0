package org.liptako.node.console;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the work of this process goes, in words.
 *
 * @param others the processes that take it; or that there is none, and what that means
 */
public record DrainView(String others) {
    static DrainView of(List<Integer> others, Words words) {
        return new DrainView(
                others.isEmpty()
                        ? words.of("drain.alone")
                        : words.of(
                                "drain.others",
                                others.stream().map(number -> "node-" + number).collect(Collectors.joining(", "))));
    }
}
