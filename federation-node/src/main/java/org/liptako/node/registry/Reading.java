package org.liptako.node.registry;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** One entry as it is read into the registry. */
record Reading(Handle handle, State saidBy, long index, Instant at, Instant recordedAt) {

    /** Since when what the entry says holds: nothing has happened later than it was recorded, whatever another node's clock said. */
    Instant since() {
        return noLater(at);
    }

    Instant noLater(Instant instant) {
        return instant.isAfter(recordedAt) ? recordedAt : Timeline.within(instant);
    }

    boolean isHomeOf(DatasetId dataset) {
        return dataset.home().filter(saidBy::equals).isPresent();
    }

    /** Whether the journal's State has the last word on a copy: the State on whose soil it lies, or the home State for a place outside the federation. */
    boolean hasLastWordOn(DatasetId dataset, SiteId site) {
        return site.state().or(dataset::home).filter(saidBy::equals).isPresent();
    }

    Timeline.Entry lastWord(Object value) {
        return entry(value, true);
    }

    Timeline.Entry entry(Object value, boolean authoritative) {
        return new Timeline.Entry(authoritative, JournalJson.write(value), index, recordedAt);
    }
}
