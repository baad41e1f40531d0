package org.liptako.node.registry;

import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.pki.name.SiteId;

/** That a State cannot reach another's site. */
public record SiteSilence(SiteId site, Source source) {
    static SiteSilence of(Stated<SiteUnreachable> stated) {
        return new SiteSilence(stated.value().site(), stated.source());
    }
}
