package org.liptako.node.console;

import java.util.List;

/** The sites of a country, to choose from. */
public record SiteGroup(String country, List<Choice> sites) {

    public SiteGroup {
        sites = List.copyOf(sites);
    }
}
