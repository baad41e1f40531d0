package org.liptako.node.console;

/** One site, in words. Where it stands, who operates it, who owns it and who can reach it from afar are kept apart. */
public record PlaceRow(
        String site, String name, String stands, String operated, String owned, String reached, String level) {}
